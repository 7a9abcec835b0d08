"""Attacks that are going on."""

from builders import entry
from painlog.analysis.attacks import open_attacks


def test_the_latest_attack_of_a_diary_without_an_end_goes_on_for_three_days():
    now = entry("head", 0, day=9).felt_at
    head, later = entry("head", 7, day=7), entry("head", 6, day=8)
    assert open_attacks([later, head], {"head"}, now) == (later,)
    assert open_attacks([later, head], {"knee"}, now) == ()
    assert open_attacks([entry("head", 7, day=5)], {"head"}, now) == ()
    assert open_attacks([head, entry("head", 0, day=8)], {"head"}, now) == ()
    over = entry("head", 6, day=8, until=now)
    assert open_attacks([head, over], {"head"}, now) == ()
