"""When something in a table began and ended: dates in one format, clocks, days without a time."""

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from painlog.errors import NotUnderstoodError, RefusedError
from painlog.formats.table.dates import (
    EXCEL,
    WrongWeekdayError,
    counted_format,
    formats_like,
    in_words,
    is_iso,
    order_of,
    possible_formats,
    read_date,
    says_clock,
)
from painlog.model.names import moment_in_figures
from painlog.model.when import is_to_come, parse_clock, parse_iso
from painlog.model.zones import in_zone

# A spreadsheet may write a time of day as a moment on its day zero.
_DAY_ZERO = "1899-12-30"
_A_DAY = len("2026-03-05")


class Moments:
    """Reads the times of a table, whose dates are all in one format."""

    def __init__(self, date_format: str, now: datetime, zone: tzinfo | None) -> None:
        self._format = date_format
        self._now = now
        self._zone = zone

    def began(self, text: str, clock: str) -> str:
        """Return when something began in ISO 8601, from a date and a separate time of day.

        Raises:
            PainlogError: if it cannot be read, or if both give a time of day.
        """
        clock = _without_day_zero(clock)
        if not self._format and not clock:
            self._refuse_wrong_weekday(text)
            return text
        if not text:
            raise NotUnderstoodError("felt_at is empty")
        moment, has_clock = self._moment(text)
        if not clock:
            return moment.isoformat() if has_clock else moment.date().isoformat()
        if has_clock and moment.time() != time.min:
            raise RefusedError(f'"{text}" and "{clock}" both give a time of day')
        return datetime.combine(moment, self._clock(clock)).isoformat()

    def ended(self, text: str, begun: str) -> str:
        """Return when it ended in ISO 8601; "" if only the day on which it began is given again.

        A time of day before the one at which it began is on the next day.

        Raises:
            PainlogError: if it cannot be read.
        """
        text = _without_day_zero(text)
        start = self._iso(begun)
        try:
            clock = self._clock(text)
        except NotUnderstoodError:
            return self._end(text, start)
        if len(begun) <= _A_DAY:
            raise NotUnderstoodError(
                f'"{text}" says at what time it ended, but nothing says at what time it began'
            )
        end = datetime.combine(start, clock, start.tzinfo)
        if end == start:
            return ""
        return (end if end > start else end + timedelta(days=1)).isoformat()

    def after(self, start: datetime, lasted: timedelta) -> datetime:
        """Return the end of something that lasted so long.

        Raises:
            RefusedError: if that is in the future.
        """
        end = (start.astimezone(UTC) + lasted).replace(microsecond=0)
        offset = start.utcoffset() or timedelta()
        # If the beginning was written with another offset than the local one, the end keeps it.
        if in_zone(start, self._zone).utcoffset() == offset:
            offset = in_zone(end, self._zone).utcoffset() or offset
        until = end.astimezone(timezone(offset))
        if is_to_come(until, self._now):
            raise RefusedError(
                f"It would end at {moment_in_figures(until)}, which is in the future"
            )
        return until

    def _end(self, text: str, start: datetime) -> str:
        end, has_clock = self._end_moment(text)
        # Among the days that a spreadsheet counts, midnight looks like a day without a time.
        if counted_format(text) == self._format == EXCEL and start.time() != time.min:
            has_clock |= end.date() > start.date()
        if not has_clock:
            return "" if end.date() == start.date() else end.date().isoformat()
        return "" if end.replace(tzinfo=None) == start.replace(tzinfo=None) else end.isoformat()

    def _end_moment(self, text: str) -> tuple[datetime, bool]:
        """Read an end, which may be written with a time where the beginning has none."""
        try:
            return self._moment(text)
        except NotUnderstoodError:
            for format_ in possible_formats(text):
                if order_of(format_) == order_of(self._format):
                    with suppress(ValueError):
                        return self._read(text, format_), says_clock(format_)
            with suppress(ValueError):
                return parse_iso(text), len(text) > _A_DAY
            raise

    def _clock(self, text: str) -> time:
        """Read a time of day in a column of its own, where "21" and "2130" are times, too."""
        if self._format == EXCEL and text.startswith("0") and not text.isdigit():
            with suppress(ValueError):
                return self._read(text, EXCEL).time()
        if text.isdigit() and len(text) <= len("2130"):
            hour, minute = (text[:-2], text[-2:]) if len(text) > 2 else (text, "0")
            if int(hour) <= 23 and int(minute) <= 59:
                return time(int(hour), int(minute))
        return parse_clock(text)

    def _moment(self, text: str) -> tuple[datetime, bool]:
        if not self._format:
            return self._iso(text), len(text) > _A_DAY
        for format_ in formats_like(text, self._format):
            try:
                moment = self._read(text, format_)
            except WrongWeekdayError as error:
                raise NotUnderstoodError(str(error)) from None
            except ValueError:
                continue
            whole_day = format_ == EXCEL and moment.time() == time.min
            return moment, says_clock(format_) and not whole_day
        if is_iso(text):
            # The date cells of a spreadsheet are dates already.
            return self._iso(text), len(text) > _A_DAY
        raise NotUnderstoodError(f'"{text}" is not a date written {in_words(self._format)}')

    def _read(self, text: str, format_: str) -> datetime:
        return read_date(text, format_, self._now.date(), self._zone)

    def _iso(self, text: str) -> datetime:
        try:
            return parse_iso(text)
        except ValueError:
            self._refuse_wrong_weekday(text)
            raise NotUnderstoodError(
                f'"{text}" is not a date such as 2026-03-05; say how it is written with '
                "--date-format"
            ) from None

    def _refuse_wrong_weekday(self, text: str) -> None:
        """Say what is wrong with "Mon 3 Mar 2026", a Tuesday, by which no format could be told."""
        for format_ in () if is_iso(text) else possible_formats(text):
            try:
                self._read(text, format_)
            except WrongWeekdayError as error:
                raise NotUnderstoodError(str(error)) from None
            except ValueError:
                continue


def _without_day_zero(text: str) -> str:
    return text.removeprefix(_DAY_ZERO).removeprefix("T").strip()
