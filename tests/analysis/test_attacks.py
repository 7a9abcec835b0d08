"""What is one attack, and which go on."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders import entry, on
from painlog.analysis.attacks import OpenAttack, attacks_in, open_attacks, rated
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
    found = attacks_of(("head", None), days_with(*ended).attacks(diary=False), HEAD.day)
    assert found
    assert found.lengths == (NOW - HEAD.felt_at,)


def days_with(*entries):
    [days] = gather(entries).values()
    return days


def hours(after, intensity=7, lasted=None):
    at = HEAD.felt_at + timedelta(hours=after)
    until = at + timedelta(hours=lasted) if lasted else None
    return HEAD._replace(felt_at=at, intensity=intensity, until=until)


def spans(*entries, diary=True):
    """From how many hours after the first to how many each attack lasted; None without an end."""
    first = HEAD.felt_at.timestamp()
    found = days_with(*entries).attacks(diary=diary)
    return [
        tuple(None if at is None else (at - first) / 3600 for at in (a.start, a.end)) for a in found
    ]


def test_an_attack_that_a_0_ended_is_counted_in_a_diary():
    entries = hours(0), hours(4, 0), hours(6), hours(30, 3), hours(55), hours(70, lasted=2)
    assert spans(*entries) == [(0, None), (6, None), (55, 72)]
    found = days_with(*entries).attacks(diary=True)
    assert [a.painless_at and a.painless_at - a.start for a in found] == [4 * 3600, None, None]
    assert [a.last_day for a in found] == [on(7), on(9), on(10)]
    assert [a.is_over for a in found] == [True, False, True]


def test_an_attack_with_an_end_begins_with_its_first_rating():
    """Forgetting the end of that rating makes the attack no shorter."""
    entries = hours(0), hours(20, 5), hours(40, lasted=3)
    assert spans(*entries) == [(0, 43)]
    found = attacks_of(("head", None), days_with(*entries).attacks(diary=True), on(1))
    assert found
    assert (found.lengths, found.entries) == ((timedelta(hours=43),), 3)
    # Without a diary, pain is an attack only if it has an end.
    assert spans(*entries, diary=False) == [(40, 43)]
    assert spans(hours(0), diary=False) == []


def test_an_attack_of_over_72_hours_is_one():
    """ICHD-3 1.4.1: an attack of migraine of over 72 hours is one, a status migrainosus."""
    assert spans(*(hours(20 * n) for n in range(6)), hours(120, lasted=1)) == [(0, 121)]


def test_ratings_within_an_attack_and_those_that_meet_are_no_attacks_of_their_own():
    meeting = hours(0, lasted=4), hours(2, 0), hours(3), hours(4, lasted=2), hours(5)
    assert spans(*meeting) == [(0, 6)]
    assert spans(*meeting, hours(6)) == [(0, 6), (6, None)]
    assert spans(*meeting, hours(7, lasted=1)) == [(0, 6), (7, 8)]


def test_an_end_of_a_rating_of_0_lengthens_no_attack():
    assert spans(hours(0, lasted=4), hours(3, 0, lasted=5), hours(5)) == [(0, 4), (5, None)]


of_head = st.builds(
    hours, st.integers(0, 200), st.sampled_from([0, 4, 8]), st.sampled_from([None, 1, 30])
)


@given(st.lists(of_head, min_size=1, max_size=12))
def test_every_question_about_attacks_has_one_answer(entries):
    every, with_end = (days_with(*entries).attacks(diary=diary) for diary in (True, False))
    assert [a.end for a in every if a.end] == [a.end for a in with_end]
    assert all(
        a.start <= b.start for a, b in zip((a for a in every if a.end), with_end, strict=True)
    )
    assert sum(len(a.ratings) for a in with_end) <= sum(len(a.ratings) for a in every)
    later = max(e.until or e.felt_at for e in entries) + timedelta(seconds=1)
    newest = attacks_in(map(rated, entries), without_ends=True)[-1:]
    going_on = [a for a in newest if not a.is_over]
    assert [a.newest for a in open_attacks(entries, later)] == [a.entries[-1] for a in going_on]
