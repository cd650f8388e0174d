"""The paper of an offer is one A4 page, whatever the employer wrote, and never loses what people decide on."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desk.demo.offers import TEMPLATES
from documents.making import make
from documents.models import Document
from job_offers.measure import LINE, excerpt, shortened
from job_offers.models import Offer
from reference.models import OfficeProfile, Term
from reference.prose import Block
from tests.job_offers.factories import PublishedFactory, place, term

LINE_PL = "Przygotowanie i wydawanie posiłków zgodnie z recepturą oraz zasadami higieny w zakładzie"
LINE_UK = "Приготування та видача страв за рецептурою з дотриманням правил гігієни на підприємстві"


def long_texts(stem: str, end: str = "\n- ") -> dict[str, str]:
    """Sixty lines in both languages, as no poster can hold them."""
    return {
        f"{stem}_{language}": "- " + end.join([line] * 60)
        for language, line in (("pl", LINE_PL), ("uk", LINE_UK))
    }


def printed(client, offer, language="uk") -> tuple[int, str]:
    """The number of pages of the poster and its words on one line, as anyone gets them."""
    client.get(f"/{language}/offers/{offer.public_id}/poster.pdf")
    make(Document.objects.get().pk)
    response = client.get(f"/{language}/offers/{offer.public_id}/poster.pdf")
    pdf = response.content
    reader = PdfReader(BytesIO(pdf))
    assert [round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]] == [210, 297]
    words = " ".join(page.extract_text() for page in reader.pages)
    return len(reader.pages), " ".join(words.replace("\xa0", " ").split())


def full_offer(**texts):
    """A translated offer with these words; its facts are those of ``MUST_HAVES``."""
    offer = PublishedFactory(
        title_pl="Kucharz",
        title_uk="Кухар",
        pay_from=5200,
        pay_to=6000,
        place=place("Chęciny"),
        street_address="ul. Próbna 5, 26-060 Chęciny",
        hours_per_week=40,
        working_time=1,
        experience_months=18,
        polish_level="a1",
        education=term("education", "primary"),
        has_meals=True,
        has_lodging=True,
    )
    Offer.objects.filter(pk=offer.pk).update(**texts)
    return offer


MUST_HAVES = ("від 5 200 до 6 000", "40 годин на тиждень", "Хенціни", "41 555 01 02")


@pytest.fixture
def office(db) -> OfficeProfile:
    return OfficeProfile.objects.create()


@pytest.mark.parametrize("end", ["\n- ", ". "], ids=["list", "prose"])
def test_poster_of_a_very_long_offer_is_one_page_with_all_that_matters(client, office, end):
    offer = full_offer(
        **long_texts("duties", end),
        **long_texts("requirements", end),
        **long_texts("apply_note", end),
        pay_note_pl="premia co miesiąc " * 16,
        pay_note_uk="премія щомісяця " * 18,
    )

    pages, words = printed(client, offer)

    assert pages == 1
    assert [fact for fact in MUST_HAVES if fact not in words] == []
    assert "Текст тут скорочено" in words or "The text is shortened here" in words
    assert "Kucharz" in words


def test_poster_keeps_facts_of_every_kind_on_one_page(client, office):
    offer = full_offer(
        title_pl="Kucharz kuchni " * 12,
        title_uk="Кухар на кухні " * 12,
        **long_texts("duties"),
        **long_texts("requirements"),
    )
    offer.licences.set(Term.objects.filter(vocabulary="licence"))
    offer.apply_languages.set(Term.objects.filter(vocabulary="language"))

    pages, words = printed(client, offer)

    assert pages == 1
    assert [fact for fact in MUST_HAVES if fact not in words] == []


def test_posters_of_the_longest_demo_offers_are_whole_and_one_page(client, office):
    longest = max(TEMPLATES, key=lambda made: len(made["duties_uk"] + made["requirements_uk"]))
    texts = {
        f"{name}_{language}": longest[f"{name}_{language}"]
        for name in ("title", "duties", "requirements")
        for language in ("pl", "uk")
    }

    pages, words = printed(client, full_offer(**texts))

    assert pages == 1
    assert "…" not in words
    assert longest["requirements_uk"].split()[-1] in words


def test_poster_of_a_short_offer_leaves_nothing_out(client, office):
    short = full_offer(duties_uk="Варити борщ")

    _pages, words = printed(client, short)

    assert "Текст тут скорочено" not in words
    assert "…" not in words


def test_excerpt_keeps_what_fits():
    whole = excerpt("Praca w kuchni\n- gotować\n- podawać", room=3)

    assert whole.blocks == [Block("paragraph", ["Praca w kuchni"]), Block("list", ["gotować", "podawać"])]
    assert whole.is_whole


def test_excerpt_ends_where_the_room_does():
    cut = excerpt("- gotować\n- podawać\n- zmywać", room=2)

    assert (cut.blocks, cut.is_whole) == ([Block("list", ["gotować", "podawać"])], False)


def test_excerpt_ends_a_long_line_between_words():
    cut = excerpt("dwa słowa " * 50, room=1)

    ((line,),) = [block.lines for block in cut.blocks]
    assert len(line) <= LINE
    assert line.endswith(("dwa …", "słowa …"))


def test_a_word_without_end_is_cut_all_the_same():
    assert shortened("A" * 500, 20) == "A" * 19 + "…"
