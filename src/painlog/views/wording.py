"""How days, numbers, changes and stored texts are written, the same in every view."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from painlog.model.entry import HIGHEST
from painlog.model.names import day_in_words, sentence_start

SCALE = "Ratings are 0 (no pain) to 10 (worst pain imaginable)."
SCALE_IN_SHORT = "0 is no pain, 10 the worst imaginable."
NO_CHANGE = "no change"
BRING_BACK = "To bring back: painlog undo"
TAKE_BACK = "To take it back: painlog undo"
NOTHING_CHANGED = " It was so already; nothing was changed."

# Characters that steer a terminal or change the reading direction are named, never printed.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Joiners hold an emoji together, and letters of some scripts together or apart. They are printed
# between such characters; anywhere else they are named, as they would be invisible.
_JOINERS = frozenset("\u200c\u200d")
_JOINED = frozenset({"Lo", "Mc", "Mn", "Sk", "So"})
_LONGEST_SAID = 2000
# Characters of a note that stand in a list, or after a change.
_LONGEST_NOTE = 300
# Never part of a text: Unicode reserves it for use inside a program.
OWN_TEXT = "\ufdd1"


def add_one(place: str, on: date | None) -> str:
    """Return the command that rates a place as typed, on the day that a person named."""
    return f"painlog add {place} 6" + (f" --at {on}" if on else "")


def day(value: date) -> str:
    """Write a day: "Mon 23 Nov 2026"."""
    return f"{value:%a} {day_in_words(value)}"


def short_day(value: date, today: date) -> str:
    """Write a day as "23 Nov", with the year where it is not that of `today`."""
    return f"{value.day} {value:%b}" if value.year == today.year else day_in_words(value)


def span(first: date, last: date, today: date) -> str:
    """Write "1 Mar to 10 Mar", with both years where they differ, so that neither is misread."""
    if first.year != last.year:
        return f"{day_in_words(first)} to {day_in_words(last)}"
    return " to ".join(dict.fromkeys(short_day(end, today) for end in (first, last)))


def moment(value: datetime, here: timedelta | None = None) -> str:
    """Write a moment: "Mon 23 Nov 2026, 15:30", with the offset where it is not `here`."""
    written = f"{day(value)}, {value:%H:%M}"
    return (
        written if here in (None, value.utcoffset()) else f"{written} (UTC{value.isoformat()[-6:]})"
    )


def entries_and_uses(entries: int, uses: int) -> str:
    """Return what a journal holds; `uses` are all of them, those that came with an entry, too."""
    found = count(entries, "entry", "entries")
    return f"{found} and {count(uses, 'use')} of treatments" if uses else found


def count(number: int, one: str, many: str = "") -> str:
    """Write a number of things: "1 day", "2 days", "1,000 days"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Write how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def duration(value: timedelta) -> str:
    """Write a duration: "45 min", "5 h 30 min", "26 h"; in days from two whole ones on."""
    minutes = round(value.total_seconds() / 60)
    hours, left = divmod(minutes, 60)
    if hours >= 48:
        days = value.total_seconds() / 86400
        return f"{decimals(days)} days" if hours % 24 else count(hours // 24, "day")
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, *([f"{left} min"] if left or not hours else [])])


def size(in_bytes: int) -> str:
    """Write a size: "124 KiB", "1.5 MiB"; never less than 1 KiB."""
    kibibytes = max(round(in_bytes / 1024), 1)
    return f"{kibibytes:,} KiB" if kibibytes < 10_000 else f"{kibibytes / 1024:,.1f} MiB"


def points(value: float | None) -> str:
    """Write an intensity or mean to one decimal: 4.3; a dash for none."""
    return "-" if value is None else decimals(value)


def decimals(value: float, digits: int = 1, sign: str = "") -> str:
    """Write a number to some decimals, halves away from zero; with a sign where `sign` is "+"."""
    from painlog.analysis.arithmetic import rounded

    return f"{rounded(value, digits):{sign}.{digits}f}"


def held(low: float, high: float, before: float | None) -> tuple[float, float]:
    """Return both ends of an interval, limited to what a mean before allows on a 0–10 scale.

    A few days can make an interval wider than that: pain of 6 cannot fall by 7 or rise by 5.
    """
    least, most = (-HIGHEST, HIGHEST) if before is None else (-before, HIGHEST - before)
    return max(low, least), min(high, most)


def change(value: float) -> str:
    """Write a change in points in words: "1.5 points less", "no change"."""
    size = decimals(abs(value))
    if size == "0.0":
        return NO_CHANGE
    return f"{size} {'point' if size == '1.0' else 'points'} {'less' if value < 0 else 'more'}"


def change_against(value: float, then: str) -> str:
    """Write a change with its reference: "1.5 points less than the 7 before", "the same as …"."""
    moved = change(value)
    return f"the same as {then}" if moved == NO_CHANGE else f"{moved} than {then}"


def signed(value: float, digits: int = 1) -> str:
    """Write a change as a number with its sign: -1.5, +0.3, 0.0."""
    text = decimals(value, digits, "+")
    return text[1:] if not float(text) else text


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words as in "a, b and c"."""
    found = list(words)
    return f" {last} ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def printable(text: str) -> str:
    """Put a stored text on one line and make control characters visible."""
    return text if text.isprintable() else " / ".join(printable_lines(text))


def titled(name: str) -> str:
    """Write a stored name as the start of a sentence or as a heading."""
    return sentence_start(printable(name))


def printable_lines(text: str) -> list[str]:
    """Split a stored text into lines and make control characters visible."""
    return [visible(line) for line in text.splitlines()]


def shortened(text: str) -> str:
    """Cut the middle out of a text that is longer than anyone would read."""
    half = _LONGEST_SAID // 2
    return text if len(text) <= _LONGEST_SAID else f"{text[:half]} […] {text[-half:]}"


def as_written(text: str) -> str:
    """Mark a person's own text, so that no command in it is taken for one that painlog suggests.

    Only for what is printed, where `screen` takes the mark off again.
    """
    return text.replace("painlog ", f"painlog{OWN_TEXT} ")


def note_in_part(note: str, see: str) -> str:
    """Return a note on one line; of a long one its beginning, its length and how to see it all.

    Args:
        note: As stored.
        see: The command that shows it whole; "" if none does.
    """
    if len(note) <= _LONGEST_NOTE:
        return as_written(printable(note))
    rest = f"{len(note):,} characters" + (f"; all of it: {see}" if see else "")
    return f"{as_written(printable(note[:_LONGEST_NOTE].rstrip()))} … ({rest})"


def note_before(old: str, new: str) -> str:
    """Say which words a note held before, and how to get them back; "" if it still holds them."""
    if not old or old in new:
        return ""
    return f'The note before was "{note_in_part(old, "")}". {BRING_BACK}'


def visible(line: str) -> str:
    """Make the control characters of a line visible."""
    if line.isprintable():
        return line
    return "".join(
        char if not _steers(char) or _joins(line, i) or _marks(line, i) else _named(char)
        for i, char in enumerate(line)
    )


def _steers(char: str) -> bool:
    # Unicode reserves some characters for use inside a program; `screen` uses one of them.
    return unicodedata.category(char) in _STEERING or "\ufdd0" <= char <= "\ufdef"


def _joins(line: str, i: int) -> bool:
    return (
        line[i] in _JOINERS
        and 0 < i < len(line) - 1
        and {unicodedata.category(line[i - 1]), unicodedata.category(line[i + 1])} <= _JOINED
    )


def _marks(line: str, i: int) -> bool:
    return line[i] == OWN_TEXT and line[:i].endswith("painlog") and line[i + 1 : i + 2] == " "


def _named(char: str) -> str:
    return " " if char == "\t" else f"<{ord(char):04X}>"


def in_brackets(said: str) -> str:
    """Put a remark in brackets behind what it is about; "" for none."""
    return f" ({said})" if said else ""
