"""What each format of an export holds of a journal, and what it leaves out.

JSON holds all of it. Messages and docs/formats.md follow this table.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from painlog.model.contents import Background
from painlog.model.entry import Entry
from painlog.model.factor import KeptDays
from painlog.model.use import Use

# CSV has one table: entries, uses without a rating, days, or attacks. A list of attacks is worked
# out from entries and uses, and holds none of them whole.
Form = Literal["csv", "uses", "days", "attacks", "json", "fhir"]


class Held(NamedTuple):
    """What a journal holds: the entries, uses and days that were chosen, and all the rest."""

    entries: Iterable[Entry]
    uses: Iterable[Use]
    days: KeptDays
    background: Background


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a journal: its noun, the formats beside JSON that hold it, and how many there are.

    `what` is the word of `--what` that writes it as CSV, "" for none.
    """

    one: str
    many: str
    forms: tuple[Form, ...]
    number: Callable[[Held], int]
    what: str = ""


def left_out(held: Held, form: Form) -> list[tuple[Part, int]]:
    """Return the parts of a journal that a format does not hold, each with how many there are."""
    counted = ((part, part.number(held)) for part in missing_from(form))
    return [(part, number) for part, number in counted if number]


def missing_from(form: Form) -> Iterator[Part]:
    """Yield the parts that a format cannot hold."""
    return (part for part in PARTS if form != "json" and form not in part.forms)


def _days(held: Held) -> int:
    return len({note.day for note in held.days.notes} | {value.day for value in held.days.values})


PARTS = (
    Part("entry", "entries", ("csv", "fhir"), lambda h: sum(1 for _ in h.entries), "entries"),
    Part(
        "use without a rating",
        "uses without a rating",
        ("uses", "fhir"),
        lambda h: sum(1 for _ in h.uses),
        "uses",
    ),
    Part("course", "courses", ("fhir",), lambda h: len(h.background.courses)),
    Part(
        "day with a note or factors", "days with a note or factors", ("days", "fhir"), _days, "days"
    ),
    Part("visit", "visits", ("fhir",), lambda h: len(h.background.consultations)),
    Part("question", "questions", (), lambda h: len(h.background.questions)),
    Part("PEG", "PEGs", ("fhir",), lambda h: len(h.background.pegs)),
    Part("trial", "trials", (), lambda h: len(h.background.trials)),
    Part(
        "answer about a trial day",
        "answers about trial days",
        (),
        lambda h: len(h.background.trial_days),
    ),
    Part(
        "answer about warning signs",
        "answers about warning signs",
        (),
        lambda h: len(h.background.sign_answers),
    ),
    Part("attack diary", "attack diaries", (), lambda h: len(h.background.attack_diaries)),
    Part(
        "place in your order of checkin",
        "places in your order of checkin",
        (),
        lambda h: len(h.background.checkin_places),
    ),
)
