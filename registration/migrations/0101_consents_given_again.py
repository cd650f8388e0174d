import django.contrib.postgres.constraints
from django.db import migrations, models

import pup_portal.fields


class Migration(migrations.Migration):
    dependencies = [("registration", "0009_papers_and_consents_to_start_with")]

    operations = [
        migrations.RemoveConstraint(model_name="consent", name="consent_is_open_once_for_a_purpose"),
        migrations.AddConstraint(
            model_name="consent",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                name="consent_holds_once_for_a_purpose",
                expressions=[
                    (pup_portal.fields.Int8Range("client_id"), "&&"),
                    (pup_portal.fields.WordRange("purpose"), "&&"),
                    (pup_portal.fields.DateRange("given_on", "holds_until"), "&&"),
                ],
                condition=models.Q(("withdrawn_on", None)),
                violation_error_message="The person has given this consent already.",
            ),
        ),
    ]
