"""Letting a finding through on the page of a translation: as a person without JavaScript does it."""

import pytest
from django.urls import reverse

from accounts.permissions import Act
from tests.factories import UserFactory
from tests.translations.factories import GOOD, OverrideFactory, drafted, in_order, reviewed, reviewer
from tests.translations.test_overrides import SHIFT, WRONG, let_through, place_of
from translations import services
from translations.models import Override

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(reviewer())
    return client


def address(translation) -> str:
    return reverse("translations:translation-override", args=[translation.public_id])


def typed(translation, texts=WRONG, **more) -> dict[str, object]:
    """What the page of ``translation`` sends with ``texts`` typed."""
    fields = {f"segment-{row.pk}": text for row, text in zip(in_order(translation), texts, strict=True)}
    return {"version": translation.version, **fields, **more}


def button(translation, text: str = SHIFT) -> str:
    place = place_of(translation, text)
    return f"{place.segment}:{place.key}"


def stopped(desk, translation):
    """The page after an approval that a check stopped."""
    page = reverse("translations:translation-approve", args=[translation.public_id])
    response = desk.post(page, typed(translation))
    translation.refresh_from_db()
    return response


def test_the_stopped_page_has_a_button_beside_the_finding(desk):
    translation = drafted()

    response = stopped(desk, translation)

    assert response.status_code == 409
    assert f'formaction="{address(translation)}"' in response.text
    assert f'value="{button(translation)}"' in response.text


def test_who_may_not_approve_gets_no_button(client):
    translation = drafted()
    with pytest.raises(services.NotFaithful):
        services.approve(
            translation=translation,
            texts={row.pk: text for row, text in zip(in_order(translation), WRONG, strict=True)},
            version=translation.version,
            by=reviewer(),
        )
    client.force_login(UserFactory(role="coordinator"))

    response = client.get(translation.get_absolute_url())

    assert "lost-quantity" in {
        remark.finding.code
        for section in response.context["workbench"].sections
        for line in section.lines
        for remark in line.look.remarks
    }
    assert address(translation) not in response.text


def test_the_button_asks_why_and_carries_what_was_typed(desk):
    translation = drafted()

    response = desk.post(address(translation), typed(translation, finding=button(translation)))

    title = in_order(translation)[0]
    assert response.status_code == 200
    assert SHIFT in response.text
    assert f'<input type="hidden" name="segment-{title.pk}" value="{GOOD[0]}">' in response.text
    assert f'<input type="hidden" name="finding" value="{button(translation)}">' in response.text
    assert not Override.objects.exists()


def test_with_a_reason_the_page_comes_back_with_what_was_typed(desk):
    translation = drafted()
    sent = typed(translation, finding=button(translation), because="1", why="same", reason="")

    response = desk.post(address(translation).replace("/uk/", "/en/"), sent)

    override = Override.objects.get()
    assert (override.why, override.text_uk) == ("same", SHIFT)
    assert response.context["form"][f"segment-{in_order(translation)[2].pk}"].value() == SHIFT
    assert "Both texts say the same" in response.text
    assert response.context["workbench"].blocking_count == 0


def test_with_nothing_unsaved_the_page_is_opened_anew(desk):
    translation = drafted()
    stopped(desk, translation)
    sent = typed(translation, finding=button(translation), because="1", why="same", reason="")

    response = desk.post(address(translation), sent)

    assert response.status_code == 302
    assert response["Location"] == translation.get_absolute_url()


def test_the_whole_way_ends_in_an_approval(desk):
    translation = drafted()
    stopped(desk, translation)
    desk.post(
        address(translation),
        typed(translation, finding=button(translation), because="1", why="same", reason=""),
    )
    desk.get(translation.get_absolute_url())

    stopped(desk, translation)

    assert translation.status == "reviewed"


@pytest.mark.parametrize(
    ("why", "reason", "field"),
    [("other", "bo tak", "reason"), ("", "bo tak jest dobrze", "why"), ("x", "", "why")],
)
def test_a_reason_that_says_nothing_is_asked_for_again(desk, why, reason, field):
    translation = drafted()
    sent = typed(translation, finding=button(translation), because="1", why=why, reason=reason)

    response = desk.post(address(translation), sent)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert f'value="{GOOD[0]}"' in response.text
    assert not Override.objects.exists()


def test_going_back_changes_nothing_and_keeps_what_was_typed(desk):
    translation = drafted()

    response = desk.post(address(translation), typed(translation, finding=button(translation), back="1"))

    assert response.context["form"][f"segment-{in_order(translation)[2].pk}"].value() == SHIFT
    assert not Override.objects.exists()


@pytest.mark.parametrize("finding", ["", "0:x", "no"])
def test_a_finding_that_is_gone_is_told_beside_what_was_typed(desk, finding):
    translation = drafted()

    response = desk.post(address(translation), typed(translation, finding=finding))

    assert response.status_code == 409
    assert SHIFT in response.text


def test_a_text_that_is_too_long_is_told_first(desk):
    translation = drafted()
    sent = typed(translation, [*GOOD[:2], "х" * 6000], finding="1:x")

    response = desk.post(address(translation), sent)

    assert response.status_code == 422


def test_taking_back_lets_the_check_speak_again(desk):
    translation = drafted()
    override = let_through(translation)
    back = reverse(
        "translations:translation-override-withdraw", args=[translation.public_id, override.public_id]
    )

    response = desk.post(back, typed(translation))

    override.refresh_from_db()
    assert override.withdrawn_at is not None
    assert response.context["workbench"].blocking_count == 1


def test_taking_back_with_a_text_too_long_takes_nothing_back(desk):
    override = OverrideFactory(translation=drafted())
    back = reverse(
        "translations:translation-override-withdraw",
        args=[override.translation.public_id, override.public_id],
    )

    response = desk.post(back, typed(override.translation, [*GOOD[:2], "х" * 6000]))

    override.refresh_from_db()
    assert (response.status_code, override.withdrawn_at) == (422, None)


def test_an_override_of_another_translation_is_not_found(desk):
    other, translation = OverrideFactory(translation=drafted()), drafted()
    back = reverse(
        "translations:translation-override-withdraw", args=[translation.public_id, other.public_id]
    )

    assert desk.post(back, typed(translation)).status_code == 404


def test_a_published_text_keeps_being_read_while_its_correction_is_let_through(desk):
    translation = reviewed(GOOD)
    sent = typed(translation, finding=button(translation), because="1", why="same", reason="")

    response = desk.post(address(translation), sent)

    translation.refresh_from_db()
    assert (response.status_code, translation.status) == (200, "reviewed")
    assert in_order(translation)[2].text_uk == GOOD[2]


@pytest.mark.parametrize("acts", [[], [Act.REVIEW_TRANSLATIONS]])
def test_only_who_may_approve_lets_through(client, acts):
    translation = drafted()
    client.force_login(UserFactory(role="coordinator", granted_acts=acts))

    response = client.post(address(translation), typed(translation, finding=button(translation)))

    assert response.status_code == (200 if acts else 403)
