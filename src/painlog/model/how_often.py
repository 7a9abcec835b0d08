"""How often a treatment in course is used: "twice a day", "every 4 hours", "as needed".

It is part of the dose of a course, behind the amount. A single use has none: it is logged when it
is taken. What separates the treatments of a list ("morning and night", "with food") is no part.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from math import ceil
from typing import NamedTuple

from painlog.model.number_words import number_of

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_GAP = rf"{_NUMBER}(?:\s?(?:-|–|to)\s?{_NUMBER})?"
_TIMES = rf"once|twice|thrice|{_NUMBER}\s?(?:times|x|×|days|nights)"
_EACH = r"(?:an?|per|each|every|/)"
_PERIOD = r"(?:day|daily|week|weekly|month|monthly|night)"
_PERIODS = {"daily": "day", "weekly": "week", "monthly": "month", "nightly": "night"}
_PART = r"(?:day|night|morning|afternoon|evening|week|month)"
_LATIN = {
    "od": "once a day",
    "bd": "twice a day",
    "bid": "twice a day",
    "tds": "3 times a day",
    "tid": "3 times a day",
    "qds": "4 times a day",
    "qid": "4 times a day",
    "prn": "as needed",
    "nocte": "at night",
    "mane": "in the morning",
    "hs": "at bedtime",
    "qhs": "at bedtime",
}
_LATIN_FORMS = "|".join(r"\.?".join(word) for word in sorted(_LATIN, key=len, reverse=True))
# How people write it, and how painlog does.
_OFTEN: tuple[tuple[str, Callable[["re.Match[str]"], str]], ...] = (
    (
        rf"(?P<most>up\sto\s)?(?P<times>{_TIMES})\s?(?:{_EACH}\s?)?(?P<period>{_PERIOD})",
        lambda found: f"{_most(found)}{_times(found['times'])} a {_period(found['period'])}",
    ),
    (
        rf"(?:every|each)\s(?P<gap>{_GAP})\s?(?P<unit>h|hrs?|hours?|days?|weeks?|months?)",
        lambda found: f"every {_gap(found['gap'])} {_unit(found['unit'])}s",
    ),
    (
        rf"(?P<gap>{_GAP})[\s-]?hourly",
        lambda found: f"every {_gap(found['gap'])} hours",
    ),
    (r"every\s(?:other|second)\sday|(?:on\s)?alternate\sdays", lambda _: "every other day"),
    (rf"(?:every|each)\s(?P<part>{_PART})", lambda found: f"every {found['part'].lower()}"),
    (
        r"(?:daily|weekly|monthly|nightly)",
        lambda found: f"every {_PERIODS[found[0].lower()]}",
    ),
    (r"(?:an?|per)\s(?P<period>day|week|month)", lambda found: f"a {found['period'].lower()}"),
    (r"(?:as|when|if)\s(?:needed|required|necessary)", lambda _: "as needed"),
    (rf"(?:{_LATIN_FORMS})\.?", lambda found: _LATIN[found[0].replace(".", "").lower()]),
)
# With one use these say when it was.
_WHEN: tuple[tuple[str, Callable[["re.Match[str]"], str]], ...] = (
    (r"at\snight|at\sbedtime|before\sbed", lambda found: found[0].lower()),
    (r"in\sthe\s(?:morning|afternoon|evening)", lambda found: found[0].lower()),
)


_FORMS = (*_OFTEN, *_WHEN)
_BETWEEN = r"(?:\s*,\s*|\s+)"
# A text without any of these says nothing of it, and needs none of the patterns.
_STEMS = (
    *("day", "daily", "week", "month", "night", "morning", "afternoon", "evening", "hour", "bed"),
    *("need", "requir", "necess", "every", "each"),
)
_HOURS = 24
# How painlog writes what is used on every day.
_ONCE_TWICE = {"once": 1, "twice": 2}
_PART_WRITTEN = (
    r"(?:at night|at bedtime|before bed|in the (?:morning|afternoon|evening)"
    r"|every (?:night|morning|afternoon|evening))"
)
_A_DAY = (
    r"(?:(?P<times>once|twice|\d+ times) a (?:day|night)|(?P<daily>every day|a day)"
    rf"|every (?P<gap>\d+)(?: to (?P<longest>\d+))? hours|{_PART_WRITTEN})(?: {_PART_WRITTEN})*"
)
# No name of a treatment with its dose is longer.
_LONGEST = 160


class HowOften(NamedTuple):
    """A text without the words that say how often, and these as typed and as painlog writes them.

    `is_when` is whether they say nothing but a part of the day, which a single use may have.
    """

    rest: str
    typed: str
    written: str
    is_when: bool


def how_often(text: str) -> HowOften | None:
    """Return how often a treatment is used, said behind its name or dose; None if it is not."""
    words = " ".join(text.split())
    if len(words) > _LONGEST or not _may_say_it(words.lower()):
        return None
    all_of_it, one_of_it, often = _patterns()
    found = all_of_it.fullmatch(words)
    if not found:
        return None
    each = [one[0] for one in one_of_it.finditer(found["often"])]
    return HowOften(
        f"{found['before'].rstrip(' ,')} {(found['after'] or '').strip(' ,')}".strip(),
        found["often"],
        " ".join(map(_written, each)),
        not any(map(often.fullmatch, each)),
    )


class TimesADay(NamedTuple):
    """How often a dose is used within 24 hours; `at_most` where it may be less."""

    times: int
    at_most: bool


def times_a_day(written: str) -> TimesADay | None:
    """Return how often a day a dose as painlog writes it is used; None where that is not certain.

    "As needed" and "every 4 to 6 hours" are at most so often. What is not used on every day, such
    as a dose once a week, tells nothing.
    """
    found = how_often(f"of {written}")
    if not found:
        return None
    often = found.written.replace("as needed", "").replace("up to ", "").strip()
    said = re.fullmatch(_A_DAY, " ".join(often.split()))
    if not said:
        return None
    at_most = bool(said["longest"]) or often != found.written
    if said["gap"]:
        hours = int(said["gap"])
        return TimesADay(ceil(_HOURS / hours), at_most) if 0 < hours <= _HOURS else None
    if said["times"]:
        return TimesADay(_ONCE_TWICE.get(said["times"]) or int(said["times"].split()[0]), at_most)
    return TimesADay(1 if said["daily"] else len(re.findall(_PART_WRITTEN, often)), at_most)


@lru_cache(maxsize=1024)
def without_how_often(written: str) -> str:
    """Return a dose as painlog writes it without how often: "6 mg" for "6 mg twice a day"."""
    found = how_often(f"of {written}")
    return found.rest.removeprefix("of").lstrip() if found else written


def _may_say_it(words: str) -> bool:
    if any(stem in words for stem in _STEMS):
        return True
    return any(word.strip("(),").replace(".", "") in _LATIN for word in words.split())


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]":
    """Return what finds how often in a text, one form of it, and one that is no part of the day."""
    often = _any_of(_OFTEN)
    one = rf"(?:{often}|{_any_of(_WHEN)})"
    return (
        re.compile(
            rf"(?P<before>.*?\S){_BETWEEN}\(?(?P<often>{one}(?:{_BETWEEN}{one})*)\)?"
            rf"(?P<after>{_BETWEEN}\d.*)?",
            re.IGNORECASE,
        ),
        re.compile(rf"{one}(?={_BETWEEN}|$)", re.IGNORECASE),
        re.compile(often, re.IGNORECASE),
    )


def _any_of(forms: Iterable[tuple[str, Callable[["re.Match[str]"], str]]]) -> str:
    return "|".join(re.sub(r"\(\?P<\w+>", "(?:", form) for form, _ in forms)


def _written(words: str) -> str:
    for form, write in _FORMS:
        if found := re.fullmatch(form, words, re.IGNORECASE):
            return write(found)
    return words


def _most(found: "re.Match[str]") -> str:
    return "up to " if found["most"] else ""


def _times(words: str) -> str:
    form = words.lower()
    if form in ("once", "twice"):
        return form
    if form == "thrice":
        return "3 times"
    many = _number(re.split(r"\s|(?<=\d)(?=\D)|(?<=[a-z])(?=×)", form)[0])
    unit = next((unit for unit in ("days", "nights") if form.endswith(unit)), "times")
    return {"1 times": "once", "2 times": "twice"}.get(f"{many} {unit}", f"{many} {unit}")


def _period(word: str) -> str:
    return _PERIODS.get(word.lower(), word.lower())


def _gap(words: str) -> str:
    return " to ".join(_number(word) for word in re.split(r"\s?(?:-|–|to)\s?", words.lower()))


def _unit(word: str) -> str:
    form = word.lower()
    return "hour" if form.startswith("h") else form.removesuffix("s")


def _number(word: str) -> str:
    return word if word.isdigit() else str(number_of(word) or word)
