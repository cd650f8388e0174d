"""How titles are set."""

from pup_portal.templatetags.titles import breakable


def test_a_pair_may_break_behind_its_stroke_and_stays_escaped():
    assert breakable("Operator/operatorka <b>") == "Operator/<wbr>operatorka &lt;b&gt;"
