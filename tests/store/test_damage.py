"""A journal damaged anywhere: it is said to be so, mended as far as it goes, or replaced."""

import random

import pytest

from builders import course, entry
from conftest import NOW
from painlog.errors import BadFileError
from painlog.store.backup import back_up
from painlog.store.check import examine
from painlog.store.check.mend import mend
from painlog.store.journal import Journal
from painlog.store.restore import restore

PAGE = 4096
ENTRIES = 60


@pytest.fixture
def saved(path, store, tmp_path):
    """A backup of the journal, which has 60 entries on several pages."""
    store(
        *(
            entry("neck", number % 11, day=number, treatments=["heat"], note="x" * 300)
            for number in range(1, ENTRIES + 1)
        ),
        course("heat"),
    )
    target = tmp_path / "saved" / "saved.db"
    target.parent.mkdir()
    with Journal(path) as journal:
        back_up(journal, [target])
    return target


def without_page(content, number):
    return content[: number * PAGE] + bytes(PAGE) + content[(number + 1) * PAGE :]


def cut(content, number):
    return content[: number * PAGE + 100]


def flipped(content, number):
    chance, spoilt = random.Random(number), bytearray(content)
    for _ in range(number % 7 + 1):
        spoilt[chance.randrange(100, len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def holds(kept, spoilt):
    """Whether a kept file has every whole page of the damaged one; a copy has another header."""
    end = len(spoilt) // PAGE * PAGE
    return kept.read_bytes()[100:end] == spoilt[100:end]


def number_of_entries(path):
    with Journal(path) as journal:
        assert journal.connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        return len([*journal.entries()])


@pytest.mark.parametrize("spoil", [without_page, cut, flipped])
@pytest.mark.parametrize("third", [0, 1, 2])
def test_it_is_said_mended_or_replaced_wherever_the_damage_is(path, saved, spoil, third):
    content = path.read_bytes()
    for number in range(1 + third, len(content) // PAGE, 3):
        spoilt = spoil(content, number)
        for beside in path.parent.glob("painlog*"):
            beside.unlink()
        path.write_bytes(spoilt)
        path.chmod(0o600)
        found = examine(path, NOW)
        assert path.read_bytes() == spoilt
        if not found.whole:
            result = mend(path, found, NOW)
            assert result.left.whole, (number, result.left)
            assert holds(result.kept[0], spoilt)
        assert number_of_entries(path) <= ENTRIES
        path.write_bytes(spoilt)
        kept = restore(path, saved).kept
        assert number_of_entries(path) == ENTRIES
        assert holds(kept, spoilt)


def test_without_its_first_page_it_is_no_journal_and_left_alone(path, saved):
    spoilt = without_page(path.read_bytes(), 0)
    path.write_bytes(spoilt)
    for look in (lambda: examine(path, NOW), lambda: restore(path, saved)):
        with pytest.raises(BadFileError, match="is not a painlog journal and was left alone"):
            look()
    assert path.read_bytes() == spoilt
