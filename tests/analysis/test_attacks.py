"""Attacks that are going on."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import entry, on
from painlog.analysis.attacks import OpenAttack, open_attacks
from painlog.analysis.days import gather
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


def days_with(*entries):
    [days] = gather(entries).values()
    return days


def hours(after, intensity=7, lasted=None):
    at = HEAD.felt_at + timedelta(hours=after)
    until = at + timedelta(hours=lasted) if lasted else None
    return HEAD._replace(felt_at=at, intensity=intensity, until=until)


def test_an_attack_that_a_0_ended_is_counted_too():
    rated = days_with(hours(0), hours(4, 0), hours(6), hours(30, 3), hours(55), hours(70, lasted=2))
    assert rated.number_of_attacks(on(1)) == 3
    assert rated.number_of_attacks(on(10)) == 1
    found = attacks_of(("head", None), rated.attacks, on(1))
    assert found
    assert found.attacks == 1


def test_ratings_within_an_attack_and_those_that_meet_are_no_attacks_of_their_own():
    meeting = hours(0, lasted=4), hours(2, 0), hours(3), hours(4, lasted=2), hours(5)
    assert days_with(*meeting).number_of_attacks(on(1)) == 1
    assert days_with(*meeting, hours(6)).number_of_attacks(on(1)) == 2
    assert days_with(*meeting, hours(7, lasted=1)).number_of_attacks(on(1)) == 2


of_head = st.builds(
    hours, st.integers(0, 200), st.sampled_from([0, 4, 8]), st.sampled_from([None, 1, 30])
).filter(lambda one: one.intensity or not one.until)


@given(st.lists(of_head, min_size=1, max_size=12))
def test_there_are_as_many_attacks_as_have_an_end_or_more(entries):
    rated = days_with(*entries)
    found = attacks_of(("head", None), rated.attacks, on(1))
    assert rated.number_of_attacks(on(1)) >= (found.attacks if found else 0)
    later = max(e.until or e.felt_at for e in entries) + timedelta(seconds=1)
    without_end = len(open_attacks(entries, later))
    assert rated.number_of_attacks(on(1)) >= (found.attacks if found else 0) + without_end
