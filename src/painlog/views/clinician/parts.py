"""The parts of the page for a clinician, as plain data from which HTML and PDF are made."""

from dataclasses import dataclass

from painlog.views.clinician.drawing import Picture
from painlog.views.wording import SCALE

TITLE = "Pain report"


@dataclass(frozen=True, slots=True)
class RegionPart:
    """One region: facts in sentences and a picture of its days."""

    name: str
    facts: tuple[str, ...]
    chart: Picture


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One before-and-after as a row of a table, with its cautions."""

    place: str
    treatment: str
    span: str
    before: str
    after: str
    change: str
    verdict: str
    cautions: tuple[str, ...]
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
class ClinicianPage:
    """The whole page. Every text is plain text, never markup."""

    name: str
    period: str
    made_on: str
    first_lines: tuple[str, ...]
    attention: tuple[str, ...]
    glance: tuple[str, ...]
    glance_peg: str
    body: Picture | None
    body_note: str
    regions: tuple[RegionPart, ...]
    legend: str
    effects: tuple[EffectRow, ...]
    scale: Picture | None
    sessions: Grid | None
    sessions_note: str
    months: Grid | None
    months_note: str
    peg: tuple[str, ...]
    tags: tuple[DatedText, ...]
    visits: tuple[DatedText, ...]
    notes: tuple[DatedText, ...]
    questions: tuple[str, ...]
    method: tuple[str, ...]
    advice: str
    title: str = TITLE
    scale_words: str = SCALE
