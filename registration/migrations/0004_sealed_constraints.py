from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registration", "0003_sealed_rows"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="client",
            index=models.Index(fields=["document_index"], name="client_by_document"),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pesel", None),
                    ("pesel__regex", "^v1:[a-z0-9]{1,16}:[A-Za-z0-9_=-]{40,}$"),
                    _connector="OR",
                ),
                name="client_pesel_is_sealed",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("document_number", ""),
                    ("document_number__regex", "^v1:[a-z0-9]{1,16}:[A-Za-z0-9_=-]{40,}$"),
                    _connector="OR",
                ),
                name="client_document_number_is_sealed",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pesel", None), ("pesel_index", None)),
                    models.Q(("pesel__isnull", False), ("pesel_index__isnull", False)),
                    _connector="OR",
                ),
                name="client_pesel_with_its_index",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("document_index", None), ("document_number", "")),
                    models.Q(
                        models.Q(("document_number", ""), _negated=True), ("document_index__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="client_document_number_with_its_index",
            ),
        ),
        migrations.AddConstraint(
            model_name="client",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "merged"), _negated=True),
                fields=("pesel_index",),
                name="client_pesel_is_unique",
                violation_error_message="A client with this PESEL is registered already.",
            ),
        ),
    ]
