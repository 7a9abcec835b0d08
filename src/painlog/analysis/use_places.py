"""Find the one place that a use counts for, so that no use counts twice."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from painlog.model.course import Course
from painlog.model.region import Side
from painlog.model.use import Use

_Place = tuple[str, Side | None]

NEWEST_BEFORE = timedelta(hours=2)
_BEFORE = NEWEST_BEFORE.total_seconds()


class Ratings:
    """The ratings of one region and side in the order of time.

    `moments` are their times and intensities, in any order. Every time is in seconds since 1970.
    """

    def __init__(self, moments: Iterable[tuple[float, int]]) -> None:
        self._rated = sorted(moments)
        self._at = [at for at, _ in self._rated]

    def newest(self, since: float, until: float) -> tuple[float, int] | None:
        """Return the latest rating between two moments, both included, with its time."""
        last = bisect_right(self._at, until)
        if last == 0 or self._at[last - 1] < since:
            return None
        return self._rated[last - 1]

    def before(self, moment: float) -> int | None:
        """Return the latest rating of the two hours before a use."""
        found = self.newest(moment - _BEFORE, moment)
        return found and found[1]

    def nearest(self, moment: float, since: float, until: float) -> int | None:
        """Return the rating nearest to a moment, between two others; the earlier one of two."""
        within = self._rated[bisect_left(self._at, since) : bisect_right(self._at, until)]
        if len(within) < 2:
            return within[0][1] if within else None
        return min(within, key=lambda rated: (abs(rated[0] - moment), rated[0]))[1]

    def first(self, after: float, until: float) -> int | None:
        """Return the first rating after a moment."""
        first = bisect_right(self._at, after)
        if first == len(self._at) or self._at[first] > until:
            return None
        return self._rated[first][1]

    def distance(self, moment: float) -> float:
        """Return how many seconds lie between a moment and the rating nearest to it."""
        after = bisect_left(self._at, moment)
        return min(abs(at - moment) for at in self._at[max(after - 1, 0) : after + 1])


class UsePlaces:
    """The rated places among which a use has its one.

    Args:
        moments: The ratings of each place, at least one, as `Ratings` takes them.
        courses: Those started by hand, for any place.
        worst_on: The worst rating of a place on a day, 0 for none.
    """

    def __init__(
        self,
        moments: Mapping[_Place, Iterable[tuple[float, int]]],
        courses: Iterable[Course] = (),
        worst_on: Callable[[_Place, date], int] = lambda _place, _day: 0,
    ) -> None:
        self._moments = moments
        self._ratings: dict[_Place, Ratings] = {}
        self._courses: dict[str, list[Course]] = {}
        for course in courses:
            self._courses.setdefault(course.treatment, []).append(course)
        self._worst_on = worst_on

    def ratings(self, place: _Place) -> Ratings:
        """Return the ratings of a place in the order of time."""
        if place not in self._ratings:
            self._ratings[place] = Ratings(self._moments[place])
        return self._ratings[place]

    def said(self, use: Use) -> _Place | None:
        """Return the place that a use was said to be for; None where no such place is rated.

        That is the side that was said. Where none was said, or that side is not rated, it is the
        region without a side, or else the side whose rating is nearest in time.
        """
        if use.region is None:
            return None
        for place in ((use.region, use.side), (use.region, None)):
            if place in self._moments:
                return place
        meant = [place for place in self._moments if use.is_for(*place)]
        if len(meant) < 2:
            return meant[0] if meant else None
        at = use.used_at.timestamp()
        return min(meant, key=lambda p: (self.ratings(p).distance(at), p[1] or ""))

    def as_meant(self, use: Use) -> Use:
        """Return the use for the place of its running course, where nobody said and it has one."""
        if use.region is not None:
            return use
        places = {(course.region, course.side) for course in self._running(use)}
        [(region, side), *others] = places or {(None, None)}
        return use if others else use._replace(region=region, side=side)

    def of(self, use: Use) -> _Place | None:
        """Return the place that a use was for; None where nothing tells.

        Where nobody said, it is that of the course that the treatment was in. Of several, or
        without a course, it is the place that hurt most in the two hours before; of two that hurt
        as much, the one rated last. Where none was rated then, it is the one that hurt most that
        day.
        """
        use = self.as_meant(use)
        if use.region is not None:
            return self.said(use)
        running = self._running(use)
        places = [p for p in self._moments if not running or any(c.covers(*p) for c in running)]
        at = use.used_at.timestamp()
        before = [
            (-newest[1], -newest[0], place[0], place[1] or "", place)
            for place in places
            if (newest := self.ratings(place).newest(at - _BEFORE, at))
        ]
        if before:
            return min(before)[-1]
        on_day = [
            (-worst, place[0], place[1] or "", place)
            for place in places
            if (worst := self._worst_on(place, use.day))
        ]
        return min(on_day)[-1] if on_day else None

    def by_place(self, uses: Iterable[Use]) -> dict[_Place, list[Use]]:
        """Group uses by the place that each was for, without those of which nothing tells."""
        found: dict[_Place, list[Use]] = {}
        for use in uses:
            if (place := self.of(use)) is not None:
                found.setdefault(place, []).append(self.as_meant(use))
        return found

    def _running(self, use: Use) -> list[Course]:
        return [c for c in self._courses.get(use.treatment, ()) if c.on(use.day)]
