"""What is typed on the page of a translation is never lost: closed tabs, dead networks, a second person, a new Polish."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from job_offers.models import Offer
from tests.background.processes import wait_until
from tests.browser import TURN, sign_in
from tests.factories import UserFactory
from tests.job_offers.factories import OfferFactory
from tests.translations.bench import Bench
from tests.translations.factories import GOOD, drafted, in_order, reviewer
from tests.translations.models import Notice
from translations import drafting, editing_services, registry, services
from translations.models import Editing, Translation, TypedText

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

TYPED = "Клеїмо коробки 8 годин щодня."


@pytest.fixture
def bench(page: Page, site: str) -> Bench:
    sign_in(page.context, reviewer(full_name="Olena Kowal"), site)
    return Bench(page, site, drafted())


def saved(bench: Bench):
    return expect(bench.page.locator("[data-saving]"))


def kept_here(bench: Bench) -> int:
    """How many translations' words this browser keeps."""
    return bench.page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('workbench-typed')).length"
    )


def test_typed_words_are_kept_without_being_a_draft(bench):
    bench.open()

    bench.field(2).fill(TYPED)
    saved(bench).to_contain_text("Saved ")

    assert [row.text_uk for row in TypedText.objects.all()] == [TYPED]
    assert in_order(bench.translation)[2].text_uk != TYPED
    assert kept_here(bench) == 0


def test_a_tab_closed_right_after_typing_loses_nothing(bench, site):
    bench.open()
    bench.field(2).fill(TYPED)

    bench.page.goto("about:blank")
    wait_until(TypedText.objects.filter(text_uk=TYPED).exists, "the words have arrived")
    other = Bench(bench.page.context.new_page(), site, bench.translation).open()

    expect(other.field(2)).to_have_value(TYPED)


def test_without_a_connection_words_stay_in_the_browser_until_they_are_sent(bench):
    bench.open()
    bench.page.context.set_offline(True)

    bench.field(2).fill(TYPED)
    saved(bench).to_have_text("Not saved: no connection. Kept in this browser.")
    assert (kept_here(bench), TypedText.objects.count()) == (1, 0)
    bench.page.context.set_offline(False)

    saved(bench).to_contain_text("Saved ")
    assert (kept_here(bench), TypedText.objects.get().text_uk) == (0, TYPED)


def test_words_kept_without_a_connection_come_back_with_the_page(bench):
    bench.open()
    bench.page.route("**/typed/", lambda route: route.abort())
    bench.field(2).fill(TYPED)
    saved(bench).to_contain_text("Kept in this browser.")
    bench.page.evaluate("navigator.sendBeacon = () => false")

    bench.page.goto("about:blank")
    bench.page.unroute("**/typed/")
    bench.open()

    expect(bench.field(2)).to_have_value(TYPED)
    saved(bench).to_contain_text("Saved ")
    bench.field(2).focus()
    bench.press("Control+z")
    expect(bench.field(2)).not_to_have_value(TYPED)


def test_kept_words_never_replace_what_somebody_wrote_meanwhile(bench):
    bench.open()
    bench.page.route("**/typed/", lambda route: route.abort())
    bench.field(2).fill(TYPED)
    saved(bench).to_contain_text("Kept in this browser.")
    bench.page.evaluate("navigator.sendBeacon = () => false")
    bench.page.goto("about:blank")
    bench.page.unroute("**/typed/")
    texts = dict(zip((row.pk for row in in_order(bench.translation)), GOOD, strict=True))
    bench.translation.editing.delete()
    services.save_draft(
        translation=bench.translation, texts=texts, version=bench.translation.version, by=UserFactory()
    )

    bench.open()

    expect(bench.field(2)).to_have_value(GOOD[2])
    expect(bench.sentence(2)).to_contain_text(TYPED)
    bench.sentence(2).get_by_role("button", name="Put it into the text").click()
    expect(bench.field(2)).to_have_value(TYPED)


def test_words_about_a_person_are_not_kept_in_the_browser(bench, monkeypatch):
    about_people = replace(registry.of(Notice), is_personal=True)
    monkeypatch.setitem(registry._registered, Notice, about_people)
    bench.open()
    bench.page.route("**/typed/", lambda route: route.abort())

    bench.field(2).fill(TYPED)

    saved(bench).to_have_text("Not saved: no connection. Keep this page open.")
    assert kept_here(bench) == 0


def test_who_is_signed_out_meanwhile_is_told(bench):
    bench.open()
    bench.page.context.clear_cookies()

    bench.field(2).fill(TYPED)

    saved(bench).to_contain_text("Not saved: you are no longer signed in.")
    expect(bench.field(2)).to_have_value(TYPED)


def test_who_is_taken_over_from_cannot_overwrite_and_keeps_what_was_typed(bench, site):
    bench.open()
    bench.field(0).fill("Пакувальниця")
    saved(bench).to_contain_text("Saved ")
    other = reviewer(full_name="Marek Nowak")
    editing_services.take_over(translation=bench.translation, by=other)

    bench.field(2).fill(TYPED)
    notice = bench.page.locator("[data-not-kept]")
    expect(notice).to_contain_text("Marek Nowak has been working on this translation")

    expect(notice).to_be_focused()
    expect(bench.field(2)).to_have_value(TYPED)
    expect(bench.field(2)).not_to_be_editable()
    expect(bench.page.get_by_role("button", name="Approve")).to_be_disabled()
    assert [row.text_uk for row in TypedText.objects.all()] == ["Пакувальниця"]
    notice.get_by_role("button", name="Go on here").click()
    expect(bench.field(0)).to_have_value("Пакувальниця")
    expect(bench.field(2)).to_have_value(TYPED)


def test_who_comes_second_sees_who_works_and_starts_with_what_was_typed(bench, site, browser):
    bench.open()
    bench.field(0).fill("Пакувальниця")
    saved(bench).to_contain_text("Saved ")
    context: BrowserContext = browser.new_context()
    sign_in(context, reviewer(full_name="Marek Nowak"), site)
    second = Bench(context.new_page(), site, bench.translation)
    second.page.goto(second.address)
    expect(second.page.get_by_text("Olena Kowal has this translation open")).to_be_visible()
    assert second.page.locator("textarea").count() == 0

    second.page.get_by_role("button", name="Take over").click()

    expect(second.field(0)).to_have_value("Пакувальниця")
    context.close()


def test_words_go_on_being_kept_after_signing_in_on_another_page(bench, site):
    bench.open()
    bench.page.context.clear_cookies()
    bench.field(2).fill("Клеїмо")
    saved(bench).to_contain_text("Not saved: you are no longer signed in.")

    sign_in(bench.page.context, Editing.objects.get().holder, site)
    bench.field(2).fill(TYPED)
    saved(bench).to_contain_text("Saved ")

    assert TypedText.objects.get().text_uk == TYPED
    bench.press("Control+Shift+Enter")
    expect(bench.page.locator(".message")).to_have_text("The draft is saved.")


def test_refused_words_about_a_person_come_along_and_never_stay_in_the_browser(bench, monkeypatch):
    about_people = replace(registry.of(Notice), is_personal=True)
    monkeypatch.setitem(registry._registered, Notice, about_people)
    bench.open()
    editing_services.take_over(translation=bench.translation, by=reviewer(full_name="Marek Nowak"))
    bench.field(2).fill(TYPED)
    notice = bench.page.locator("[data-not-kept]")
    expect(notice).to_contain_text("Marek Nowak")
    bench.press("Control+z")
    assert (bench.field(2).input_value(), kept_here(bench)) == (TYPED, 0)

    notice.get_by_role("button", name="Go on here").click()

    expect(bench.page.locator(".message")).to_contain_text("You work on this translation now.")
    expect(bench.field(2)).to_have_value(TYPED)
    assert kept_here(bench) == 0


def test_refused_words_are_kept_for_who_only_looks_at_the_new_page(bench):
    bench.open()
    editing_services.take_over(translation=bench.translation, by=reviewer(full_name="Marek Nowak"))
    bench.field(2).fill(TYPED)

    expect(bench.page.locator("[data-not-kept]")).to_be_visible()

    assert kept_here(bench) == 1


def test_saving_twice_is_saving_once(bench):
    held = []
    bench.open()
    bench.page.route("**/save/", lambda route: held.append(route))
    bench.field(2).fill(TYPED)

    bench.press("Control+Shift+Enter", "Control+Shift+Enter")
    bench.page.wait_for_timeout(300)

    assert len(held) == 1
    held[0].continue_()
    expect(bench.page.locator(".message")).to_have_text("The draft is saved.")
    expect(bench.field(2)).to_be_editable()


def test_saving_without_a_connection_leaves_the_page_as_it_is(bench):
    bench.open()
    bench.field(2).fill(TYPED)
    bench.page.context.set_offline(True)

    bench.press("Control+Shift+Enter")

    saved(bench).to_contain_text("Not saved: no connection.")
    expect(bench.field(2)).to_have_value(TYPED)
    expect(bench.field(2)).to_be_editable()
    bench.page.context.set_offline(False)


def test_words_on_a_page_that_was_refused_are_kept_untouched(bench):
    bench.open()
    bench.field(1).evaluate("field => field.removeAttribute('maxlength')")
    bench.field(1).fill("а" * 5001)
    bench.field(2).fill(TYPED)
    bench.page.route("**/typed/", lambda route: route.abort())
    bench.page.evaluate("navigator.sendBeacon = () => false")
    bench.page.get_by_role("button", name="Save draft").click()
    bench.page.wait_for_url("**/save/")
    expect(bench.page.locator("[data-scripted]").first).to_be_visible()
    with TURN:
        TypedText.objects.all().delete()
    bench.page.unroute("**/typed/")

    bench.field(1).fill(GOOD[1])

    saved(bench).to_contain_text("Saved ")
    assert TYPED in TypedText.objects.values_list("text_uk", flat=True)


def test_words_offered_from_this_browser_stay_until_they_are_put_in(bench):
    bench.open()
    bench.page.evaluate(
        "([key, text]) => localStorage.setItem('workbench-typed:' + document.forms.workbench.dataset.typedUrl,"
        " new URLSearchParams({['typed-' + key]: text, ['over-' + key]: 'інше'}).toString())",
        [str(in_order(bench.translation)[2].pk), TYPED],
    )
    bench.open()
    bench.field(0).fill("Пакувальниця")
    saved(bench).to_contain_text("Saved ")

    bench.open()

    bench.sentence(2).get_by_role("button", name="Put it into the text").click()
    saved(bench).to_contain_text("Saved ")
    assert kept_here(bench) == 0


MESSY = ["Кухар", "миття вікон, з 6:00 до 14:00", "позмінна робота", "тел. 41 555 01 23!!!"]


def test_a_coordinator_translates_a_messy_offer_with_the_keyboard_only(page, site, browser):
    """The whole acceptance: keys only, a second person is told, the Polish changes, nothing is lost."""
    offer, translation = messy_offer()
    sign_in(page.context, reviewer(full_name="Olena Kowal"), site)
    bench = Bench(page, site, translation).open()

    type_all(bench, MESSY)
    saved(bench).to_contain_text("Saved ")
    somebody_else_is_told(bench, site, browser)
    the_polish_changes(bench, offer)
    page.goto(bench.address)
    what_changed_is_marked_and_the_rest_is_there(bench)
    type_all(bench, [text.replace("6:00", "7:00").replace("14:00", "15:00") for text in MESSY])
    bench.press("Enter")

    expect(page.locator(".message-success")).to_contain_text("The translation is approved.")
    offer.refresh_from_db()
    assert offer.duties_uk == "- миття вікон, з 7:00 до 15:00\n- позмінна робота; тел. 41 555 01 23!!!"


def messy_offer() -> tuple[Offer, Translation]:
    duties = "- mycie okien, od 6:00 do 14:00\n- praca zmianowa; tel. 41 555 01 23!!!"
    offer = OfferFactory(title_pl="Kucharz", duties_pl=duties, requirements_pl="")
    translation = services.owe_draft(subject=offer)
    drafting.draft(translation.pk)
    translation.refresh_from_db()
    return offer, translation


def type_all(bench: Bench, texts: list[str]) -> None:
    """Write every sentence anew with keys; the last one done leads to the button to approve."""
    for number, text in enumerate(texts):
        bench.press(*["Alt+ArrowUp"] * len(texts), *["Alt+ArrowDown"] * number)
        bench.is_at(number)
        bench.press("Control+a")
        bench.type(text)
        expect(bench.field(number)).to_have_value(text)
        expect(bench.sentence(number).locator("[data-findings] .tag-red")).to_have_count(0)
        bench.press("Control+Enter")
    expect(bench.page.get_by_role("button", name="Approve")).to_be_focused()


def somebody_else_is_told(bench: Bench, site: str, browser: Browser) -> None:
    context = browser.new_context()
    sign_in(context, reviewer(), site)
    second = context.new_page()
    second.goto(bench.address)
    expect(second.get_by_text("Olena Kowal has this translation open")).to_be_visible()
    expect(second.locator("textarea")).to_have_count(0)
    context.close()
    bench.page.bring_to_front()


def the_polish_changes(bench: Bench, offer: Offer) -> None:
    """While somebody types, who learns it with the next words that are kept."""
    offer.duties_pl = offer.duties_pl.replace("od 6:00 do 14:00", "od 7:00 do 15:00")
    offer.save()
    services.source_changed(subject=offer)
    bench.press("Alt+ArrowUp")
    bench.type(" ")
    expect(bench.page.locator("[data-changed-meanwhile]")).to_be_visible()


def what_changed_is_marked_and_the_rest_is_there(bench: Bench) -> None:
    changed = bench.page.locator("[data-sentence]", has_text="Polish changed")
    expect(changed).to_have_count(1)
    expect(changed.locator("ins").first).to_contain_text("7")
    for number, text in enumerate(MESSY):
        assert bench.field(number).input_value().strip() == text
