"""The pictures of docs/before-and-after.md, each read and checked day by day."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from builders import on
from painlog.analysis.courses import courses_of
from painlog.analysis.days import Place, RatedDay
from painlog.analysis.effects import effects_of
from painlog.model.course import Course
from painlog.model.region import Side

PAGE = Path(__file__).parents[2] / "docs" / "before-and-after.md"
PLACE: Place = ("heel", "left")
LABEL = 14
FOR: dict[str, tuple[str | None, Side | None]] = {
    "": ("heel", None),
    "all": (None, None),
    "right": ("heel", "right"),
    "knee": ("knee", None),
}


@dataclass
class Picture:
    """One drawn case: what goes in, and the marked days that must come out."""

    window: int = 0
    last: int = 0
    days: list[RatedDay] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    namings: dict[str, list[date]] = field(default_factory=dict)
    expected: dict[str, list[list[date]]] = field(default_factory=dict)


def pictures():
    parts = re.split(r"^### ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    for part in parts:
        if drawn := re.search(r"```text\n(.*?)```", part, re.DOTALL):
            yield pytest.param(read(drawn.group(1)), id=part.splitlines()[0])


def read(drawing):
    picture = Picture()
    treatment = ""
    for line in drawing.splitlines():
        label, marks = line[:LABEL].strip(), line[LABEL:]
        if label == "window":
            picture.window = int(marks)
        elif label == "rated":
            picture.last = len(marks)
            picture.days = [
                RatedDay(on(i), float(mark), int(mark), 1)
                for i, mark in enumerate(marks, start=1)
                if mark != "."
            ]
        elif label.startswith("named "):
            picture.namings[label.removeprefix("named ")] = marked(marks, "n")
        elif label in ("before", "in course"):
            picture.expected.setdefault(treatment, []).append(marked(marks, "#"))
        else:
            treatment, _, place = label.partition(", ")
            if treatment not in picture.namings:
                picture.courses += drawn_courses(treatment, place, marks)
    return picture


def marked(marks, sign):
    return [on(i) for i, mark in enumerate(marks, start=1) if mark == sign]


def drawn_courses(treatment, place, marks):
    return [
        Course(
            treatment,
            on(run.start() + 1),
            None if run.group().endswith(">") else on(run.end()),
            *FOR[place],
        )
        for run in re.finditer("=+>?", marks)
    ]


@pytest.mark.parametrize("picture", list(pictures()))
def test_the_marked_days_are_the_ones_compared(picture):
    today = on(picture.last)
    courses = courses_of(PLACE, picture.courses, picture.namings, today)
    found: dict[str, list[list[date]]] = {}
    for effect in effects_of(PLACE, courses, picture.days, today=today, window_days=picture.window):
        sides = (effect.comparison.before, effect.comparison.after)
        found.setdefault(effect.course.treatment, []).extend(list(side.dates) for side in sides)
    assert found == picture.expected


def test_every_picture_of_the_page_is_checked():
    assert len(list(pictures())) == PAGE.read_text("utf-8").count("```text") >= 9
