"""What would be taken from an app's export, as a person reads it."""

from builders import entry
from painlog.formats.names import UnknownName
from painlog.formats.read_row import ReadRow
from painlog.views.terminal.app_table import AppFile, Numbers, app_lines, unknown_place_lines
from painlog.views.terminal.screen import Screen

FILE = AppFile("a.csv", "Daylio", ["the scales", "the note"], "moods")
COMMAND = ["painlog", "import", "a.csv", "--mapping", "daylio"]


def test_the_app_what_is_taken_and_left_the_numbers_and_the_command():
    rows = [ReadRow(2, entry("left heel", 6))]
    numbers = Numbers(entries=2, uses=1, left_out=3, bad=1)
    lines = list(app_lines(FILE, numbers, rows, ["Is it so?"], [COMMAND], Screen(80)))
    assert lines == [
        "a.csv looks like an export of Daylio. painlog would take:",
        "- the scales",
        "- the note",
        "It would leave out moods.",
        "",
        "It would add 2 entries and 1 use; it would skip 3 of other kinds and 1 in which",
        "no pain can be read. The first rows:",
        lines[7],
        "",
        "Before you run it:",
        "- Is it so?",
        "",
        "To import it like this, run this:",
        "",
        "  painlog import a.csv --mapping daylio",
        "",
    ]
    assert lines[7].startswith("  Line 2: left heel 6 of 10, ")


def test_what_is_not_known_yet_is_not_counted():
    lines = list(app_lines(FILE, Numbers(), [], [], [COMMAND, COMMAND], Screen(None)))
    assert lines[4:6] == ["", "To import it like this, run these commands:"]


def test_places_that_nothing_is_called_are_told_once():
    options = ["--value", "region:Mood=NAME"]
    names = [
        UnknownName("region", "Mood", 12, (), options),
        UnknownName("treatment", "Xyz", 1, (), []),
        UnknownName("region", "Sleep", 1, (), options),
    ]
    assert list(unknown_place_lines(names, 0)) == [
        'No part of the body is called "Mood" (12 rows) and "Sleep" (1 row); such rows are '
        "skipped. To import one of them, say what it means: --value region:Mood=NAME"
    ]
    assert list(unknown_place_lines(names[1:2], 0)) == []


def test_treatments_that_nothing_separates_are_told_each():
    options = ["--value", "treatments:rest tea=rest; tea"]
    names = [UnknownName("treatment", "rest tea", 2, (), options, apart=["rest", "tea"])]
    assert list(unknown_place_lines(names, 0)) == [
        '"rest tea" (2 rows): These are 2 treatments. Put commas between them: "rest, tea". Or say '
        "what it means: --value 'treatments:rest tea=rest; tea'"
    ]
