"""Soft checks passed over with a reason: by whom, for what exactly, and until when."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from accounts.permissions import Role
from job_offers import checks, texts
from job_offers.models import Offer, Override
from job_offers.services import offers, overriding, publication
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory, PublishedFactory, translate
from translations.models import Status

pytestmark = pytest.mark.django_db

HINT = "Dołącz do młodego zespołu."
CLEAR = "Tylko kobiety do 35 lat."


def found_in(offer, by=None):
    today = offer.valid_until
    return checks.findings(offer, status=Status.REVIEWED, by=by or UserFactory(), today=today)


def only(offer):
    (finding,) = found_in(offer)
    return finding


def ready(**values):
    offer = OfferFactory(**values)
    manager = UserFactory(role=Role.MANAGER)
    translate(offer, by=manager)
    Offer.objects.filter(pk=offer.pk).update(state="ready")
    return Offer.objects.get(pk=offer.pk), manager


def test_clear_wording_blocks_and_says_how_to_put_it():
    sex, age = found_in(OfferFactory(requirements_pl=CLEAR))

    assert [(one.code, one.is_blocking, one.field, one.found) for one in (sex, age)] == [
        ("wording-sex", True, "requirements_pl", "Tylko kobiety"),
        ("wording-age", True, "requirements_pl", "do 35 lat"),
    ]
    assert "Tylko kobiety" in str(sex.sentence)
    assert "art. 18³ᵃ" in str(sex.sentence)
    assert "weights to lift" in str(sex.advice)


def test_words_that_only_the_translation_adds_are_told_at_the_translation():
    offer = OfferFactory(duties_pl="Pakowanie.", duties_uk="Тільки жінки.")

    assert (only(offer).code, only(offer).where) == ("wording-sex", checks.Where.TRANSLATION)


def test_soft_finding_holds_the_first_publication_until_it_is_passed_over():
    offer, by = ready(duties_pl=HINT)
    with pytest.raises(checks.NotPublishable, match="młodego zespołu"):
        publication.publish_offer(offer=offer, by=by)

    overriding.override_finding(offer=offer, digest=only(offer).digest, reason=" Cytat z nazwy ", by=by)
    published = publication.publish_offer(offer=offer, by=by)

    kept = Override.objects.get()
    assert published.is_live
    assert (kept.check_code, kept.found, kept.reason, kept.by) == (
        "wording-age",
        "młodego zespołu",
        "Cytat z nazwy",
        by,
    )


def test_offer_on_the_board_is_confirmed_in_spite_of_a_soft_finding():
    offer = PublishedFactory(duties_pl=HINT, title_uk="Пакувальник")

    confirmed = publication.confirm_offer(offer=offer, by=UserFactory(role=Role.MANAGER))

    assert confirmed.is_live


def test_override_lapses_when_the_words_change():
    offer, by = ready(duties_pl=HINT)
    overriding.override_finding(offer=offer, digest=only(offer).digest, reason="Nazwa zespołu", by=by)
    before = only(offer)

    offer = offers.update_offer(
        offer=offer, facts={"duties_pl": "Czeka młoda ekipa."}, version=offer.version, by=by
    )

    assert (before.is_open, only(offer).is_open) == (False, True)


def test_override_stays_when_something_else_changes():
    offer, by = ready(duties_pl=HINT)
    overriding.override_finding(offer=offer, digest=only(offer).digest, reason="Nazwa zespołu", by=by)

    offer = offers.update_offer(offer=offer, facts={"posts": 4}, version=offer.version, by=by)

    assert not only(offer).is_open


def test_passing_over_twice_keeps_the_first_reason():
    offer, by = ready(duties_pl=HINT)
    digest = only(offer).digest
    first = overriding.override_finding(offer=offer, digest=digest, reason="pierwszy", by=by)

    second = overriding.override_finding(offer=offer, digest=digest, reason="drugi", by=UserFactory())

    assert (second, second.reason) == (first, "pierwszy")


def test_nobody_passes_over_a_hard_finding():
    offer, by = ready(requirements_pl="Tylko mężczyźni.")

    with pytest.raises(overriding.OverrideRefused, match="must be put right"):
        overriding.override_finding(offer=offer, digest=only(offer).digest, reason="bo tak", by=by)


def test_what_is_a_matter_of_role_is_not_passed_over():
    offer = OfferFactory()
    by = UserFactory(role=Role.MANAGER)
    (finding,) = checks.findings(offer, status=texts.status_of(offer), by=by, today=offer.valid_until)

    with pytest.raises(overriding.OverrideRefused):
        overriding.override_finding(offer=offer, digest=finding.digest, reason="bo tak", by=by)


@pytest.mark.parametrize(
    ("role", "reason", "refusal"),
    [(Role.ADVISER, "powód", "role"), (Role.COUNSELLOR, "powód", "role"), (Role.BROKER, "  ", "Say why")],
)
def test_without_right_or_reason_nothing_is_passed_over(role, reason, refusal):
    offer, _by = ready(duties_pl=HINT)

    with pytest.raises(overriding.OverrideRefused, match=refusal):
        overriding.override_finding(
            offer=offer, digest=only(offer).digest, reason=reason, by=UserFactory(role=role)
        )


def test_finding_that_is_gone_cannot_be_passed_over():
    offer, by = ready(duties_pl=HINT)

    with pytest.raises(overriding.NothingToOverride):
        overriding.override_finding(offer=offer, digest="0" * 32, reason="powód", by=by)


def test_codes_and_digests_differ_between_findings():
    found = found_in(OfferFactory(requirements_pl=CLEAR, duties_pl=HINT, contract=None, is_gross=False))

    assert len({one.digest for one in found}) == len(found) == 4


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.BROKER, Role.MANAGER])
def test_page_takes_the_reason_and_the_history_tells_it(client, role):
    offer, _by = ready(duties_pl=HINT)
    client.force_login(UserFactory(role=role, full_name="Ewa Próbna"))
    digest = only(offer).digest

    page = client.get(offer.get_absolute_url()).content.decode()
    client.post(
        reverse("job_offers:offer-override", args=[offer.public_id]),
        {"digest": digest, "reason": "Nazwa działu"},
    )

    after = client.get(offer.get_absolute_url()).content.decode()
    history = client.get(reverse("job_offers:offer-history", args=[offer.public_id])).content.decode()
    assert f'value="{digest}"' in page
    assert "“Nazwa działu” – Ewa Próbna" in after
    assert f'value="{digest}"' not in after
    assert "Nazwa działu" in history


def test_page_without_a_reason_says_so(client):
    offer, by = ready(duties_pl=HINT)
    client.force_login(by)

    response = client.post(
        reverse("job_offers:offer-override", args=[offer.public_id]), {"digest": "x"}, follow=True
    )

    assert "Say why this does not stand against the offer." in response.content.decode()


@pytest.mark.parametrize(
    ("name", "values"),
    [("override_has_a_reason", {"reason": ""}), ("override_once_for_what_was_found", {"digest": "a"})],
)
def test_database_refuses(name, values):
    offer, by = OfferFactory(), UserFactory()
    Override.objects.create(offer=offer, check_code="twin", digest="a", reason="powód", by=by)

    with pytest.raises(IntegrityError, match=name):
        Override.objects.create(
            **{"offer": offer, "check_code": "twin", "digest": "b", "reason": "powód", "by": by} | values
        )
