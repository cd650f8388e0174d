import django.db.models.deletion
from django.db import migrations, models


def owe_count(apps, schema_editor):
    """The places of people who are there already are copied in the background, like after a change of a rule."""
    if apps.get_model("registration", "Deadlines").objects.exists():
        apps.get_model("registration", "DeadlineRecount").objects.create()


class Migration(migrations.Migration):
    dependencies = [("registration", "0101_consents_given_again")]

    operations = [
        migrations.AddField(
            model_name="deadlines",
            name="place",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reference.place",
            ),
        ),
        migrations.AddIndex(
            model_name="deadlines",
            index=models.Index(
                condition=models.Q(("contact_on__isnull", False)),
                fields=["place", "contact_on", "client"],
                name="deadlines_contact_at",
            ),
        ),
        migrations.RunPython(owe_count, migrations.RunPython.noop, elidable=True),
    ]
