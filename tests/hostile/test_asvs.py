"""The checklist in docs/asvs.md names every requirement once, and tests that exist."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "asvs.md").read_text()
ROWS = re.findall(r"^\| V(\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", TEXT, re.MULTILINE)
STATUSES = {"met", "not applicable", "open"}
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")

# ASVS 5.0.0, levels 1 and 2: the last numbers of each section, "a-b" for a run without gaps.
REQUIREMENTS = {
    "1.1": "1-2",
    "1.2": "1-9",
    "1.3": "1-11",
    "1.4": "1-3",
    "1.5": "1-2",
    "2.1": "1-3",
    "2.2": "1-3",
    "2.3": "1-4",
    "2.4": "1",
    "3.2": "1-2",
    "3.3": "1-4",
    "3.4": "1-6",
    "3.5": "1-5",
    "3.7": "1-2",
    "4.1": "1-3",
    "4.2": "1",
    "4.3": "1-2",
    "4.4": "1-4",
    "5.1": "1",
    "5.2": "1-3",
    "5.3": "1-2",
    "5.4": "1-3",
    "6.1": "1-3",
    "6.2": "1-12",
    "6.3": "1-4",
    "6.4": "1-4",
    "6.5": "1-5",
    "6.6": "1-3",
    "6.8": "1-4",
    "7.1": "1-3",
    "7.2": "1-4",
    "7.3": "1-2",
    "7.4": "1-5",
    "7.5": "1-2",
    "7.6": "1-2",
    "8.1": "1-2",
    "8.2": "1-3",
    "8.3": "1",
    "8.4": "1",
    "9.1": "1-3",
    "9.2": "1-4",
    "10.1": "1-2",
    "10.2": "1-2",
    "10.3": "1-4",
    "10.4": "1-11",
    "10.5": "1-5",
    "10.6": "1-2",
    "10.7": "1-3",
    "11.1": "1-2",
    "11.2": "1-3",
    "11.3": "1-3",
    "11.4": "1-4",
    "11.5": "1",
    "11.6": "1",
    "12.1": "1-3",
    "12.2": "1-2",
    "12.3": "1-4",
    "13.1": "1",
    "13.2": "1-5",
    "13.3": "1-2",
    "13.4": "1-5",
    "14.1": "1-2",
    "14.2": "1-4",
    "14.3": "1-3",
    "15.1": "1-3",
    "15.2": "1-3",
    "15.3": "1-7",
    "16.1": "1",
    "16.2": "1-5",
    "16.3": "1-4",
    "16.4": "1-3",
    "16.5": "1-3",
    "17.1": "1",
    "17.2": "1-4",
    "17.3": "1-2",
}


def required() -> list[str]:
    return [
        f"{section}.{number}"
        for section, runs in REQUIREMENTS.items()
        for run in runs.split()
        for number in range(int(run.split("-")[0]), int(run.split("-")[-1]) + 1)
    ]


def test_list_of_requirements_is_whole():
    assert len(required()) == len(set(required())) == 253


def test_every_requirement_is_answered_once():
    assert Counter(number for number, *_rest in ROWS) == Counter(required())


def test_answers_use_the_known_words():
    assert {status for _number, _words, status, _proof in ROWS} <= STATUSES


def test_what_is_met_names_a_test_and_the_rest_a_reason():
    wrong = [
        number for number, _words, status, proof in ROWS if bool(NAMED.search(proof)) != (status == "met")
    ]

    assert wrong == []
    assert [number for number, _words, _status, proof in ROWS if len(proof) < 5] == []


def test_every_named_test_exists():
    missing = [
        f"{file}::{name}"
        for file, name in NAMED.findall(TEXT)
        if not (ROOT / file).is_file() or f"\ndef {name}(" not in (ROOT / file).read_text()
    ]

    assert missing == []


def test_figures_at_the_top_are_those_of_the_tables():
    counted = Counter(status for _number, _words, status, _proof in ROWS)

    said = re.search(r"Of (\d+) requirements (\d+) are met, (\d+) not applicable and (\d+) open", TEXT)
    assert said is not None
    assert [int(figure) for figure in said.groups()] == [
        len(ROWS),
        *(counted[word] for word in sorted(STATUSES, key=["met", "not applicable", "open"].index)),
    ]
