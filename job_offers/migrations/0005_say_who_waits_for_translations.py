from django.db import migrations

READERS, PUBLICATION, REST, NONE = 1, 2, 3, 4
BY_STATE = {
    "published": READERS,
    "ready": PUBLICATION,
    "expired": NONE,
    "filled": NONE,
    "withdrawn": NONE,
}


def say_who_waits(apps, schema_editor):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    offer_type = content_types.filter(app_label="job_offers", model="offer").first()
    if offer_type is None:  # a new database
        return
    translations = apps.get_model("translations", "Translation").objects.filter(content_type=offer_type)
    offers = apps.get_model("job_offers", "Offer").objects
    for state, urgency in BY_STATE.items():
        keys = offers.filter(state=state).order_by().values("pk")
        translations.filter(object_id__in=keys).update(urgency=urgency)
    unasked = offers.filter(translation_consent=False).exclude(
        employer__consent_to_translate_at__isnull=False
    )
    translations.filter(object_id__in=unasked.order_by().values("pk")).update(urgency=NONE)


class Migration(migrations.Migration):
    dependencies = [
        ("job_offers", "0004_remember_every_state"),
        ("translations", "0053_wait_since_owed"),
    ]

    operations = [migrations.RunPython(say_who_waits, migrations.RunPython.noop, elidable=True)]
