import pytest

from tools import audit

SOUND = {"name": "sound", "version": "1", "vulns": []}
BROKEN = {"name": "broken", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}]}
UNASKED = {"name": "unasked", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("dependencies", "status", "sentence"),
    [
        ([SOUND], 0, "1 of 1 checked, 0 known holes"),
        ([SOUND, BROKEN], 1, "broken 2: PYSEC-1, corrected in 2.1"),
        ([SOUND, UNASKED], 2, "NOT checked, because the advisory database does not answer for them: unasked"),
        ([UNASKED], 2, audit.UNREACHABLE),
        ([BROKEN, UNASKED], 1, "1 of 2 checked, 1 known holes"),
    ],
)
def test_silence_is_never_good_news(capsys, dependencies, status, sentence):
    assert audit.judge(dependencies) == status
    assert sentence in capsys.readouterr().out
