"""Records the desk looks up, named as they are in the county."""

from decimal import Decimal

import factory

from reference.models import Accommodation, LegalRule, LegalRuleKey, Occupation, OfficeProfile, Place, Term


class PlaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Place

    terc = factory.Sequence(lambda n: f"{990000 + n}")
    name_pl = factory.Sequence(lambda n: f"Gmina Próbna {n}")
    name_uk = factory.Sequence(lambda n: f"Ґміна Пробна {n}")
    latitude = Decimal("50.870000")
    longitude = Decimal("20.628000")


class AccommodationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Accommodation

    name_pl = factory.Sequence(lambda n: f"Hotel Próbny {n}")
    name_uk = factory.Sequence(lambda n: f"Готель Пробний {n}")
    place = factory.SubFactory(PlaceFactory)
    address = "ul. Próbna 1"


class OccupationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Occupation

    code = factory.Sequence(lambda n: f"{990000 + n}")
    edition = "2023"
    name_pl = factory.Sequence(lambda n: f"Zawód próbny {n}")
    name_uk = factory.Sequence(lambda n: f"Пробна професія {n}")


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Term

    vocabulary = "contract"
    code = factory.Sequence(lambda n: f"term-{n}")
    name_pl = factory.Sequence(lambda n: f"pojęcie {n}")
    name_uk = factory.Sequence(lambda n: f"поняття {n}")
    name_en = factory.Sequence(lambda n: f"term {n}")


class LegalRuleKeyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LegalRuleKey

    code = factory.Sequence(lambda n: f"rule-{n}")
    name_pl = factory.Sequence(lambda n: f"reguła {n}")


class LegalRuleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LegalRule

    key = factory.SubFactory(LegalRuleKeyFactory)
    value = Decimal(7)
    unit = LegalRule.Unit.DAYS
    valid_from = "2025-01-01"
    source = "Dz.U. 2025 poz. 1"


class OfficeProfileFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OfficeProfile

    name_pl = "Powiatowy Urząd Pracy w Próbie"
    name_uk = "Повітове управління праці в Пробі"
    name_en = "County Labour Office in Próba"
    short_name = "PUP Próba"
    street_address = "ul. Próbna 10"
    postal_code = "25-501"
    city = "Próba"
    phone = "+48415550100"
    hotline_phone = "+48415550101"
    hotline_hours_pl = "pn.–pt. 8–15"
    hotline_hours_uk = "пн–пт 8–15"
    hotline_hours_en = "Mon–Fri 8–15"
    email = "kontakt@example.org"
