"""The offers of the demonstration: two files of the national feed, offers typed in, every state of the board."""

import json
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pghistory
from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from desk.demo import story_wording
from desk.demo.offers import TEMPLATES, feed_offers
from job_offers import feed, lapse
from job_offers.feed_service import window
from job_offers.models import Employer, FeedCall, FeedImport, Offer
from job_offers.services import employers, imports, offers, publication
from pup_portal.db import DomainError
from pup_portal.tracking import acting
from reference.models import Occupation, Place, Term, Vocabulary
from translations import drafting
from translations import services as translations
from translations.models import Translation

FROM_FEED = 57
PUBLISHED = 40
TYPED_IN_PUBLISHED = 2
_ON_SATURDAYS = " (w tym w soboty)"

_WORDS = {"+ premia uznaniowa": "+ премія на розсуд роботодавця", "CV": "резюме (CV)"} | {
    polish: ukrainian
    for template in TEMPLATES
    for name in ("title", "duties", "requirements")
    for polish, ukrainian in zip(
        template[f"{name}_pl"].split("\n"), template[f"{name}_uk"].split("\n"), strict=True
    )
}
_SENTENCES = {polish.removeprefix("- "): ukrainian.removeprefix("- ") for polish, ukrainian in _WORDS.items()}

_BY_HAND: list[dict[str, Any]] = [
    {
        "employer": "Piekarnia „Kłosoń” S.C.",
        "template": 1,
        "gmina": "Chmielnik",
        "pay": (Decimal(5000), Decimal(5800)),
        "posts": 2,
    },
    {
        "employer": "Hotel „Modrzewiowy Wierch” Sp. z o.o.",
        "template": 4,
        "gmina": "Masłów",
        "pay": (Decimal(4806), Decimal(5100)),
        "posts": 3,
    },
    {
        "employer": "Szwalnia „Igiełkowo” Spółka jawna",
        "template": 6,
        "gmina": "Piekoszów",
        "pay": (Decimal(4900), None),
        "posts": 1,
    },
]


def collect(staff: dict[Role, User], *, seed: int) -> int:
    """Import, type in, translate, publish and close offers; give how many there are.

    Every part does no harm when it is done again, so an interrupted telling goes on from the start of this.
    """
    broker, coordinator = staff[Role.BROKER], staff[Role.COORDINATOR]
    _import_twice(broker, seed)
    with acting(broker):
        for facts in _BY_HAND:
            _type_in(facts, broker)
    for translation in Translation.objects.of(Offer).order_by("pk"):
        drafting.draft(translation.pk)
    typed_in = Offer.objects.exclude(source=Offer.Source.FEED).order_by("pk")[:TYPED_IN_PUBLISHED]
    for offer in (*Offer.objects.order_by("pk")[:PUBLISHED], *typed_in):
        if offer.state == Offer.State.DRAFT:
            with acting(coordinator):
                _translate(offer, coordinator)
            with acting(broker):
                _publish(offer, broker)
    if not Offer.objects.filter(state=Offer.State.FILLED).exists():
        story_wording.tell(broker)
        _close_some(broker)
    return Offer.objects.count()


def _import_twice(broker: User, seed: int) -> None:
    """Yesterday's file and today's: two offers are gone, three changed, two are new, three must be refused."""
    today = timezone.localdate()
    contents = list(feed_offers(range(1, FROM_FEED + 1), seed=seed, today=today))
    _import("oferty-wczoraj.json", contents[:-2], broker)
    for content in contents[3:6]:
        content["warunkiPracyIPlacy"]["zakwaterowanie"] = True
        content["pozostaleDane"]["lWolnychMiejsc"] += 1
    broken = list(feed_offers(range(901, 904), seed=seed, today=today))
    broken[0]["pozostaleDane"]["ofertaWaznaDo"] = "01.02.2026"
    broken[1]["hash"] = ""
    broken[2]["pozostaleDane"]["lWolnychMiejsc"] = 0
    contents[7]["warunkiPracyIPlacy"]["wynagrodzenieBrutto"] = "do uzgodnienia z pracodawcą"
    _import("oferty-dzisiaj.json", contents[2:] + broken, broker)
    _tell_of_asking(today)


def _tell_of_asking(today: date) -> None:
    """A night on which the national database was away at first, and had nothing for one office."""
    evening = today - timedelta(days=1)
    outcomes = (("26610", FeedCall.Outcome.UNAVAILABLE), ("26620", FeedCall.Outcome.NO_DATA))
    for number, (criterion, outcome) in enumerate(outcomes, 1):
        called_at = window.opens_at(evening) + timedelta(minutes=17 + number)
        FeedCall.objects.get_or_create(
            evening=evening,
            criterion=criterion,
            try_number=1,
            defaults={
                **{"number": number, "called_at": called_at, "run_after": called_at, "outcome": outcome},
                **{"state": FeedCall.State.DONE, "finished_at": called_at, "attempts": 1},
            },
        )


def _import(name: str, contents: list[dict[str, Any]], broker: User) -> None:
    if FeedImport.objects.filter(original_name=name).exists():
        return
    file = ContentFile(json.dumps(contents, ensure_ascii=False).encode(), name=name)
    with pghistory.context(source="demo"):
        feed.import_feed(imports.take_feed(file=file, by=broker).pk)


def _type_in(facts: dict[str, Any], broker: User) -> None:
    template, place = TEMPLATES[facts["template"]], Place.objects.get(name_pl=facts["gmina"])
    low, high = facts["pay"]
    offer = offers.create_offer(
        employer=_employer(facts["employer"], place, broker),
        by=broker,
        public_id=uuid5(NAMESPACE_URL, facts["employer"] + template["code"]),
        facts={
            "title_pl": template["title_pl"],
            "duties_pl": template["duties_pl"],
            "requirements_pl": template["requirements_pl"],
            "occupation": Occupation.objects.filter(code=template["code"]).first(),
            "place": place,
            "place_name": place.name_pl,
            "street_address": "ul. Wzorcowa 7",
            "pay_from": low,
            "pay_to": high,
            "pay_unit": Offer.PayUnit.MONTH,
            "contract": Term.objects.coded(Vocabulary.CONTRACT, "permanent"),
            "shift": Term.objects.coded(Vocabulary.SHIFT, "one"),
            "apply_route": Term.objects.coded(Vocabulary.APPLY_ROUTE, "employer"),
            "hours_per_week": Decimal(40),
            "posts": facts["posts"],
            "experience_months": 0,
            "polish_level": template["polish"].lower() or Offer.PolishLevel.NONE,
            "fits_childcare": True,
            "is_near_transport": True,
            "contact_phone": "+48415550188",
            "valid_until": timezone.localdate() + timedelta(days=30),
            "confirmed_on": timezone.localdate(),
            "ukraine_welcome": True,
            "translation_consent": True,
            "identity_consent": True,
        },
    )
    if offer.version == 1:
        _correct(offer, broker)


def _correct(offer: Offer, broker: User) -> None:
    """What the employer said on the phone afterwards, so that the history has something to tell."""
    duties = str(offer.duties_pl)
    first_line = duties.split("\n", 1)[0]
    offers.update_offer(
        offer=offer,
        facts={
            "duties_pl": duties.replace(first_line, f"{first_line}{_ON_SATURDAYS}", 1),
            "pay_to": offer.pay_from + 1200 if offer.pay_from else None,
            "has_meals": True,
            "languages": [(Term.objects.coded(Vocabulary.LANGUAGE, "pl"), None)],
            "licences": list(Term.objects.filter(vocabulary=Vocabulary.LICENCE).order_by("position")[:1]),
        },
        version=offer.version,
        by=broker,
    )


def _employer(name: str, place: Place, broker: User) -> Employer:
    return employers.create_employer(
        by=broker,
        public_id=uuid5(NAMESPACE_URL, name),
        facts={
            "name": name,
            "place": place,
            "street_address": "ul. Wzorcowa 7",
            "phone": "+48415550188",
            "willing_to_employ_ukrainians": True,
            "notes": "Rozmowa podczas wizyty w zakładzie; prosi o telefon po 9.00.",
            "consent_to_publish_said_by": "kierowniczka zakładu",
            "consent_to_translate_said_by": "kierowniczka zakładu",
        },
    )


def _translate(offer: Offer, coordinator: User) -> None:
    """Correct the machine's draft and approve it, as the coordinator does. What is unknown stays a draft."""
    translation = Translation.objects.of(Offer).filter(object_id=offer.pk).first()
    if translation is None:
        return
    texts = {
        segment.pk: _in_ukrainian(segment.source_pl) or segment.text_uk
        for segment in translation.segments.all()
    }
    with suppress(DomainError):  # what the checks refuse is kept as a draft, for the coordinator to correct
        translations.approve(
            translation=translation, texts=texts, version=translation.version, by=coordinator
        )


def _in_ukrainian(polish: str) -> str:
    known = _SENTENCES.get(polish.removesuffix(_ON_SATURDAYS), "")
    return f"{known} (також у суботу)" if known and polish.endswith(_ON_SATURDAYS) else known


def _publish(offer: Offer, broker: User) -> None:
    """An offer that something stands against stays where it is, for the brokers to see why."""
    publication.mark_ready(offer=offer, by=broker)
    with suppress(DomainError):
        publication.publish_offer(offer=offer, by=broker)


def _close_some(broker: User) -> None:
    shown = list(Offer.objects.filter(state=Offer.State.PUBLISHED).order_by("pk"))
    today = timezone.localdate()
    with acting(broker):
        publication.fill_offer(offer=shown[0], by=broker)
        publication.withdraw_offer(offer=shown[1], reason="Pracodawca wstrzymał nabór.", by=broker)
        Offer.objects.filter(pk=shown[2].pk).update(valid_until=today - timedelta(days=1))
        Offer.objects.filter(pk=shown[3].pk).update(confirmed_on=today - timedelta(days=90))
    with pghistory.context(source="demo"):  # as the nightly work does, for nobody
        lapse.lapse(today)
