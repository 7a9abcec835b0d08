"""What the look back at seven days reads from a journal."""

from builders import entry, on
from journals import fill
from painlog.advice.services import ANYWHERE
from painlog.store.journal import Journal
from painlog.tasks.week import week_on


def test_of_a_year_only_the_last_days_and_the_attacks_that_reach_into_them_are_read(
    tmp_path, monkeypatch
):
    written = [
        *(entry("neck", 5, day=day) for day in range(-300, 31)),
        # Over before the days that count; over in them; begun in them.
        entry("head", 6, day=-100, until=entry("head", 0, day=-90).felt_at),
        entry("head", 7, day=-100, until=entry("head", 0, day=26).felt_at),
        entry("head", 8, day=27),
    ]
    read = []
    real = Journal.entries

    def entries(*given, **how):
        for found in real(*given, **how):
            read.append(found)
            yield found

    monkeypatch.setattr(Journal, "entries", entries)
    with Journal(fill(tmp_path / "a.db", written, [])) as journal:
        week = week_on(journal, on(30), entry("neck", 0, day=30).felt_at, ANYWHERE).week
    assert [e.day for e in read if e.region == "neck"] == [on(day) for day in range(3, 31)]
    assert [e.intensity for e in read if e.region == "head"] == [7, 8]
    (head,) = (found for found in week.places if found.place == ("head", None))
    assert head.worst == (7, 7, 7, 8, None, None, None)
