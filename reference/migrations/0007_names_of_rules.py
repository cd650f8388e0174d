from django.db import migrations

from reference.starter import rows

# The names as they were: they ended in a word that waited for the value, which stands elsewhere on most pages.
FORMER = {
    "client-contact": "kontakt klienta z urzędem co najmniej raz na",
    "plan-contact": "kontakt w ramach indywidualnego planu działania co najmniej raz na",
    "employer-notification": "powiadomienie o powierzeniu pracy obywatelowi Ukrainy w terminie",
    "employer-renotification": "ponowne powiadomienie po zmianie warunków w terminie",
    "pesel-application": "wniosek o PESEL UKR po przyjeździe w terminie",
    "ukr-status-end": "status UKR ważny do",
    "notification-end": "powiadomienia dotyczą wszystkich legalnie przebywających obywateli Ukrainy do",
    "identity-confirmation": "potwierdzenie tożsamości w gminie do",
    "offer-confirmation": "oferta pracy schodzi z tablicy bez potwierdzenia pracodawcy po",
    "retention-enquiry": "dane osoby niezarejestrowanej usuwa się od ostatniej zmiany po",
    "retention-supported": "dane osoby wspieranej bez rejestracji usuwa się od ostatniej zmiany po",
    "retention-deregistered": "dane osoby wyrejestrowanej usuwa się od ostatniej zmiany po",
}


def rename(apps, schema_editor):
    """A name that the office has changed since stays."""
    rule_key = apps.get_model("reference", "LegalRuleKey")
    for row in rows("rule_keys.csv"):
        code = row.pop("code")
        if code in FORMER:
            rule_key.objects.filter(code=code, name_pl=FORMER[code]).update(**row)


class Migration(migrations.Migration):
    dependencies = [("reference", "0006_second_person")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop, elidable=False)]
