"""Attacks that are going on."""

from datetime import timedelta

from builders import entry
from painlog.analysis.attacks import OpenAttack, open_attacks
from painlog.analysis.months import attacks_of

NOW = entry("head", 0, day=9).felt_at
HEAD, LATER = entry("head", 7, day=7), entry("head", 6, day=8)


def test_an_attack_without_an_end_is_open_until_a_rating_of_0():
    assert open_attacks([LATER, HEAD], NOW) == (OpenAttack((HEAD, LATER)),)
    assert open_attacks([HEAD, entry("head", 0, day=8)], NOW) == ()
    assert open_attacks([HEAD, entry("head", 0, day=8), LATER], NOW - timedelta(hours=26)) == (
        OpenAttack((HEAD,)),
    )


def test_a_rating_over_a_day_later_is_another_attack():
    other = LATER._replace(felt_at=LATER.felt_at + timedelta(minutes=1))
    assert open_attacks([HEAD, other], NOW) == (OpenAttack((other,)),)


def test_an_end_closes_what_came_before_and_what_lies_within_its_time():
    over = entry("head", 6, day=8, until=NOW)
    assert open_attacks([HEAD, over], NOW) == ()
    assert open_attacks([HEAD, over._replace(felt_at=NOW - timedelta(hours=1))], NOW) == ()
    within = over._replace(felt_at=over.felt_at + timedelta(hours=1), until=None)
    assert open_attacks([over, within], NOW) == ()


def test_an_attack_may_go_on_for_three_days_after_its_newest_rating():
    old = entry("head", 7, day=5)
    [attack] = open_attacks([old], NOW)
    assert not attack.may_go_on(NOW)
    assert attack.may_go_on(NOW - timedelta(hours=24))
    assert open_attacks([old, entry("head", 6, day=8, until=NOW)], NOW) == ()


def test_each_rating_of_an_attack_lasts_until_the_next_one_and_the_newest_to_the_end():
    again = HEAD._replace(intensity=5)
    [attack] = open_attacks([HEAD, again, LATER], NOW)
    ended = attack.ended(NOW)
    assert [(e.intensity, e.until) for e in ended] == [
        (7, LATER.felt_at),
        (5, LATER.felt_at),
        (6, NOW),
    ]
    assert [e.until for e in attack.ended(LATER.felt_at)] == [LATER.felt_at] * 2
    found = attacks_of(("head", None), ended, HEAD.day)
    assert found
    assert found.lengths == (NOW - HEAD.felt_at,)
