"""The glossary understands sentences as the office writes them, and takes few for what they are not."""

from tools import bench_glossary


def test_at_least_150_sentences_are_asked_in_both_languages():
    answers = bench_glossary.answers()

    assert len(answers) >= 150
    assert sum(answer.is_pair for answer in answers) >= 70


def test_97_of_100_sentences_are_understood():
    answers = bench_glossary.answers()

    right = sum(not answer.faults for answer in answers)

    assert right >= 0.97 * len(answers), [answer for answer in answers if answer.faults]
    assert bench_glossary.report() == 0


def test_a_glossary_that_knows_nothing_fails_the_measure(monkeypatch, capsys):
    monkeypatch.setattr("translations.starter.starter_entries", list)

    assert bench_glossary.report() == 1
    assert "not found: umowa zlecenie" in capsys.readouterr().out
