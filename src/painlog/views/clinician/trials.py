"""Trials of one's own on the page for a clinician: the facts, and the pairs as a picture."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from painlog.model.entry import HIGHEST
from painlog.model.names import day_in_words
from painlog.views.clinician.drawing import Picture, picture, shape, text
from painlog.views.clinician.parts import TrialPart
from painlog.views.wording import points, printable, signed

if TYPE_CHECKING:
    from painlog.analysis.report import Report
    from painlog.analysis.trials import TrialPair, TrialReading
    from painlog.model.trial import Trial

WIDTH = 360.0
_LEFT, _RIGHT, _TOP, _ROW = 60.0, 316.0, 22.0, 13.0
_BELOW = 42.0
_LEAST_SPAN = 2


def trial_parts(report: "Report") -> Iterator[TrialPart]:
    """Yield what the page says of each trial; one under way is only named, never compared."""
    if not report.trials:
        return
    from painlog.advice.trials import trial_caution, under_way_words
    from painlog.views import trials as words

    for reading in report.trials:
        trial = reading.trial
        if reading.is_under_way:
            yield TrialPart(words.titled_trial(trial), (printable(under_way_words(trial)),))
            continue
        yield TrialPart(
            words.titled_trial(trial),
            (
                f"{words.plan_words(trial)} {_agreed(trial)} {words.drawn_words(trial)}",
                " ".join(t for t in words.result_words(reading) if t != words.NEAR_NOTHING),
                _days(reading),
                " ".join(trial_caution(c, to_clinician=True) for c in reading.cautions),
            ),
            pairs_picture(reading),
        )


def _agreed(trial: "Trial") -> str:
    return f"Agreed to at a visit on {day_in_words(trial.agreed_on)}."


def _days(reading: "TrialReading") -> str:
    """Say how many days of each arm were rated, as planned, and with acute medicine."""
    a, b = reading.arms
    in_course = ""
    if a.course_days or b.course_days:
        in_course = f" logged; in course: {a.course_days} under A, {b.course_days} under B"
    return (
        f"Rated: {a.rated} of the {a.counted} days that count under A, {b.rated} of {b.counted} "
        f"under B. As planned: {a.as_planned} of the {a.answered} days answered under A, "
        f"{b.as_planned} of {b.answered} under B. Days with acute medicine: "
        f"{a.medicine_days} under A, {b.medicine_days} under B{in_course}."
    )


def pairs_picture(reading: "TrialReading") -> Picture | None:
    """Draw two dots a pair with a line between, and the mean difference with its interval."""
    used = [pair for pair in reading.pairs if pair.difference is not None]
    if not used:
        return None
    means = [float(mean) for pair in used for mean in (pair.a, pair.b) if mean is not None]
    scale = _scale(means)
    bottom = _TOP + _ROW * len(reading.pairs)
    shapes = [
        *_axis(scale, _TOP - 6, bottom),
        *(
            drawn
            for row, pair in enumerate(reading.pairs)
            for drawn in _pair(pair, _TOP + _ROW * (row + 0.5), scale)
        ),
    ]
    if reading.test is not None:
        shapes += _difference(reading, bottom + 18)
    words = "; ".join(
        f"pair {pair.number}: A {points(float(pair.a))}, B {points(float(pair.b))}"
        for pair in used
        if pair.a is not None and pair.b is not None
    )
    return picture(
        WIDTH, bottom + (_BELOW if reading.test else 4), shapes, f"{_told(reading)}{words}."
    )


def _told(reading: "TrialReading") -> str:
    from painlog.views.trials import interval_words

    said = interval_words(reading)
    return f"{said}; " if said else ""


def _scale(values: list[float]) -> tuple[float, float]:
    low, high = max(0, int(min(values))), min(HIGHEST, int(max(values)) + 1)
    return (low, high) if high - low >= _LEAST_SPAN else (max(0, high - _LEAST_SPAN), high)


def _axis(scale: tuple[float, float], top: float, bottom: float) -> Iterator[str]:
    low, high = (int(end) for end in scale)
    for value in range(low, high + 1):
        x = _x(value, scale)
        yield shape("line", "grid", x1=x, x2=x, y1=top, y2=bottom)
        yield text(str(value), "soft", x=x, y=top - 4, text_anchor="middle")
    for word, look, x in (("A", "ring", 0.0), ("B", "dot", 29.0)):
        yield text(word, "soft", x=x, y=top - 4)
        yield shape("circle", look, cx=x + 14, cy=top - 7.5, r=3.2)


def _pair(pair: "TrialPair", y: float, scale: tuple[float, float]) -> Iterator[str]:
    yield text(f"{pair.number} {pair.order}", "soft", x=0, y=y + 3.5)
    if pair.a is None or pair.b is None or pair.difference is None:
        yield text("not used: too few rated days", "soft", x=_LEFT, y=y + 3.5)
        return
    a, b = _x(float(pair.a), scale), _x(float(pair.b), scale)
    yield shape("line", "trace", x1=a, x2=b, y1=y, y2=y)
    yield shape("circle", "ring", cx=a, cy=y, r=3.4)
    yield shape("circle", "dot", cx=b, cy=y, r=3.4)
    yield text(signed(float(pair.difference)), x=WIDTH, y=y + 3.5, text_anchor="end")


def _difference(reading: "TrialReading", y: float) -> Iterator[str]:
    test = reading.test
    if test is None:
        return
    estimate = float(test.estimate)
    ends = [float(end) for end in test.interval] if test.interval else []
    furthest = max(1, *(int(abs(value)) + 1 for value in (estimate, *ends)))
    scale = (-float(furthest), float(furthest))
    zero = _x(0.0, scale)
    yield shape("line", "axis", x1=zero, x2=zero, y1=y - 8, y2=y + 8)
    if ends:
        low, high = (_x(end, scale) for end in ends)
        yield shape("line", "interval", x1=low, x2=high, y1=y, y2=y)
        for x in (low, high):
            yield shape("line", "interval", x1=x, x2=x, y1=y - 3, y2=y + 3)
    yield shape("circle", "dot", cx=_x(estimate, scale), cy=y, r=3.4)
    yield text("B − A", "soft", x=0, y=y + 3.5)
    yield text(signed(estimate), x=WIDTH, y=y + 3.5, text_anchor="end")
    for value, anchor in ((-furthest, "start"), (0, "middle"), (furthest, "end")):
        yield text(
            f"{value:+d}" if value else "0",
            "soft",
            x=_x(value, scale),
            y=y + 20,
            text_anchor=anchor,
        )


def _x(value: float, scale: tuple[float, float]) -> float:
    low, high = scale
    return _LEFT + (value - low) / (high - low) * (_RIGHT - _LEFT)
