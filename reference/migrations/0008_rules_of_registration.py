"""What registration needs of the office's facts: its rules, and the reasons of statuses.

Only these rows are added: what an office has removed of the other facts to start with stays removed.
"""

from django.db import migrations, models

from reference.starter import rows

RULES = ("required-", "situation-", "retention-inbox")


def add_rules(apps, schema_editor):
    """What applications ask for and what situations the law names, as known so far; nothing of the office's is changed.

    How long an enquiry is kept is the office's to say: its rule has no value.
    """
    rule_key, rule = apps.get_model("reference", "LegalRuleKey"), apps.get_model("reference", "LegalRule")
    keys = [rule_key(**row) for row in rows("rule_keys.csv") if row["code"].startswith(RULES)]
    rule_key.objects.bulk_create(keys, ignore_conflicts=True)
    numbers = dict(rule_key.objects.values_list("code", "pk"))
    rule.objects.bulk_create(
        [
            rule(
                key_id=numbers[row["key"]],
                text=row["text"],
                unit=row["unit"],
                valid_from=row["valid_from"],
                valid_to=row["valid_to"] or None,
                source=row["source"],
                is_confirmed=row["is_confirmed"] == "1",
            )
            for row in rows("rules.csv")
            if row["key"].startswith(RULES)
        ],
        ignore_conflicts=True,
    )


def add_reasons(apps, schema_editor):
    term = apps.get_model("reference", "Term")
    reasons = [row for row in rows("terms.csv") if row["vocabulary"] == "status_reason"]
    term.objects.bulk_create(
        [
            term(**row | {"position": int(row["position"]), "is_active": row["is_active"] == "1"})
            for row in reasons
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    replaces = [
        ("reference", "0008_intake_rules"),
        ("reference", "0009_retention_of_enquiries"),
        ("reference", "0010_status_reasons"),
        ("reference", "0011_status_reason_terms"),
    ]

    dependencies = [("reference", "0002_facts_to_start_with")]

    operations = [
        migrations.RemoveConstraint(
            model_name="term",
            name="term_vocabulary_is_known",
        ),
        migrations.AlterField(
            model_name="term",
            name="vocabulary",
            field=models.CharField(
                choices=[
                    ("contract", "kinds of contract"),
                    ("shift", "shifts"),
                    ("pay_system", "pay systems"),
                    ("pay_unit", "pay units"),
                    ("education", "education"),
                    ("language", "languages"),
                    ("language_level", "language levels"),
                    ("offer_kind", "kinds of offer"),
                    ("apply_route", "ways to apply"),
                    ("work_mode", "work modes"),
                    ("benefit", "benefits"),
                    ("licence", "licences and certificates"),
                    ("offer_mark", "marks of an offer"),
                    ("status_reason", "reasons for a change of status"),
                ],
                max_length=20,
                verbose_name="vocabulary",
            ),
        ),
        migrations.AlterField(
            model_name="termevent",
            name="vocabulary",
            field=models.CharField(
                choices=[
                    ("contract", "kinds of contract"),
                    ("shift", "shifts"),
                    ("pay_system", "pay systems"),
                    ("pay_unit", "pay units"),
                    ("education", "education"),
                    ("language", "languages"),
                    ("language_level", "language levels"),
                    ("offer_kind", "kinds of offer"),
                    ("apply_route", "ways to apply"),
                    ("work_mode", "work modes"),
                    ("benefit", "benefits"),
                    ("licence", "licences and certificates"),
                    ("offer_mark", "marks of an offer"),
                    ("status_reason", "reasons for a change of status"),
                ],
                max_length=20,
                verbose_name="vocabulary",
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "vocabulary__in",
                        [
                            "contract",
                            "shift",
                            "pay_system",
                            "pay_unit",
                            "education",
                            "language",
                            "language_level",
                            "offer_kind",
                            "apply_route",
                            "work_mode",
                            "benefit",
                            "licence",
                            "offer_mark",
                            "status_reason",
                        ],
                    )
                ),
                name="term_vocabulary_is_known",
                violation_error_message="Choose one of the vocabularies.",
            ),
        ),
        migrations.RunPython(add_rules, migrations.RunPython.noop, elidable=False),
        migrations.RunPython(add_reasons, migrations.RunPython.noop, elidable=False),
    ]
