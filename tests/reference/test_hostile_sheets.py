"""A spreadsheet whose XML tries to read the disk, to call out or to fill the memory is refused, whole and at once."""

import io
import os
import resource
import subprocess
import sys
import zipfile

import pytest

from reference import kzis
from tests.reference.files import xlsx_bytes

LIST = "lista.xlsx"
SHEET, BOOK, TYPES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"
LAUGHS = (
    "<!DOCTYPE lolz [<!ENTITY a0 'lol'>"
    + "".join(f"<!ENTITY a{level} '{f'&a{level - 1};' * 10}'>" for level in range(1, 10))
    + "]>"
)
ATTACKS = {
    "entity": ("<!DOCTYPE x [<!ENTITY e 'planted'>]>", "&e;"),
    "file": ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>", "&e;"),
    "network": ("<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:9/planted'>]>", "&e;"),
    "parameter": ("<!DOCTYPE x [<!ENTITY % e SYSTEM 'http://127.0.0.1:9/planted.dtd'> %e;]>", ""),
    "laughs": (LAUGHS, "&a9;"),
    "blowup": ("<!DOCTYPE x [<!ENTITY e '" + "A" * 100_000 + "'>]>", "&e;" * 1_000),
}


def crafted(attack, part, encoding="utf-8"):
    """A real workbook with the declaration put into ``part``, and its entity where a text stood."""
    declaration, use = ATTACKS[attack]
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_bytes(("513101", "MARK")))) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            text = source.read(name).decode()
            if name == part:
                head, _mark, body = text.rpartition("?>")
                text = f"{head + '?>' if head else ''}{declaration}{body}"
                text = text.replace("MARK", use or "MARK").replace("UTF-8", encoding)
            target.writestr(name, text.encode(encoding if name == part else "utf-8"))
    return packed.getvalue()


def test_workbook_without_a_trick_is_read():
    assert kzis.read_list(xlsx_bytes(("513101", "Kelner")), LIST) == [kzis.Listed("513101", "Kelner")]


@pytest.mark.parametrize("part", [SHEET, BOOK, TYPES])
@pytest.mark.parametrize("attack", ATTACKS)
def test_xml_with_entities_is_refused(attack, part):
    with pytest.raises(kzis.BadList, match="cannot be opened as XLSX"):
        kzis.read_list(crafted(attack, part), LIST)


def test_other_encoding_hides_nothing():
    with pytest.raises(kzis.BadList, match="cannot be opened as XLSX"):
        kzis.read_list(crafted("file", SHEET, encoding="utf-16"), LIST)


def test_production_has_the_same_reader(tmp_path):
    """There lxml is not installed, with which openpyxl reads otherwise; and a gigabyte is more than it may take."""
    path = tmp_path / "laughs.xlsx"
    path.write_bytes(crafted("laughs", SHEET))
    code = (
        "import sys, openpyxl; assert openpyxl.DEFUSEDXML and not openpyxl.LXML\n"
        "try: list(openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows())\n"
        "except ValueError as refused: print(type(refused.__context__ or refused).__name__)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env=os.environ | {"OPENPYXL_LXML": "False"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.stdout.strip(), done.returncode) == ("EntitiesForbidden", 0), done.stderr
