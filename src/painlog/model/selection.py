"""Which entries a command is about."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

from painlog.model.region import Side

if TYPE_CHECKING:
    from painlog.model.contents import Background
    from painlog.model.course import Course
    from painlog.model.sign_answer import SignAnswer
    from painlog.model.trial import Trial


class ChosenPlace(NamedTuple):
    """A region, or every region where it is None, and the side of it that is wanted.

    With neither a side nor `without_side`, every side of it is meant. `without_side` keeps the
    entries for which no side was given.
    """

    region: str | None = None
    side: Side | None = None
    without_side: bool = False

    def has_rating(self, region: str, side: Side | None) -> bool:
        """Return whether a rating names this place; one of both sides names neither alone."""
        if self.region not in (None, region):
            return False
        if self.without_side:
            return side is None
        return self.side in (None, side)

    def has_course(self, course: "Course") -> bool:
        """Return whether a course of one region is for this place."""
        return self._has(course.region, course.side)

    def has_answer(self, answer: "SignAnswer") -> bool:
        """Return whether an answer about a warning sign is about this place."""
        return self._has(answer.region, answer.side)

    def has_trial(self, trial: "Trial") -> bool:
        """Return whether a trial rates this place."""
        return self._has(trial.region, trial.side)

    def _has(self, region: str | None, side: Side | None) -> bool:
        if self.region not in (None, region):
            return False
        if self.without_side:
            return side is None
        return self.side is None or side in (None, "both", self.side)


class Selection(NamedTuple):
    """The filters that commands share. What is empty or None lets everything through.

    An entry is kept if it is of one of the places, has one of the treatments, qualities and
    triggers, has a rating within `lowest` and `highest` (its own, or that before a use), and lies
    within the days; both ends are included. With `reaching`, an attack lies within each day on
    which it was felt, else within the day on which it began. `limit` keeps the newest so many. A
    use without a rating has none of what only an entry has.
    """

    places: tuple[ChosenPlace, ...] = ()
    treatments: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    limit: int | None = None
    qualities: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    reaching: bool = False

    @property
    def is_of_entries(self) -> bool:
        """Whether it filters by what only entries have, so that a day may be incomplete."""
        return bool(self.entry_options)

    @property
    def entry_options(self) -> tuple[str, ...]:
        """The options that were given of those that filter by what only entries have."""
        given = (
            ("--min", self.lowest is not None),
            ("--max", self.highest is not None),
            ("--quality", self.qualities),
            ("--trigger", self.triggers),
        )
        return tuple(option for option, said in given if said)

    def has_day(self, day: date) -> bool:
        """Return whether a day lies within the days that are meant."""
        return (self.since or date.min) <= day <= (self.until or date.max)

    def within(self, since: date, until: date) -> Self:
        """Return the same selection for other days."""
        return self._replace(since=since, until=until)

    def has_treatment(self, name: str) -> bool:
        """Return whether a treatment is one of those that are meant."""
        return not self.treatments or name in self.treatments

    def has_course(self, course: "Course") -> bool:
        """Return whether a course is of a treatment, a place and days that are meant."""
        return (
            self.has_treatment(course.treatment)
            and course.started_on <= (self.until or date.max)
            and (self.since or date.min) <= (course.ended_on or date.max)
            and (
                course.region is None
                or not self.places
                or any(place.has_course(course) for place in self.places)
            )
        )

    def has_answer(self, answer: "SignAnswer") -> bool:
        """Return whether an answer about a warning sign is of a place and a day that are meant."""
        return (
            not self.treatments
            and self.has_day(answer.answered_at.date())
            and (not self.places or any(place.has_answer(answer) for place in self.places))
        )

    def part_of(self, background: "Background") -> "Background":
        """Return the courses that are meant, and the visits, PEGs, factors and answers of the days.

        Visits, PEGs, factors and notes of days are about the whole person, so there are none where
        a place, a treatment or what an entry says was chosen. An answer about a warning sign may be
        about a place.
        """
        courses = tuple(filter(self.has_course, background.courses))
        answers = tuple(filter(self.has_answer, background.sign_answers))
        if self.places or self.treatments or self.is_of_entries:
            return background._replace(
                courses=courses,
                consultations=(),
                questions=(),
                pegs=(),
                day_factors=(),
                day_notes=(),
                sign_answers=answers,
            )
        return background._replace(
            courses=courses,
            consultations=tuple(v for v in background.consultations if self.has_day(v.held_on)),
            pegs=tuple(peg for peg in background.pegs if self.has_day(peg.answered_on)),
            day_factors=tuple(f for f in background.day_factors if self.has_day(f.day)),
            day_notes=tuple(note for note in background.day_notes if self.has_day(note.day)),
            sign_answers=answers,
        )


EVERYTHING = Selection()
