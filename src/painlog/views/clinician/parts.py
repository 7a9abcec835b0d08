"""The parts of the page for a clinician, as plain data from which HTML and PDF are made."""

from dataclasses import dataclass

from painlog.views.clinician.drawing import Picture
from painlog.views.wording import SCALE

TITLE = "Pain report"


@dataclass(frozen=True, slots=True)
class RegionPart:
    """One region: facts in sentences, a picture of its days and, for attacks, of its months."""

    name: str
    facts: tuple[str, ...]
    chart: Picture
    months: Picture | None = None


@dataclass(frozen=True, slots=True)
class TrialPart:
    """A trial of one's own: facts in sentences and, once it is over, a picture of its pairs."""

    name: str
    facts: tuple[str, ...]
    pairs: Picture | None = None


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One before-and-after as a row of a table, with what stands beside it and its cautions.

    Where the ratings allow no verdict `verdict` is empty, and the `lines` say why.
    """

    place: str
    treatment: str
    span: str
    before: str
    after: str
    change: str
    verdict: str
    lines: tuple[str, ...]
    forest: Picture | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A plain table: the first cell of each row names it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text with the day or the subject that it is about."""

    day: str
    about: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A picture with its title."""

    title: str
    drawing: Picture


@dataclass(frozen=True, slots=True)
class ClinicianPage:
    """The whole page in the order in which it is read. Every text is plain text, never markup."""

    name: str
    period: str
    made_on: str
    first_lines: tuple[str, ...]
    questions: tuple[str, ...]
    attention: tuple[str, ...]
    nothing: str
    headline: Grid | None
    headline_note: str
    headline_lines: tuple[str, ...]
    function: tuple[str, ...]
    function_pictures: tuple[SmallPicture, ...]
    body: Picture | None
    body_note: str
    regular: tuple[str, ...]
    relief: Grid | None
    relief_note: str
    medicine_days: Grid | None
    medicine_note: str
    regions: tuple[RegionPart, ...]
    legend: str
    effects: tuple[EffectRow, ...]
    effects_note: str
    scale: Picture | None
    months: Grid | None
    months_note: str
    peg: tuple[str, ...]
    tags: tuple[DatedText, ...]
    visits: tuple[DatedText, ...]
    notes: tuple[DatedText, ...]
    method: tuple[str, ...]
    advice: str
    trials: tuple[TrialPart, ...] = ()
    warning_signs: tuple[str, ...] = ()
    title: str = TITLE
    scale_words: str = SCALE
