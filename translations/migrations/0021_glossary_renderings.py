from django.db import migrations

BATCH = 500


def lists_to_rows(apps, schema_editor):
    """Every term so far acts; each word of its two lists becomes a row. Words that were there already stay."""
    term = apps.get_model("translations", "GlossaryTerm")
    rendering = apps.get_model("translations", "GlossaryRendering")
    term.objects.filter(status="proposed").update(status="agreed")
    rows = term.objects.values_list("pk", "uk", "variants", "forbidden").order_by("pk")
    rendering.objects.bulk_create(
        (
            rendering(term_id=pk, text=text, kind=kind)
            for pk, uk, variants, forbidden in rows.iterator(BATCH)
            for kind, words in (("allowed", variants), ("forbidden", forbidden))
            for text in listed(words)
            if text != uk
        ),
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def rows_to_lists(apps, schema_editor):
    """Back into the two columns. A term that is not agreed loses that: earlier releases know no such thing."""
    term = apps.get_model("translations", "GlossaryTerm")
    for row in term.objects.prefetch_related("renderings").order_by("pk").iterator(BATCH):
        said = {
            kind: "; ".join(found.text for found in row.renderings.all() if found.kind == kind)
            for kind in ("allowed", "forbidden")
        }
        term.objects.filter(pk=row.pk).update(
            variants=shortened(said["allowed"], 500), forbidden=shortened(said["forbidden"], 300)
        )


def listed(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def shortened(text, length):
    """Whole words only, as many as the column holds."""
    return text if len(text) <= length else text[:length].rpartition("; ")[0]


class Migration(migrations.Migration):
    dependencies = [("translations", "0020_glossary_statuses")]

    operations = [migrations.RunPython(lists_to_rows, rows_to_lists)]
