from django.db import migrations

WRONG, RIGHT = "адреса прописки", "зареєстроване місце проживання"


def mend(apps, schema_editor):
    """Forbid a Soviet word that the starter glossary used to allow, where the office has not changed the term."""
    term = apps.get_model("translations", "GlossaryTerm")
    edited = term._meta.get_field("events").related_model.objects.filter(pgh_context__isnull=False)
    untouched = term.objects.filter(pl="adres zameldowania").exclude(pk__in=edited.values("pgh_obj_id"))
    rendering = apps.get_model("translations", "GlossaryRendering")
    for found in rendering.objects.filter(term__in=untouched, text=WRONG, kind="allowed"):
        rendering.objects.filter(pk=found.pk).update(kind="forbidden")
        rendering.objects.bulk_create(
            [rendering(term_id=found.term_id, text=RIGHT, kind="allowed")], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("translations", "0040_workflow")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop, elidable=True)]
