"""A paper is always composed, whatever stands in its wording and in the record."""

from hypothesis import given, settings
from hypothesis import strategies as st

from registration.models import Layout
from registration.papers.checking import check_section
from registration.papers.pieces import (
    Choices,
    Code,
    Fields,
    Grid,
    Paragraph,
    Points,
    Signatures,
    plain,
)
from registration.papers.placeholders import CATALOGUE, Kind, Said, examples
from registration.papers.wording import compose_sections
from tests.registration.wordings.factories import wording

CHILDREN = (
    {"birth_date": Said("05.06.2015", "05.06.2015")},
    {"birth_date": Said("01.02.2018", "01.02.2018")},
)
DATA = {
    "full_name": Said("Olena Shevchenko", "Олена Шевченко"),
    "looks_for": Said("", "робота на шитті", is_final=False),
    "has_pesel": Said("tak", "так"),
    "has_no_pesel": Said(),
    "children": CHILDREN,
    "schools": (),
}


def composed(text, layout=Layout.TEXT, language="pl", data=DATA):
    (section,) = compose_sections([wording(text, layout=layout)], data, language)
    return section


def lines(text, **more):
    (block,) = composed(text, **more).blocks
    return [plain(line) for line in getattr(block, "lines", None) or block.items]


def test_values_stand_in_each_language():
    text = "Ja, {{ full_name }}, {{ phone }}."

    assert lines(text) == ["Ja, Olena Shevchenko, …."]
    assert lines(text, language="uk") == ["Ja, Олена Шевченко, …."]


def test_text_without_polish_stands_in_ukrainian_and_is_marked():
    polish, ukrainian = (composed("Szukam: {{ looks_for }}", language=one) for one in ("pl", "uk"))

    assert (polish.is_final, ukrainian.is_final) == (False, True)
    assert next(piece for piece in polish.blocks[0].lines[0] if piece.is_marked).text == "робота на шитті"


def test_a_value_cannot_pretend_to_be_wording():
    data = {"full_name": Said("{{ pesel }} {% if has_pesel %} <b> | :\n- x", "")}

    assert lines("Ja, {{ full_name }}", data=data) == ["Ja, {{ pesel }} {% if has_pesel %} <b> | :\n- x"]


def test_conditions_hide_words_and_whole_lines():
    text = "a\n{% if has_no_pesel %}\nhidden\n\nhidden\n{% endif %}\nb{% if has_pesel %} c{% endif %}{% if not has_pesel %} d{% endif %}"

    assert lines(text) == ["a", "b c"]


def test_a_list_counts_as_said_when_any_row_says_something():
    assert lines("{% if children %}yes{% endif %}{% if not schools %} none{% endif %}") == ["yes none"]
    assert lines("a{% if children %}yes{% endif %}", data={"children": ({"birth_date": Said()},)}) == ["a"]


def test_paragraphs_points_and_boxes():
    section = composed(
        "a\nb\n\nc\n- one\n- {{ children.birth_date }}\n[ ] tick\n[{{ has_pesel }}] yes\n[{{ has_no_pesel }}] no"
    )

    first, second, points, choices = section.blocks
    assert [type(block) for block in section.blocks] == [Paragraph, Paragraph, Points, Choices]
    assert [plain(line) for line in first.lines] == ["a", "b"]
    assert [plain(line) for line in second.lines] == ["c"]
    assert [plain(line) for line in points.items] == ["one", "05.06.2015", "01.02.2018"]
    assert [(plain(one.line), one.is_ticked) for one in choices.items] == [
        ("tick", False),
        ("yes", True),
        ("no", False),
    ]


def test_fields_hold_what_was_said_or_a_line_to_write_on():
    (fields,) = composed(
        "Nazwisko: {{ full_name }}\nTelefon: {{ phone }}\nDzieci: {{ children.birth_date }}\nSzkoły: {{ schools.school }}\nInne:",
        layout=Layout.FIELDS,
    ).blocks

    assert isinstance(fields, Fields)
    assert [(plain(row.label), [plain(value) for value in row.values]) for row in fields.rows] == [
        ("Nazwisko", ["Olena Shevchenko"]),
        ("Telefon", []),
        ("Dzieci", ["05.06.2015", "01.02.2018"]),
        ("Szkoły", []),
        ("Inne", []),
    ]


def test_a_table_repeats_its_line_and_keeps_its_width():
    (grid,) = composed(
        "Data | Kto\n{{ children.birth_date }} | {{ full_name }}\nrazem | | |", layout=Layout.TABLE
    ).blocks

    assert isinstance(grid, Grid)
    assert [[plain(cell) for cell in row] for row in (grid.header, *grid.rows)] == [
        ["Data", "Kto"],
        ["05.06.2015", "Olena Shevchenko"],
        ["01.02.2018", "Olena Shevchenko"],
        ["razem", ""],
    ]


def test_a_table_of_an_empty_list_leaves_a_row_to_write_in():
    (grid,) = composed(
        "Szkoła | Lata\n{{ schools.school }} | {{ schools.years }}", layout=Layout.TABLE
    ).blocks

    assert [[piece.is_blank for cell in row for piece in cell] for row in grid.rows] == [[True, True]]


def test_places_to_sign_and_the_code():
    (places,) = composed("Data i podpis\nPieczęć", layout=Layout.SIGNATURE).blocks
    (code,) = composed("Pokaż tę kartę.", layout=Layout.CODE).blocks

    assert isinstance(places, Signatures)
    assert [plain(place.caption) for place in places.places] == ["Data i podpis", "Pieczęć"]
    assert isinstance(code, Code)


def test_a_section_that_is_all_hidden_is_left_out():
    sections = [
        wording("{% if has_no_pesel %}x: {{ pesel }}{% endif %}", layout=layout) for layout in Layout.values
    ]

    assert compose_sections(sections, DATA, "pl") == ()


def test_what_no_check_saw_stands_as_it_was_typed():
    assert lines("a {{ gone }} {% for x in y %} {{ 1 }}{% endif %} b") == ["a … {% for x in y %} {{ 1 }} b"]


tags = st.sampled_from(
    ["{{ full_name }}", "{{ children.birth_date }}", "{{ schools.school }}", "{{ gone }}", "{{ gone.gone }}", "{{ children }}",
     "{% if has_pesel %}", "{% if not has_pesel %}", "{% if schools %}", "{% endif %}", "{{", "%}", "- ", "[ ] ", "[{{ has_pesel }}] ",
     "|", ":", "\n", "\n\n", "<b>"]
)  # fmt: skip
wordings = st.lists(st.one_of(tags, st.text(max_size=12)), max_size=30).map("".join)
saids = st.builds(Said, st.text(max_size=20), st.text(max_size=20), st.booleans())
columns = st.sampled_from(["birth_date", "school", "level", "other"])
values = st.one_of(saids, st.lists(st.dictionaries(columns, saids, max_size=3), max_size=3).map(tuple))
records = st.dictionaries(st.sampled_from([*CATALOGUE, "gone"]), values, max_size=6)


@settings(max_examples=300)
@given(
    wordings,
    wordings,
    st.sampled_from([*Layout.values, "gone"]),
    records,
    st.sampled_from(["pl", "uk", "en"]),
)
def test_composing_never_raises(polish, ukrainian, layout, data, language):
    section = wording(polish, ukrainian, layout=layout)

    for one in compose_sections([section], data, language):
        assert one.blocks
        for block in one.blocks:
            if isinstance(block, Grid):
                assert {len(row) for row in block.rows} <= {len(block.header)}


@settings(max_examples=200)
@given(wordings, st.sampled_from(Layout.values), records)
def test_both_columns_have_the_same_blocks(text, layout, data):
    section = wording(text, layout=layout)

    polish, ukrainian = (compose_sections([section], data, language) for language in ("pl", "uk"))

    assert [[block.kind for block in one.blocks] for one in polish] == [
        [block.kind for block in one.blocks] for one in ukrainian
    ]


names = st.sampled_from(
    [one.name for one in CATALOGUE.values() if one.kind is not Kind.LIST]
    + [f"{one.name}.{column.name}" for one in CATALOGUE.values() for column in one.columns]
)


@given(names, st.sampled_from([Layout.TEXT, Layout.DECLARATION]))
def test_every_placeholder_of_the_list_is_taken_and_filled(name, layout):
    section = wording(f"x {{{{ {name} }}}}", layout=layout)

    (one,) = compose_sections([section], examples(), "uk")

    assert check_section(section) == []
    assert "…" not in plain(one.blocks[0].lines[0])
