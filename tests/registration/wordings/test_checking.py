"""Wording that is refused, with the line it stands in; and wording that is not."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from registration.models import Layout, TemplateSection
from registration.papers.checking import (
    LONGEST_BODY,
    LONGEST_LINE,
    MOST_LINES,
    MOST_SECTIONS,
    check,
    check_section,
)
from tests.registration.wordings.factories import TemplateSectionFactory, TemplateVersionFactory, wording

FIELDS = "PESEL: {{ pesel }}"
TABLE = "Szkoła | Lata\n{{ schools.school }} | {{ schools.years }}"


def told(section):
    with translation.override("en"):
        return [(problem.language, problem.line, str(problem.sentence)) for problem in check_section(section)]


def refused(text, layout=Layout.TEXT):
    """What is said of ``text`` in the Polish column; the Ukrainian is the same."""
    problems = told(wording(text, layout=layout))
    assert {(line, sentence) for language, line, sentence in problems if language == "pl"} == {
        (line, sentence) for language, line, sentence in problems if language == "uk"
    }
    return [(line, sentence) for language, line, sentence in problems if language == "pl"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Ja\n{{ full_nam }}", 2, "There is no placeholder “full_nam”. Pick one from the list."),
        ("{% if has_dog %}x{% endif %}", 1, "There is no placeholder “has_dog”"),
        ("a\nb\n{{ children }}", 3, "“children” is a list. Name one of its columns: children.birth_date"),
        ("{{ children.name }}", 1, "“children” is a list. Name one of its columns: children.birth_date"),
        ("{{ pesel.year }}", 1, "“pesel” is a single value and has no columns. Write {{ pesel }}."),
        ("{{ children.birth_date }} {{ languages.level }}", 1, "One line repeats for one list only"),
        ("{{ full_name|safe }}", 1, "Only the name of a placeholder may stand between the braces"),
        ("{{ client.__class__.__mro__ }}", 1, "Only the name of a placeholder"),
        ("{{ 7*7 }}", 1, "Only the name of a placeholder"),
        ("{{ '' }}", 1, "Only the name of a placeholder"),
        ("{{ }}", 1, "Only the name of a placeholder"),
        ("{% for child in children %}\n{% endfor %}", 1, "There are no loops."),
        ("x\n{% while true %}", 2, "There are no loops."),
        ("{% if has_pesel %}a{% else %}b{% endif %}", 1, "There is no “else”."),
        ("{% load static %}", 1, "Delete this command."),
        ("{% include '/etc/passwd' %}", 1, "Delete this command."),
        ("{% %}", 1, "Delete this command."),
        ("{% if has_pesel or has_no_pesel %}{% endif %}", 1, "Delete this command."),
        ("{{ full_name", 1, "The braces do not match."),
        ("full_name }}", 1, "The braces do not match."),
        ("{{ full\nname }}", 1, "The braces do not match."),
        ("{# secret #}", 1, "The braces do not match."),
        ("{{{ full_name }}}", 1, "The braces do not match."),
        ("a\n{% if has_pesel %}\nb", 2, "This condition is not closed."),
        ("a{% endif %}", 1, "closes nothing"),
        ("{% if has_pesel %}" * 4 + "x" + "{% endif %}" * 4, 1, "Conditions stand too deep"),
        ("a\n<script>alert(1)</script>", 2, "Tags and code of web pages do not work here."),
        ("<b>", 1, "Tags and code"),
        ("</p>", 1, "Tags and code"),
        ("<!-- x -->", 1, "Tags and code"),
        ("javascript : alert(1)", 1, "Tags and code"),
        ("&nbsp;", 1, "Tags and code"),
        ("zły znak \x07", 1, "There is a sign here that cannot be printed."),
        ("   \n", 1, "Write the wording in Polish and in Ukrainian."),
    ],
)  # fmt: skip
def test_wrong_wording_is_refused_with_its_line(text, line, words):
    problems = refused(text)

    assert any(at == line and words in sentence for at, sentence in problems), problems


@pytest.mark.parametrize(
    "text",
    [
        "Ja, {{ full_name }}, proszę.",
        "{{full_name}} {{  pesel  }}",
        "{% if has_pesel %}PESEL {{ pesel }}{% endif %}",
        "{% if not has_pesel %}\nbez PESEL\n{% endif %}",
        "{% if schools %}\n- {{ schools.school }} ({{ schools.years }})\n{% endif %}",
        "a < b, 3 > 2, R&D; { } % $ \\ ’ „” – —",
        "[ ] Zgadzam się",
        "[{{ has_pesel }}] Mam PESEL",
    ],
)
def test_right_wording_is_taken(text):
    assert refused(text) == []


@pytest.mark.parametrize(
    ("layout", "text", "line", "words"),
    [
        (Layout.FIELDS, "PESEL: {{ pesel }}\nPESEL {{ pesel }}", 2, "begins with a label and a colon"),
        (Layout.FIELDS, "{{ pesel }}: PESEL", 1, "begins with a label and a colon"),
        (Layout.FIELDS, ": {{ pesel }}", 1, "begins with a label and a colon"),
        (Layout.TABLE, "Szkoła\n{{ schools.school }}", 1, "names its columns, divided by |: at least 2"),
        (Layout.TABLE, "|" * 8 + "\n" + "|" * 8, 1, "at most 8"),
        (Layout.TABLE, "Szkoła | Lata", 1, "Under the names of the columns a table needs a line"),
        (Layout.TABLE, TABLE + "\n{{ schools.school }}", 3, "This line has 1 columns, the first one 2."),
    ],
)
def test_lines_fit_their_layout(layout, text, line, words):
    problems = refused(text, layout)

    assert any(at == line and words in sentence for at, sentence in problems), problems


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        (Layout.FIELDS, "{% if has_pesel %}\nPESEL: {{ pesel }}\n{% endif %}\nInne okresy:"),
        (Layout.FIELDS, "{% if has_pesel %}PESEL: {{ pesel }}{% endif %}"),
        (Layout.TABLE, TABLE),
        (Layout.TABLE, "{% if schools %}\n" + TABLE + "\n{% endif %}"),
        (Layout.SIGNATURE, "Data i podpis\nPieczęć"),
        (Layout.CODE, "Pokaż tę kartę."),
    ],
)
def test_layouts_take_their_lines(layout, text):
    assert refused(text, layout) == []


def test_huge_wording_is_refused_and_read_no_further():
    long = refused("{{ x }}" * 10 + "\n" + "a\n" * LONGEST_BODY)
    many = refused("a\n" * (MOST_LINES + 1))
    wide = refused("a\n" + "b" * (LONGEST_LINE + 1))

    assert [(len(long), long[0][0]), (len(many), many[0][0])] == [(1, MOST_LINES), (1, MOST_LINES)]
    assert "too long" in long[0][1]
    assert [(line, "The line is too long" in sentence) for line, sentence in wide] == [(2, True)]


def test_both_languages_name_the_same_things():
    section = wording("a\n{{ full_name }}\n{% if has_pesel %}b{% endif %}", "а\n{{ pesel }}")

    assert [problem[:2] for problem in told(section)] == [("pl", 2), ("pl", 3), ("uk", 2)]
    assert "“full_name” stands here, but not in the other language." in told(section)[0][2]


def test_order_and_number_of_lines_are_free_in_running_text():
    assert told(wording("{{ full_name }} {{ pesel }}\n\nx", "{{ pesel }}: {{ full_name }}")) == []


def test_lines_of_fields_stand_beside_each_other():
    section = wording("PESEL: {{ pesel }}\nInne:", "PESEL: {{ pesel }}", layout=Layout.FIELDS)

    assert [problem[:2] for problem in told(section)] == [("uk", 1)]
    assert "The Polish has 2 lines and the Ukrainian 1." in told(section)[0][2]


@pytest.mark.parametrize("heading", ["{{ full_name }}", "<b>", "{% if x %}"])
def test_headings_are_plain(heading):
    section = wording("x", heading_pl=heading, heading_uk="Заголовок")

    assert [(problem[0], problem[2]) for problem in told(section)] == [
        ("pl", "A heading holds plain words only, no placeholders.")
    ]


def test_headings_stand_in_both_languages_or_in_neither():
    section = wording("x", heading_pl="Nagłówek")

    assert [problem[2] for problem in told(section)] == [
        "Write the heading in both languages, or in neither."
    ]


@pytest.mark.django_db
def test_a_version_is_checked_section_by_section():
    version = TemplateVersionFactory()
    empty = check(version)
    TemplateSectionFactory(version=version, position=1)
    TemplateSectionFactory(version=version, position=2, body_uk="Я\n{{ nobody }}")

    found = {(problem.place, problem.language, problem.line) for problem in check(version)}

    assert [problem.place for problem in empty] == [0]
    assert found == {(2, "uk", 2)}


@pytest.mark.django_db
def test_a_version_has_an_end():
    version = TemplateVersionFactory()
    TemplateSection.objects.bulk_create(
        TemplateSection(version=version, position=place, body_pl="x", body_uk="x")
        for place in range(MOST_SECTIONS + 1)
    )

    assert [str(problem.sentence) for problem in check(version)] == ["At most 40 sections. Join some."]


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(Layout.values))
def test_the_check_answers_to_any_text(polish, ukrainian, layout):
    problems = check_section(wording(polish, ukrainian, layout=layout))

    lengths = {"pl": len(polish.splitlines()), "uk": len(ukrainian.splitlines())}
    for problem in problems:
        assert str(problem.sentence)
        assert problem.line <= max(1, lengths.get(problem.language, 0))
