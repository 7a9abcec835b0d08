"""Thirty days of three people at a pseudo-terminal, with slips, and how many keys a day takes.

Keys are counted, not seconds: the keystroke-level model puts an average typist at 0.28 s a key
(Card, Moran and Newell 1980, Communications of the ACM 23:396-410), so 71 keys are 20 seconds. The
command is typed in full on each day, and Enter is a key.
"""

import os
import pty
import random
import re
import select
import sys
from contextlib import closing
from datetime import date, datetime, timedelta
from statistics import median
from threading import Event, Thread
from zoneinfo import ZoneInfo

import pytest

from painlog.cli.app import main
from painlog.store import days as of_days
from painlog.store.journal import Journal

KEYS_IN_20_SECONDS = 71
# Enter, and the end of the input, so that no question waits for ever.
DECLINED = "\r\x04"
DAYS = 30
FIRST = date(2026, 3, 1)
TEN = (
    *("head", "neck", "left shoulder", "right shoulder", "upper back", "lower back"),
    *("left hip", "right knee", "left foot", "right foot"),
)


def person_clock(day, hour):
    """An hour of a day where these people live."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Europe/Berlin"))


class Hands(Thread):
    """Types one answer after another, each when the screen is still, and reads the screen."""

    STILL = 0.03

    def __init__(self, terminal, answers):
        super().__init__(daemon=True)
        self.terminal = terminal
        self.answers = list(answers)
        self.screen = b""
        self.done = Event()

    def run(self):
        """Type the next answer once something new is on the screen and nothing more comes."""
        is_new = False
        while True:
            if select.select([self.terminal], [], [], self.STILL)[0]:
                self.screen += os.read(self.terminal, 65536)
                is_new = True
            elif self.done.is_set():
                return
            elif is_new and self.answers:
                os.write(self.terminal, self.answers.pop(0).encode())
                is_new = False


class Person:
    """Types at a terminal of their own; counts the keys of each day."""

    def __init__(self, journal, set_clock, terminal):
        self.journal = journal
        self.set_clock = set_clock
        self.terminal = terminal
        self.keys: list[int] = []

    def on(self, day):
        """Begin a day."""
        self.keys.append(0)
        self.set_clock(person_clock(day, 21))

    def types(self, line, *answers, mended=0):
        """Type a command, and answers to its questions, one text after another.

        So many wrong letters are `mended`: each is typed, taken back and typed anew.
        """
        self.keys[-1] += len(f"painlog {line}") + 1 + sum(map(len, answers)) + 2 * mended
        return self._run(line, answers)

    def types_again(self, line, edits, *answers):
        """Fetch the last command with the arrow up, change it with `edits` keys, and run it."""
        self.keys[-1] += 1 + edits + 1 + sum(map(len, answers))
        return self._run(line, answers)

    def _run(self, line, answers):
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
        # A question that is offered beside is declined with Enter; where none is, that goes unread.
        code, seen = self.terminal(["--db", str(self.journal), *words], [*answers, DECLINED])
        self.keys[-1] += seen.count("[y/N]: ")
        return code, seen


@pytest.fixture
def person(tmp_path, set_clock, monkeypatch):
    """A person whose commands run in this process, on a pseudo-terminal of each command."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")

    def terminal(words, answers):
        ours, theirs = pty.openpty()
        hands = Hands(ours, answers)
        with (
            open(theirs, encoding="utf-8", closefd=False) as inside,
            open(theirs, "w", encoding="utf-8", closefd=False) as out,
            monkeypatch.context() as patched,
        ):
            patched.setattr(sys, "stdin", inside)
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", out)
            hands.start()
            code = main(words)
            out.flush()
        hands.done.set()
        hands.join()
        os.close(ours)
        os.close(theirs)
        return code, hands.screen.decode()

    return Person(tmp_path / "person.db", set_clock, terminal)


def rated(person):
    with closing(Journal(person.journal)) as journal:
        return {(e.day, e.place): e.intensity for e in journal.entries()}


def figures(person):
    """The most keys of a day, and the median of the days on which something was typed."""
    return max(person.keys), median(keys for keys in person.keys if keys)


def test_ten_regions_are_checked_in_every_day(person):
    luck = random.Random(20)
    wanted: dict[tuple[date, str], int] = {}
    first = FIRST - timedelta(days=1)
    person.on(first)
    for place in TEN:
        person.types(f'add "{place}" 4')
    person.types("factors ask sleep")
    person.keys.clear()
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        person.on(day)
        ratings = [luck.randint(0, 10) for _ in TEN]
        # 1 may be the beginning of 10, and behind the last a line is asked for: these need Enter.
        keys = [{1: "1\r", 10: "x"}.get(rating, str(rating)) for rating in ratings]
        keys[-1] = f"{keys[-1].rstrip()}\r"
        if number % 3 == 0:
            # A wrong key, noticed at the next question: back, and the right one.
            slip = luck.randrange(9)
            keys[slip] = f"7\x7f{keys[slip]}"
        if number % 4 == 1:
            # Enter behind each number from habit.
            keys = [f"{key.rstrip()}\r" for key in keys]
        if number % 5 == 2:
            # A letter that means nothing, then the number.
            keys = ["w\x7f", *keys]
        sleep = luck.choice(["6.5\r", "7\r", "=\r", "lots\r7\r"]) if number else "7\r"
        note = "slept badly\r" if number % 10 == 4 else "\r"
        code, seen = person.types("checkin", *keys, sleep, "\r", note)
        assert code == 0, seen
        wanted |= {(day, place): rating for place, rating in zip(TEN, ratings, strict=True)}
        wanted |= {(first, place): 4 for place in TEN}
    assert rated(person) == wanted
    with closing(Journal(person.journal)) as journal:
        assert len(of_days.day_factors(journal)) == DAYS
        assert len(of_days.day_notes(journal)) == 3
    most, usual = figures(person)
    assert (most, usual) == (50, 37)
    assert most <= KEYS_IN_20_SECONDS


def test_migraine_is_logged_with_its_medicine_and_its_end(person):
    wanted = {}
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        person.on(day)
        if number == 0:
            person.types("regions set head --diary attacks")
        elif number % 4 == 2:
            line = "add head 8 -t sumatriptan"
            if number % 12 == 2:
                # "sumatripan" is a slip away from what is known, and refused with the name.
                assert person.types(line.replace("tan", "an"))[0] == 1
                person.types_again(line, 3)
            else:
                person.types(line, mended=number % 3)
            person.set_clock(person_clock(day, 23))
            assert person.types("over head")[0] == 0
            wanted[day, "head"] = 8
    assert rated(person) == wanted
    most, usual = figures(person)
    assert (most, usual) == (57, 54)
    assert most <= KEYS_IN_20_SECONDS


def test_a_sore_heel_is_one_line_a_day(person):
    wanted = {}
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        person.on(day)
        rating = number % 7 + 1
        if number % 6 == 5:
            assert person.types(f"add left heel {rating}.5 -t stretching")[0] == 1
            person.types_again(f"add left heel {rating} -t stretching", 18)
        else:
            person.types(f"add left heel {rating} -t stretching", mended=number % 3)
        wanted[day, "left heel"] = rating
    assert rated(person) == wanted
    most, usual = figures(person)
    assert (most, usual) == (60, 40)
    assert most <= KEYS_IN_20_SECONDS
