"""What a person is asked for, a time or a day, and what they are told where they gave neither."""

from datetime import datetime, timedelta
from typing import NamedTuple

from painlog.errors import NotUnderstoodError, RefusedError


class AskedMoment(NamedTuple):
    """A time or a day that a person is to type.

    `written` and `yesterday` format a moment as they could type it. `examples` are formats of
    moments up to the present one, `now`, or 4 days before it, `then`. It `may_come`, too, where a
    day that is still to come is read elsewhere. `plan` says what to do with a planned one.
    """

    noun: str
    limit: str
    written: str
    yesterday: str
    examples: tuple[str, ...]
    may_come: bool = False
    plan: str = ""

    def such_as(self, now: datetime, first: str = "") -> str:
        """Return examples, each of which is accepted at this moment."""
        then = now - timedelta(days=4)
        shown = (first, *(example.format(now=now, then=then) for example in self.examples))
        return ", ".join(f'"{one}"' for one in dict.fromkeys(filter(None, shown)))

    def not_understood(self, text: str, now: datetime) -> NotUnderstoodError:
        """Return what a person is told about a text that is none."""
        from painlog.model.no_such_day import no_such_day  # noqa: PLC0415 - seldom needed

        such_as = self.such_as(now)
        if day := no_such_day(text):
            said = f"There is no {day}. Type a day that exists, such as {such_as}."
        else:
            said = (
                f'"{text}" is not a {self.noun} painlog understands. Type a {self.noun} such as '
                f"{such_as}."
            )
        return NotUnderstoodError(said)

    def to_come(self, text: str, moment: datetime, now: datetime) -> RefusedError:
        """Return what a person is told about a moment in the future.

        Where it is later today, the one of yesterday was probably meant.
        """
        is_later_today = (moment.date(), moment.utcoffset()) == (now.date(), now.utcoffset())
        read = f"{moment:{A_TIME.written if is_later_today else self.written}}"
        meant = "" if text.strip() == read else f"{read}, which is "
        earlier = f"{moment:{self.yesterday}}" if is_later_today else ""
        return _refused(
            f'"{text}" is {meant}still to come. Give a {self.noun} up to {self.limit}, such as '
            f"{self.such_as(now, earlier)}.{self.plan}",
            earlier,
        )

    def nearer_to_come(
        self, text: str, coming: datetime, past: datetime, now: datetime, meaning: str = ""
    ) -> RefusedError:
        """Return what a person is told about a day to come that may be a past one.

        `meaning` says which one that is; "" for that of an earlier year.
        """
        written = f"{past:{self.written}}"
        year = {0: "this year", 1: "last year"}.get(now.year - past.year, past.year)
        return _refused(
            f'"{text}" is {coming:{self.written}}, which is still to come. If you mean '
            f'{meaning or year}, type "{written}".',
            written,
        )


A_TIME = AskedMoment(
    "time",
    "now",
    "%Y-%m-%d %H:%M",
    "yesterday %H:%M",
    ("now", "{now:%H}:00", "yesterday 21:00", "3 days ago", "{then:%Y-%m-%d} 21:00"),
)
A_DAY = AskedMoment(
    "day",
    "today",
    "%Y-%m-%d",
    "yesterday",
    ("today", "yesterday", "3 days ago", "{then:%Y-%m-%d}"),
)
A_LAST_DAY = A_DAY._replace(
    plan=(
        " A planned end cannot be kept: stop it with painlog stop on the day it ends, and note the "
        'plan, as in: painlog day --note "naproxen for two more weeks"'
    )
)
# A visit may be planned.
A_VISIT = A_DAY._replace(may_come=True)


def _refused(said: str, instead: str) -> RefusedError:
    error = RefusedError(said)
    error.instead = instead
    return error
