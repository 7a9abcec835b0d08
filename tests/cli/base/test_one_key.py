"""No rating that a check-in has confirmed is lost to what is typed at another question."""

import re
from contextlib import contextmanager, nullcontext, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW
from painlog.cli.base import keys, one_key
from painlog.cli.commands.checkin_questions import rate_places
from painlog.model.entry import Entry
from painlog.store.journal import Journal
from painlog.tasks.checkin import CheckIn
from painlog.tasks.checkin_plan import plan_checkin

TEXTS = (
    *("5", "0", "=", "x", "1\r", "10\r", "six\r", "\r", "s\r", "b\r", "a\r", "w\b", "5\b"),
    *("don't know\r", "bad\r", "?\r", "-\r", "same as yesterday\r", "left\r", "11\r", "=\r"),
)
REST_OF_NUMBER = (",5\r", ".5\r", "-6\r", " or 6\r", "/10\r")
PAUSES = (1.5, 20.0)
SHORT = (0.0, 0.1)


class Typist(keys.Keyboard):
    """Types texts, each after a pause; the seconds are those of its own clock."""

    def __init__(self, typed):
        self.seconds = 100.0
        self._keys = [
            (key, pause if first == 0 else 0.1)
            for text, pause in typed
            for first, key in enumerate(text)
        ]

    def monotonic(self):
        return self.seconds

    def read(self):
        if not self._keys:
            raise EOFError
        key, pause = self._keys.pop(0)
        self.seconds += pause
        return {"\r": keys.ENTER, "\b": keys.BACK}.get(key, key)

    @contextmanager
    def lines(self):
        yield


class Watched(CheckIn):
    """A check-in that counts what is taken back, and what each place was rated."""

    def __init__(self, journal):
        super().__init__(journal, NOW, str)
        self.gone = []
        self.given = {}

    def rate(self, place, intensity):
        self.given.setdefault(place, []).append(intensity)
        return super().rate(place, intensity)

    def take_back(self, place):
        self.gone.append((place, self.rating_of(place)))
        super().take_back(place)


@pytest.fixture
def checked_in(tmp_path, monkeypatch, capsys):
    """Rate three places by what is typed; gives the check-in, what is stored, and what was said."""
    number = iter(range(10_000))

    def run(typed):
        with Journal(tmp_path / f"{next(number)}.db", writing=True) as journal:
            with journal.change("add") as change:
                for region in ("head", "neck", "jaw"):
                    change.add(Entry(NOW.replace(day=30), region, 4))
            plan = plan_checkin(journal, NOW, (), (), now=NOW)
            checkin, typist = Watched(journal), Typist(typed)
            with monkeypatch.context() as patched:
                patched.setattr(one_key, "time", typist)
                patched.setattr(keys, "reads_keys", lambda: True)
                patched.setattr(keys, "keyboard", lambda: nullcontext(typist))
                with suppress(EOFError), one_key.answers() as asker:
                    rate_places(asker, checkin, plan)
            stored = {(e.region, e.side): e.intensity for e in journal.entries() if e.id > 3}
        return checkin, stored, capsys.readouterr()

    return run


def typed(texts, pauses):
    return st.lists(st.tuples(st.sampled_from(texts), st.sampled_from(pauses)), max_size=9)


SEARCH = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SEARCH
@given(typed=typed(TEXTS, PAUSES))
def test_after_pauses_nothing_takes_a_rating_back(checked_in, typed):
    checkin, stored, _ = checked_in(typed)
    assert checkin.gone == []
    assert stored == {place: given[-1] for place, given in checkin.given.items()}


@SEARCH
@given(typed=typed(TEXTS + REST_OF_NUMBER, PAUSES + SHORT))
def test_a_rating_that_is_taken_back_is_said_and_the_one_before_it_stays(checked_in, typed):
    checkin, stored, said = checked_in(typed)
    told = re.findall(r"The (\d+) is taken back\.", said.err)
    assert told == [str(rating) for _, rating in checkin.gone]
    lost = {place for place, _ in checkin.gone}
    assert checkin.given.keys() - stored.keys() <= lost
    for place, rating in stored.items():
        assert rating == checkin.given[place][-1]
