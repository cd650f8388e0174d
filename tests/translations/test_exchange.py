"""Files of pairs, as we and other tools write them, and as nobody should."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import tmx as toolkit_tmx
from translate.storage import xliff as toolkit_xliff

from translations.exchange import BadPair, Pair, Unreadable, table, tmx, xliff, xml
from translations.exchange.xliff import Unit

TEXTS = st.text(
    alphabet=st.characters(exclude_categories=["C", "Z"], include_characters=" &<>\"'ąźїґ€"),
    min_size=1,
    max_size=40,
).map(lambda text: " ".join(text.split()))
PAIRS = st.lists(st.tuples(TEXTS, TEXTS).filter(all), max_size=6)


def read(content: str | bytes, reader=tmx.read) -> list:
    return list(reader(io.BytesIO(content.encode() if isinstance(content, str) else content)))


def unit(inner: str) -> str:
    return f'<tmx version="1.4"><header srclang="*all*"/><body><tu>{inner}</tu></body></tmx>'


def both(pl: str = "Praca", uk: str = "Робота") -> str:
    return f'<tuv xml:lang="pl-PL"><seg>{pl}</seg></tuv><tuv xml:lang="uk-UA"><seg>{uk}</seg></tuv>'


@given(PAIRS)
def test_tmx_comes_back_as_it_went(texts):
    pairs = [Pair(place, pl, uk, "offers") for place, (pl, uk) in enumerate(texts, 1)]

    assert read("".join(tmx.write(pairs))) == pairs


@given(PAIRS)
def test_csv_comes_back_as_it_went(texts):
    pairs = [Pair(place, pl, uk) for place, (pl, uk) in enumerate(texts, 1)]

    content = "".join(table.write(pairs))

    kept = [pair for pair in pairs if not (pair.pl + pair.uk).count("'")]
    assert [pair for pair in read(content, table.read) if pair in kept] == kept


@given(PAIRS, st.sampled_from(xliff.VERSIONS))
def test_xliff_comes_back_as_it_went(texts, version):
    units = [Unit(f"title.{place}", pl, uk) for place, (pl, uk) in enumerate(texts)]

    content = xliff.write(units, version=version, original="x")

    assert xliff.read(io.BytesIO(content)) == units


def test_places_travel_as_placeholders():
    pairs = [Pair(1, "Płaca ⟨0:many⟩ zł", "Зарплата ⟨0:many⟩ злотих")]

    content = "".join(tmx.write(pairs))

    assert '<ph x="0" type="pup-many"/>' in content
    assert read(content) == pairs


def test_another_program_reads_our_tmx():
    content = "".join(tmx.write([Pair(1, "Płaca ⟨0:many⟩ & premia", "Зарплата ⟨0:many⟩ & премія")]))

    [unit] = toolkit_tmx.tmxfile.parsestring(content.encode()).units

    assert "Płaca" in str(unit.source)
    assert unit.getNodeText(unit.getlanguageNode("uk")).startswith("Зарплата")


def test_we_read_the_tmx_of_another_program():
    store = toolkit_tmx.tmxfile()
    store.addtranslation("Praca <na> & zmiany", "pl", "Позмінна <&> робота", "uk")

    assert read(bytes(store)) == [Pair(1, "Praca <na> & zmiany", "Позмінна <&> робота")]


@pytest.mark.parametrize("version", xliff.VERSIONS)
def test_another_program_reads_our_xliff_1_and_we_read_it_back(version):
    content = xliff.write(
        [Unit("title.0", "Praca & płaca", "Робота & зарплата")], version=version, original="x"
    )
    if version == "1.2":
        store = toolkit_xliff.xlifffile.parsestring(content)
        assert [(unit.source, unit.target) for unit in store.units] == [
            ("Praca & płaca", "Робота & зарплата")
        ]
        store.units[0].target = "Інша & робота"
        content = bytes(store)

    [found] = xliff.read(io.BytesIO(content))

    assert found.uk == ("Інша & робота" if version == "1.2" else "Робота & зарплата")


@pytest.mark.parametrize(
    "content",
    [
        unit(both()),
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + unit(both()),
        '<?xml version="1.0"?><!-- a comment -->'
        + unit(both().replace("pl-PL", "PL").replace("uk-UA", "UK")),
        unit(both().replace("xml:lang", "lang")),  # TMX 1.1
        unit(both('<bpt i="1">{\\b </bpt>Praca<ept i="1">}</ept>', "<hi>Робота</hi><ph>\\n</ph>")),
        unit('<note>x</note><tuv xml:lang="en"><seg>Work</seg></tuv>' + both()),
        unit(both() + '<tuv xml:lang="uk"><seg>Праця</seg></tuv>'),  # the first counts
        unit(both("  Praca\n ", "\tРобота ")),
        unit(both()).replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" '),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_other_tools_write_is_understood(content, encoding):
    assert read(content.encode(encoding)) == [Pair(1, "Praca", "Робота")]


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<tuv><seg>Praca</seg></tuv>", "no-language"),
        ("", "no-language"),
        ('<tuv xml:lang="pl"><seg>Praca</seg></tuv>', "no-ukrainian"),
        ('<tuv xml:lang="pl"><seg>Praca</seg></tuv><tuv xml:lang="uk"/>', "no-ukrainian"),
        (both(uk=" "), "no-ukrainian"),
        (both(pl=""), "no-polish"),
        (both(pl="x" * 5_001), "too-long"),
    ],
)
def test_a_unit_without_a_pair_is_named_with_its_reason(inner, reason):
    [found] = read(unit(inner))

    assert isinstance(found, BadPair)
    assert (found.place, found.reason) == (1, reason)


BOMB = '<!DOCTYPE tmx [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"


@pytest.mark.parametrize(
    "content",
    [
        BOMB + unit(both("&a8;")),
        '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + unit(both("&x;")),
        '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>' + unit(both()),
        '<!DOCTYPE tmx SYSTEM "http://127.0.0.1/evil.dtd">' + unit(both()),
        '<!DOCTYPE tmx SYSTEM "file:///etc/passwd">' + unit(both()),
        unit(both("&unknown;")),
        unit(both())[:-20],
        unit("<x>" * 60 + "</x>" * 60),
        '<?xml version="1.0" encoding="no-such"?>' + unit(both()),
        unit(both()).encode("utf-16-le"),
        unit(both()).encode("cp1251"),
        "<html><body>Praca</body></html>",
        "",
        "Praca;Робота",
    ],
)
def test_hostile_and_broken_files_are_refused_with_a_sentence(content):
    with pytest.raises(Unreadable) as refusal:
        read(content)

    assert str(refusal.value).endswith(".")
    assert "root:" not in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("pl,uk\nPraca,Робота\n", [Pair(1, "Praca", "Робота")]),
        ("PL;UK;domain\nPraca;Робота;offers\n", [Pair(1, "Praca", "Робота", "offers")]),
        ('"uk"\t"pl"\n"Робота"\t"Praca"\n', [Pair(1, "Praca", "Робота")]),
        ("pl,uk\nPraca\n", [BadPair(1, "no-ukrainian", "Praca")]),
        ("pl,uk\n'=1+1,Робота\n", [Pair(1, "=1+1", "Робота")]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_spreadsheets_is_understood(content, expected, encoding):
    assert read(content.encode(encoding), table.read) == expected


@pytest.mark.parametrize("content", [b"pl,uk\n\xff\xf0,x", b"a,b\n1,2", b"", b'pl,uk\n"open', b"pl,uk\n\xef"])
def test_other_tables_are_refused(content):
    with pytest.raises(Unreadable):
        read(content, table.read)


def test_no_exported_cell_is_a_formula():
    content = "".join(table.write([Pair(1, "=cmd()", "+робота", "")]))

    assert "\n'=cmd(),'+робота,\r\n" in content.replace("\r\n", "\n", 1)


XLIFF_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="pl"
 target-language="uk-UA" original="x" datatype="plaintext"><body><group><trans-unit id="title.0">
<source>Praca <g id="1">na</g> zmiany<x id="2"/></source><seg-source>…</seg-source>
<target state="translated">Позмінна <g id="1">робота</g></target>
<alt-trans><source>Inna</source><target>Інша</target></alt-trans></trans-unit></group></body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="pl" trgLang="uk"><file id="f">
<unit id="title.0"><segment><source>Praca <pc id="1">na</pc></source><target>Позмінна</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>zmiany<ph id="2"/></source><target>робота</target></segment></unit></file></xliff>"""


@pytest.mark.parametrize("content", [XLIFF_1, XLIFF_2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xliff_of_other_tools_is_understood(content, encoding):
    assert xliff.read(io.BytesIO(content.encode(encoding))) == [
        Unit("title.0", "Praca na zmiany", "Позмінна робота")
    ]


@pytest.mark.parametrize(
    "content",
    [
        XLIFF_1.replace("uk-UA", "ru-RU"),
        XLIFF_2.replace('trgLang="uk"', 'trgLang="en"'),
        XLIFF_1[:-9],
        '<!DOCTYPE xliff [<!ENTITY x "y">]>' + XLIFF_1,
        unit(both()),
        "",
    ],
)
def test_other_xliff_is_refused(content):
    with pytest.raises(Unreadable):
        xliff.read(io.BytesIO(content.encode()))


def test_an_xliff_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(xliff, "MOST_UNITS", 3)
    units = [Unit(f"title.{place}", "Praca", "Робота") for place in range(4)]

    with pytest.raises(Unreadable):
        xliff.read(io.BytesIO(xliff.write(units, version="1.2", original="x")))


@pytest.mark.parametrize("around", ["{}", "<group>{}</group>"])
def test_a_large_file_is_read_without_filling_the_memory(around):
    units = "".join(around.format(f"<tu>{both(f'Praca {number}')}</tu>") for number in range(2_000))
    stream = io.BytesIO(f"<tmx><body>{units}</body></tmx>".encode())

    kept = [
        sum(1 for _ in element.getroottree().iter()) - ahead(element)
        for event, element in xml.elements(stream, "tu")
        if event == "end"
    ]

    assert len(kept) == 2_000
    assert max(kept) < 20


def ahead(element) -> int:
    """How much of the file the parser has read beyond ``element``."""
    following = [
        *element.itersiblings(),
        *(one for up in element.iterancestors() for one in up.itersiblings()),
    ]
    return sum(1 for one in following for _ in one.iter())


@pytest.mark.parametrize("around", ["<x>{}</x>", "<tu>{}</tu>", "{}"])
def test_a_file_of_much_that_is_no_sentence_is_refused(monkeypatch, around):
    monkeypatch.setattr(xml, "MOST_AT_ONCE", 50)
    junk = around.format("<junk/>" * 60)

    with pytest.raises(Unreadable):
        read(f"<tmx><body>{junk}<tu>{both()}</tu></body></tmx>")
