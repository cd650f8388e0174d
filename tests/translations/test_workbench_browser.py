"""The page of one translation in a real browser: keys, live checks, suggestions, undo, insertion, voice."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe, complaints, sign_in
from tests.translations.bench import Bench
from tests.translations.factories import GOOD, drafted, in_order, reviewer
from translations import memory
from translations.models import Segment

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

BLOCKED = "Клеїмо коробки 9 годин."


@pytest.fixture
def bench(page: Page, site: str) -> Bench:
    sign_in(page.context, reviewer(), site)
    return Bench(page, site, drafted())


def test_sentences_are_done_and_gone_through_by_keys(bench):
    bench.open()
    expect(bench.progress).to_have_text("Done: 0 of 3")

    bench.field(0).focus()
    bench.press("Control+Enter")

    bench.is_at(1)
    expect(bench.progress).to_have_text("Done: 1 of 3")
    expect(bench.sentence(0).get_by_text("done", exact=True)).to_be_visible()
    bench.press("Alt+ArrowUp")
    bench.is_at(0)
    bench.press("Alt+ArrowDown", "Alt+ArrowDown")
    bench.is_at(2)


def test_an_unfinished_sentence_is_not_done(bench):
    bench.open()

    bench.field(2).focus()
    bench.press("Control+Enter")

    bench.is_at(2)
    bench.hears("Not done yet: the sentence is not translated to its end.")
    expect(bench.progress).to_have_text("Done: 0 of 3")


def test_coming_to_a_sentence_selects_its_first_gap(bench):
    bench.open()

    bench.field(1).focus()
    bench.press("Alt+ArrowDown")
    bench.type("Клеїмо")

    expect(bench.field(2)).to_have_value("Клеїмо 8 ⟦godzin⟧.")


def test_a_wrong_fact_is_marked_on_both_sides_while_it_is_typed(bench):
    bench.open()

    bench.field(2).fill(BLOCKED)

    findings = bench.sentence(2).locator("[data-findings]")
    expect(findings).to_contain_text("The Polish text says 8")
    expect(bench.sentence(2).locator("[lang=pl] mark.fault-red")).to_have_text("8")
    expect(findings.locator("q mark")).to_have_text("9")
    bench.hears("2 things in this sentence must be corrected.")
    findings.locator("q mark").click()
    assert bench.page.evaluate("getSelection().toString()") == "9"
    bench.field(2).fill(GOOD[2])
    expect(findings).to_have_text("")
    expect(bench.sentence(2).locator("mark.fault-red")).to_have_count(0)
    bench.hears("Nothing in this sentence must be corrected any more.")


def remember(pl: str, uk: str) -> None:
    memory.remember([Segment(source_pl=pl, text_uk=uk)], by=reviewer(), domain="translations_tests")


def asked_for(page: Page, what: str) -> list[str]:
    """The requests to ``what`` that the page makes from now on, by the number of the sentence."""
    heard: list[str] = []
    page.on("request", lambda sent: heard.append(sent.url) if f"/{what}/" in sent.url else None)
    return heard


def test_answers_about_an_older_text_are_thrown_away(bench):
    held = []
    bench.open()
    bench.page.route("**/findings/", lambda route: route.continue_() if held else held.append(route))

    bench.field(2).fill(BLOCKED)
    bench.page.wait_for_timeout(900)
    with bench.page.expect_response("**/findings/"):
        bench.field(2).fill(GOOD[2])
    answer = '<div data-answer data-blocking="1"><p data-polish>old</p><p data-findings>old</p><p data-said></p></div>'
    held[0].fulfill(body=answer, content_type="text/html")
    bench.page.wait_for_timeout(500)

    expect(bench.sentence(2).locator("[data-polish]")).to_contain_text("Kleimy")
    expect(bench.sentence(2).locator("[data-findings]")).to_have_text("")


def test_a_dead_network_never_stops_the_typing(bench):
    bench.open()
    bench.page.route("**/findings/", lambda route: route.abort())
    bench.page.route("**/suggestions/", lambda route: route.abort())

    bench.field(2).fill("")
    bench.field(2).press_sequentially(GOOD[2])

    expect(bench.field(2)).to_have_value(GOOD[2])
    expect(bench.sentence(2)).to_contain_text("The checks do not answer now.")
    expect(bench.sentence(2)).to_contain_text("The memory does not answer now.")


def test_suggestions_are_asked_for_where_one_works_and_one_ahead(page, site):
    remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    sign_in(page.context, reviewer(), site)
    lines = "\n".join(["Kleimy duże pudła przez 8 godzin", *(f"Zupełnie coś innego {n}" for n in "abcdefgh")])
    bench = Bench(page, site, drafted(body_pl=lines))
    heard = asked_for(page, "suggestions")
    bench.open()
    assert heard == []

    bench.field(1).focus()
    expect(bench.sentence(1).locator("[data-take]")).to_have_count(1)
    expect(bench.sentence(2)).to_contain_text("The memory has nothing like this sentence.")
    bench.press("Alt+1")

    assert len(heard) == 2
    expect(bench.field(1)).to_have_value("Клеїмо коробки 8 годин")
    bench.hears("The suggestion is in the text.")
    bench.press("Alt+2")
    bench.hears("There is no such suggestion.")


def test_undo_brings_back_text_and_caret_also_after_a_suggestion(page, site):
    remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    sign_in(page.context, reviewer(), site)
    bench = Bench(page, site, drafted(body_pl="Kleimy duże pudła przez 8 godzin")).open()
    bench.field(1).fill("")
    bench.type("раз два")
    for _ in "два":
        bench.press("ArrowLeft")
    expect(bench.sentence(1).locator("[data-take]")).to_have_count(1)
    bench.press("Alt+1")

    bench.press("Control+z")

    expect(bench.field(1)).to_have_value("раз два")
    assert bench.field(1).evaluate("field => field.selectionStart") == 4
    bench.press("Control+z")
    expect(bench.field(1)).to_have_value("раз")
    bench.press("Control+y", "Control+y")
    expect(bench.field(1)).to_have_value("Клеїмо коробки 8 годин")
    bench.sentence(1).get_by_role("button", name="Undo").click()
    expect(bench.field(1)).to_have_value("раз два")


def test_a_taken_suggestion_stays_the_memorys(page, site):
    remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    sign_in(page.context, reviewer(), site)
    translation = drafted(body_pl="Kleimy duże pudła przez 8 godzin\nKleimy pudła przez 7 godzin i więcej")
    bench = Bench(page, site, translation).open()
    for number in (1, 2):
        bench.field(number).focus()
        expect(bench.sentence(number).locator("[data-take]")).to_have_count(1)
        bench.press("Alt+1")
    bench.type(" і більше")

    bench.press("Control+Shift+Enter")

    expect(page.locator(".message")).to_have_text("The draft is saved.")
    assert [segment.origin for segment in in_order(translation)][1:] == ["memory", "person"]


def test_words_and_facts_are_written_in_by_keys_and_by_the_mouse(bench):
    bench.open()
    bench.field(2).fill("Клеїмо")

    bench.press("Alt+Enter")
    expect(bench.sentence(2).get_by_role("button", name="8", exact=True)).to_be_focused()
    bench.press("Enter")

    bench.is_at(2)
    expect(bench.field(2)).to_have_value("Клеїмо 8")
    bench.press("Alt+Enter", "Escape")
    bench.is_at(2)
    bench.field(1).fill("")
    bench.sentence(1).locator("mark.term").click()
    expect(bench.field(1)).to_have_value("пакування виробів")
    bench.press("Control+z")
    expect(bench.field(1)).to_have_value("")


def test_a_word_lands_in_the_gap_of_a_sentence_never_visited_and_once(bench):
    bench.open()
    listed = bench.sentence(2).get_by_role("button", name="8", exact=True)

    listed.dblclick()

    assert bench.field(2).input_value().count("8") == 2


def test_a_done_sentence_that_is_emptied_is_open_again(bench):
    bench.open()
    bench.field(0).focus()
    bench.press("Control+Enter")
    expect(bench.progress).to_have_text("Done: 1 of 3")

    bench.field(0).fill("")

    expect(bench.progress).to_have_text("Done: 0 of 3")


def test_from_outside_of_the_sentences_nothing_is_called_done(bench):
    bench.open()
    bench.field(0).focus()
    bench.page.get_by_role("button", name="Approve").focus()

    bench.press("Control+Enter")

    bench.is_at(0)
    expect(bench.progress).to_have_text("Done: 0 of 3")


@pytest.mark.parametrize("state", ["isComposing: true", "modifierAltGraph: true"])
def test_keys_are_not_taken_while_letters_are_composed_or_with_altgr(bench, state):
    bench.open()
    bench.field(0).focus()

    bench.field(0).evaluate(
        f"field => field.dispatchEvent(new KeyboardEvent('keydown', {{key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, {state}}}))"
    )

    bench.is_at(0)
    expect(bench.progress).to_have_text("Done: 0 of 3")


def test_keys_are_listed_and_can_be_switched_off(bench):
    bench.open()
    keys = bench.page.locator("#keys")

    bench.press("?")
    expect(keys).to_be_visible()
    keys.get_by_role("checkbox").uncheck()
    bench.press("Escape", "?")
    expect(keys).to_be_hidden()
    bench.page.reload()
    bench.field(0).focus()
    bench.press("Control+Enter", "Alt+ArrowDown")

    bench.is_at(0)
    bench.page.get_by_role("button", name="Keys").click()
    keys.get_by_role("checkbox").check()
    bench.press("Escape")
    bench.field(0).focus()
    bench.press("Alt+ArrowDown")
    bench.is_at(1)


VOICES = """voices => { Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices, said: [], cancel() {}, addEventListener() {}, speak(one) { this.said.push(one.text); } } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } }; }"""


@pytest.mark.parametrize(
    ("voice", "is_offered"),
    [
        ("{lang: 'uk-UA', localService: true}", True),
        ("{lang: 'uk-UA', localService: false}", False),
        ("{lang: 'pl-PL', localService: true}", False),
    ],
)
def test_text_is_read_aloud_by_a_voice_of_the_device_only(bench, voice, is_offered):
    bench.page.add_init_script(f"({VOICES})([{voice}])")
    bench.open()
    listen = bench.sentence(0).get_by_role("button", name="Listen")

    expect(listen).to_be_visible(visible=is_offered)
    if is_offered:
        listen.click()
        bench.field(2).focus()
        bench.press("Alt+r")
        assert bench.page.evaluate("speechSynthesis.said") == ["Пакувальник", "Kleimy pudła przez 8 godzin."]


def test_preview_shows_what_is_typed_and_stores_nothing(bench):
    bench.open()
    bench.field(0).fill("Пакувальниця")

    with bench.page.expect_popup() as opened:
        bench.page.get_by_role("button", name="Preview as readers will see it").click()

    expect(opened.value.locator("h1")).to_have_text("Пакувальниця")
    assert in_order(bench.translation)[0].text_uk == "Пакувальник"


def test_page_works_without_scripts(browser: Browser, site):
    remember("Kleimy pudła przez 7 godzin", "Клеїмо коробки 7 годин")
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, reviewer(), site)
    translation = drafted(body_pl="Kleimy duże pudła przez 8 godzin")
    bench = Bench(context.new_page(), site, translation)
    bench.page.goto(bench.address)
    assert not bench.page.locator("[data-scripted]").first.is_visible()
    bench.field(0).fill("Пакувальниця")

    bench.sentence(1).get_by_role("button", name="Suggestions of the memory").click()
    expect(bench.field(0)).to_have_value("Пакувальниця")
    bench.sentence(1).get_by_role("button", name="Take").click()

    assert [segment.text_uk for segment in in_order(translation)] == [
        "Пакувальниця",
        "Клеїмо коробки 8 годин",
    ]
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_what_has_the_focus_is_never_under_the_bar(bench, width):
    bench.page.emulate_media(reduced_motion="reduce")  # the page is there at once
    bench.page.set_viewport_size({"width": width, "height": 800})
    bench.open()
    bar = bench.page.locator(".workbench-bar")
    bench.field(0).focus()

    gone, covered = 0, []
    while not bar.evaluate("bar => bar.contains(document.activeElement)"):
        end = bench.page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        if end > bar.bounding_box()["y"] + 1:
            covered.append(bench.page.evaluate("document.activeElement.outerHTML"))
        bench.press("Tab")
        gone += 1

    assert gone > 5
    assert covered == []


@pytest.mark.parametrize("language", ["pl", "uk"])
@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_accessible_and_no_wider_than_the_screen(bench, language, width):
    bench.page.set_viewport_size({"width": width, "height": 800})
    bench.address = bench.address.replace("/en/", f"/{language}/")

    with complaints(bench.page) as heard:
        bench.open()
        bench.field(2).fill(BLOCKED)
        expect(bench.sentence(2).locator("[data-findings] .tag-red").first).to_be_visible()

    assert bench.page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == []
    # The bar at the bottom covers whatever is half scrolled under it, and axe would call that too small to touch.
    whole = bench.page.evaluate("document.documentElement.scrollHeight")
    bench.page.set_viewport_size({"width": width, "height": whole})
    assert axe(bench.page) == []
    bench.press("Alt+k")
    assert axe(bench.page) == []
