"""Read a person's own trials from the journal and its change log, and rename their treatments."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from painlog.model.selection import Selection
from painlog.model.trial import Trial, renamed_arm
from painlog.store import log, rows
from painlog.store.recent import has_trial_under_way, rated_on

if TYPE_CHECKING:
    from painlog.model.entry import Entry
    from painlog.model.use import Use
    from painlog.store.journal import Journal
    from painlog.store.log import Change

_KIND = rows.BY_NAME["trial"]


def trials_under_way(journal: "Journal", today: date) -> list[Trial]:
    """Return the trials that are planned or running, by their first day."""
    if not has_trial_under_way(journal, today):
        return []
    return [trial for trial in journal.trials() if not trial.is_over(today)]


def left_unrated(journal: "Journal", trial: Trial, change_id: int, today: date) -> list[date]:
    """Return the days of a trial that lost their last rating with a change, or its undo or redo."""
    # The log has each thing as it was before the change was made, taken back or made again.
    found = journal.rows(
        "select distinct substr(json_extract(other, '$.felt_at'), 1, 10),"
        " json_extract(other, '$.region'), json_extract(other, '$.side') from change_item"
        " where change_id = ? and kind = 'entry' and other is not null",
        [change_id],
    )
    days = {date.fromisoformat(day) for day, *place in found if trial.covers(*place)}
    last = min(trial.ends_on, today)
    return sorted(
        day
        for day in days
        if trial.starts_on <= day <= last
        and not any(trial.covers(*place) for place in rated_on(journal, day))
    )


def logged_in_trials(journal: "Journal", change_id: int, today: date) -> "list[Entry | Use]":
    """Return what a change logged on days of the trials under way, as it is in the journal."""
    since = min(trial.starts_on for trial in trials_under_way(journal, today))
    found = journal.rows("select kind, key from change_item where change_id = ?", [change_id])
    logged = set(found)
    chosen = Selection(since=since)
    return [
        *(thing for thing in journal.entries(chosen) if ("entry", thing.id) in logged),
        *(thing for thing in journal.uses(chosen) if ("use", thing.id) in logged),
    ]


def draws_before(journal: "Journal", trial: Trial) -> int:
    """Count the orders drawn so far for the question of a trial, those taken back included."""
    return max(
        (draws for draws, image in _drawn(journal) if _asks_the_same(image, trial)), default=0
    )


def stops_taken_back(journal: "Journal", trial: Trial) -> tuple[date, ...]:
    """Return the days on which a trial was stopped and then taken up again, by undo."""
    stops = {
        date.fromisoformat(str(image["stopped_on"]))
        for image in _logged(journal)
        if image["uid"] == trial.uid and image["stopped_on"]
    }
    return tuple(sorted(stops - {trial.stopped_on}))


def rename_in_trials(journal: "Journal", change: "Change", old: str, name: str) -> None:
    """Give a treatment its new name in the arms of every trial."""
    names = {old: name}
    for trial in journal.trials():
        renamed = trial._replace(a=renamed_arm(trial.a, names), b=renamed_arm(trial.b, names))
        if renamed != trial:
            change.edit(renamed)


def _drawn(journal: "Journal") -> Iterator[tuple[int, rows.Image]]:
    yield from ((trial.draws, rows.image_of(trial)) for trial in journal.trials())
    yield from ((int(image["draws"]), image) for image in _logged(journal))


def _logged(journal: "Journal") -> Iterator[rows.Image]:
    """Yield trials as the change log has them: as they were before a change, or before its undo."""
    logged = journal.rows(
        "select other from change_item where kind = 'trial' and other is not null"
    )
    for (text,) in logged:
        try:
            image = log.from_text(_KIND, text)
        except ValueError:
            continue
        if image:
            yield image


def _asks_the_same(image: rows.Image, trial: Trial) -> bool:
    return {image["a"], image["b"]} == {trial.a, trial.b} and (image["region"], image["side"]) == (
        trial.region,
        trial.side,
    )
