"""What a journal holds besides its entries, and two versions of one thing in it."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from painlog.model.course import Course
    from painlog.model.entry import Entry
    from painlog.model.factor import CheckinPlace, DayFactor, DayNote, Factor
    from painlog.model.peg import Peg
    from painlog.model.region import Region
    from painlog.model.sign_answer import SignAnswer
    from painlog.model.treatment import Treatment
    from painlog.model.trial import Trial, TrialDay
    from painlog.model.use import Use

# The highest id that an entry, course, visit or PEG of another journal may keep here.
HIGHEST_ID = 999_999_999


class Consultation(NamedTuple):
    """A visit to a clinician, as the person logged it."""

    held_on: date
    note: str = ""
    uid: str = ""
    id: int = 0
    updated_at: str = ""


class VisitQuestion(NamedTuple):
    """A question for a clinician.

    It is kept for the visit with the uid `consultation`, or for the next one where that is empty.
    `asked_on` is the day on which it was ticked off, None before that.
    """

    text: str
    consultation: str = ""
    asked_on: date | None = None
    uid: str = ""
    id: int = 0
    updated_at: str = ""


# The types are in quotes, so that code that needs only a visit does not load all the others.
Thing: TypeAlias = (
    "Entry | Use | Course | Consultation | VisitQuestion | Peg | SignAnswer | Trial | TrialDay"
    " | DayNote | DayFactor"
)


class Background(NamedTuple):
    """The background of the entries.

    Courses, visits to a clinician, PEGs, trials and answers about warning signs, oldest first, and
    the person's own names. Every attack of the regions in `attack_diaries` is written down.
    `factors` are those whose days are in `day_factors`, and all of the person's own;
    `checkin_places` is their own order of checkin.
    """

    courses: "tuple[Course, ...]" = ()
    consultations: "tuple[Consultation, ...]" = ()
    pegs: "tuple[Peg, ...]" = ()
    own_regions: "tuple[Region, ...]" = ()
    own_treatments: "tuple[Treatment, ...]" = ()
    attack_diaries: tuple[str, ...] = ()
    trials: "tuple[Trial, ...]" = ()
    trial_days: "tuple[TrialDay, ...]" = ()
    day_notes: "tuple[DayNote, ...]" = ()
    factors: "tuple[Factor, ...]" = ()
    day_factors: "tuple[DayFactor, ...]" = ()
    checkin_places: "tuple[CheckinPlace, ...]" = ()
    sign_answers: "tuple[SignAnswer, ...]" = ()
    questions: "tuple[VisitQuestion, ...]" = ()


class Conflict(NamedTuple):
    """Two versions of one thing, from here and from another journal.

    `taken` says whether the other journal's version is the one that is here now, and `tied` that
    nothing says which of them is newer. `line` is that of a file, 0 for none.
    """

    here: "Thing"
    there: "Thing"
    taken: bool
    tied: bool = False
    line: int = 0
