"""What there is to say of a day."""

from datetime import timedelta

from builders import on
from painlog.analysis.today import is_peg_due


def test_a_peg_is_due_a_week_after_the_last_for_who_answers_it():
    assert not is_peg_due(None, on(9))
    due = [is_peg_due(on(3), on(3) + timedelta(days=days)) for days in (0, 6, 7, 8)]
    assert due == [False, False, True, True]
