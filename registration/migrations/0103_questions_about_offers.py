from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0008_rules_of_registration"),
        ("registration", "0102_contacts_by_place"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="enquiry",
            name="enquiry_words_are_known",
        ),
        migrations.AlterField(
            model_name="enquiry",
            name="kind",
            field=models.CharField(
                choices=[("pre_intake", "wants to be contacted"), ("ask", "asks about a job offer")],
                default="pre_intake",
                editable=False,
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="enquiryevent",
            name="kind",
            field=models.CharField(
                choices=[("pre_intake", "wants to be contacted"), ("ask", "asks about a job offer")],
                default="pre_intake",
                editable=False,
                max_length=12,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["pre_intake", "ask"]),
                    ("state__in", ["new", "taken", "closed", "spam"]),
                    (
                        "closing_reason__in",
                        ["", "answered", "unreachable", "elsewhere", "double", "withdrawn"],
                    ),
                ),
                name="enquiry_words_are_known",
            ),
        ),
    ]
