"""Employers and offers as a test says them; by default an offer that could be published."""

from datetime import timedelta
from decimal import Decimal

import factory
from django.utils import timezone

from accounts.models import User
from job_offers import board
from job_offers.models import Employer, Offer, Workplace
from reference.models import Place, Term
from tests.factories import UserFactory
from translations import registry
from translations.models import Segment, Translation
from translations.services import approve, owe_draft


def term(vocabulary: str, code: str) -> Term:
    return Term.objects.coded(vocabulary, code)


def place(name: str = "Kielce") -> Place:
    return Place.objects.get(name_pl=name)


class EmployerFactory(factory.django.DjangoModelFactory):
    """An employer who agreed to everything; ``consents=False`` for one who agreed to nothing."""

    class Meta:
        model = Employer

    class Params:
        consents = True
        heard_by = factory.Maybe("consents", factory.SubFactory(UserFactory), None)

    name = factory.Sequence(lambda n: f"Zakład Próbny {n}")
    phone = "+48415550101"
    consent_to_publish_at = factory.Maybe("consents", factory.LazyFunction(timezone.now), None)
    consent_to_publish_by = factory.SelfAttribute("heard_by")
    consent_to_publish_said_by = factory.Maybe("consents", "Jan Próbny, właściciel", "")
    consent_to_translate_at = factory.SelfAttribute("consent_to_publish_at")
    consent_to_translate_by = factory.SelfAttribute("heard_by")
    consent_to_translate_said_by = factory.SelfAttribute("consent_to_publish_said_by")


class WorkplaceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Workplace

    employer = factory.SubFactory(EmployerFactory)
    name = factory.Sequence(lambda n: f"Hala {n}")
    place = factory.LazyFunction(place)


class OfferFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Offer

    employer = factory.SubFactory(EmployerFactory)
    employer_name = factory.LazyAttribute(lambda offer: offer.employer.name if offer.employer else "")
    title_pl = "Pakowacz"
    duties_pl = "Pakowanie wyrobów."
    place = factory.LazyFunction(place)
    contract = factory.LazyFunction(lambda: term("contract", "permanent"))
    apply_route = factory.LazyFunction(lambda: term("apply_route", "employer"))
    contact_phone = "+48415550102"
    pay_from = Decimal(9000)
    pay_unit = "month"
    valid_until = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class PublishedFactory(OfferFactory):
    """An offer on the board, its entry with it; ``title_uk`` makes it a translated one."""

    class Meta:
        skip_postgeneration_save = True

    state = Offer.State.PUBLISHED
    published_at = factory.LazyFunction(timezone.now)
    published_by = factory.SubFactory(UserFactory)
    confirmed_on = factory.LazyFunction(timezone.localdate)

    @factory.post_generation
    def on_board(self, create, extracted, **kwargs):
        if self.title_uk:
            translate(self, by=self.published_by)
        board.refresh(self)


def translate(offer: Offer, *, by: User, **texts: str) -> Translation:
    """Let a person approve ``texts`` (by field) as the Ukrainian version; other fields get a stock text."""
    translation = owe_draft(subject=offer, by=by)
    offer_texts = {name: getattr(offer, f"{name}_uk") for name in registry.of(Offer).fields} | texts
    stock = {
        segment.pk: offer_texts.get(segment.field) or "Пакування виробів."
        for segment in Segment.objects.filter(translation=translation)
    }
    approved = approve(translation=translation, texts=stock, version=translation.version, by=by)
    offer.refresh_from_db()
    return approved
