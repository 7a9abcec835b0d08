"""A table of another program: what it may mean, what became of its rows, in words."""

import io

from builders import entry
from painlog.formats.dialect import Dialect
from painlog.formats.names import UnknownName
from painlog.formats.read_row import ReadRow
from painlog.formats.table.guess_columns import ColumnGuess
from painlog.formats.table.header import InputTable
from painlog.model.dose import Dose
from painlog.model.use import Use
from painlog.views.terminal.screen import Screen
from painlog.views.terminal.table import (
    Skipped,
    added_line,
    back_line,
    bad_row_lines,
    format_line,
    guess_lines,
    header_lines,
    new_name_lines,
    saved_mapping_line,
    skipped_lines,
    told_format_lines,
    unknown_lines,
)

PIPE = Screen()
COMMAND = ["painlog", "import", "in.csv", "--map", "felt_at=Date,intensity=Pain level,region=Where"]


def lines(width, columns, rows=()):
    return [*guess_lines("in.csv", [], columns, rows, [], [COMMAND], Screen(width))]


def test_a_guess_is_shown_with_its_rows_its_questions_and_a_command_to_copy():
    columns = [ColumnGuess("Date", "felt_at", "its name"), ColumnGuess("Mood", None, "no field")]
    rows = [ReadRow(2, entry("neck", 6)), ReadRow(3, reason='No region is called "Kreuz".')]
    found = format_line("%d.%m.%Y", "day first", PIPE)
    shown = list(guess_lines("my app.csv", found, columns, rows, ["Which one?"], [COMMAND], PIPE))
    assert shown == [
        "painlog does not know the columns of my app.csv. They could mean:",
        "",
        "  Date  felt_at           its name",
        "  Mood  -                 ignored: no field",
        "",
        "Its dates are written as %d.%m.%Y, day first.",
        "The first rows would be stored as:",
        "  Line 2: neck 6 of 10, Sun 1 Mar 2026, 20:00",
        '  Line 3 could not be stored: No region is called "Kreuz".',
        "",
        "Before you run it:",
        "- Which one?",
        "",
        "To import it like this, check each part of this command, then run it:",
        "",
        "  painlog import in.csv --map 'felt_at=Date,intensity=Pain level,region=Where'",
        "",
        "With --dry-run it only says what it would do; with --save-mapping NAME it saves the "
        "options for next time.",
    ]
    several = list(guess_lines("in.csv", [], columns, [], [], [COMMAND, COMMAND], PIPE))
    assert (
        "To import it like this, check each part of these commands, then run them all; each "
        "imports one part:"
    ) in several


def test_what_was_decided_from_the_file_alone_is_said():
    assert list(header_lines(InputTable(io.BytesIO(), Dialect()), PIPE)) == []
    assumed = Dialect("cp1252", assumed="café")
    assert list(header_lines(InputTable(io.BytesIO(), assumed, (), 3, above=2), PIPE)) == [
        "The header is on line 3; the lines above it were skipped.",
        'The file does not say which encoding it uses. It was read as Windows-1252: "café". If '
        "that looks wrong, name the encoding with --encoding",
    ]
    assert told_format_lines("%d.%m.%Y", "day first", (4, "13.03.2026"), PIPE) == [
        'Dates were read as %d.%m.%Y, day first, as "13.03.2026" on line 4 shows. If that is '
        "wrong, give another: --date-format"
    ]
    example = (4, "13.03.2026")
    assert told_format_lines("%d.%m.%Y", "day first", example, PIPE, beside_iso=True) == [
        'Dates not written as 2026-03-05 were read as %d.%m.%Y, day first, as "13.03.2026" on line '
        "4 shows. If that is wrong, give another: --date-format"
    ]
    assert format_line("%d.%m.%Y", "day first", PIPE, beside_iso=True) == [
        "Some of its dates are written as %d.%m.%Y, day first, and some as 2026-03-05."
    ]
    unread = (5, "9.11.26")
    assert format_line("%d.%m.%Y", "day first", PIPE, unread=unread) == [
        "Some of its dates are written as %d.%m.%Y, day first. Others are not read, such as "
        '"9.11.26" on line 5.'
    ]
    (told,) = told_format_lines(
        *("%d.%m.%Y", "day first", example, PIPE), beside_iso=True, all_read=False
    )
    assert told.startswith("Some dates were read as %d.%m.%Y, day first, as ")


def test_what_became_of_the_rows_is_counted():
    assert added_line("in.csv", "1 entry", PIPE) == ["Added 1 entry from in.csv."]
    assert added_line("in.csv", "1,000 entries", PIPE, dry_run=True) == [
        "Would add 1,000 entries from in.csv."
    ]
    assert skipped_lines(Skipped(), PIPE) == ["Skipped nothing."]
    assert skipped_lines(Skipped(2, 3, [4, 5], 1), PIPE) == [
        "Skipped 2 that are already in the journal, 3 that look like entries you have, or like a "
        "row above (line 4, 5 and more) and 1 that cannot be read, as listed above. To import what "
        "looks alike anyway: --allow-duplicates"
    ]
    assert skipped_lines(Skipped(headers=2), PIPE) == ["Skipped 2 that repeat the header row."]
    assert skipped_lines(Skipped(1), PIPE) == ["Skipped 1 that is already in the journal."]
    assert skipped_lines(Skipped(duplicates=1, lines=[4]), PIPE) == [
        "Skipped 1 that looks like an entry you have, or like a row above (line 4). To import what "
        "looks alike anyway: --allow-duplicates"
    ]


def test_new_names_are_said_with_what_they_became():
    assert list(new_name_lines([], [], PIPE)) == []
    assert list(new_name_lines(["Scar", "Nape"], ["Voltaren"], PIPE)) == [
        "Added as regions of your own, with an optional side: Scar and Nape.",
        "Added as treatments of your own, whose kind nobody said: Voltaren.",
    ]


def test_unknown_names_come_with_what_to_type():
    names = [
        UnknownName("region", "hell", 2, ("heel",), ["--value", "region:hell=heel"]),
        UnknownName("region", "a, b", 1, (), ["--value", "region:a, b=NAME"], several=True),
    ]
    assert list(unknown_lines(names, 3)) == [
        'Unknown region: "hell" (2 rows). Did you mean "heel"? To say what it means: --value '
        "region:hell=heel",
        '"a, b" names several regions (1 row), but an entry has only one. For an entry of each: '
        "--split region. If one of them is meant: --value 'region:a, b=NAME'",
        "And 3 more names.",
        "To keep these names as your own: --add-unknown",
    ]
    assert list(unknown_lines(names[1:], 3, uncounted=True))[1:] == ["And 3 or more names."]


def test_the_end_says_what_can_be_done_next():
    assert back_line(Screen(), dry_run=True, saved=False) == ["Nothing was changed."]
    assert back_line(Screen(), dry_run=False, saved=False) == ["Nothing was changed."]
    assert back_line(Screen(), dry_run=False, saved=True) == ["To take it back: painlog undo"]
    assert saved_mapping_line("App", PIPE, dry_run=True) == []
    assert saved_mapping_line(None, PIPE, dry_run=False) == []
    assert saved_mapping_line("My App", PIPE, dry_run=False) == [
        "Saved the mapping My App. To use it: painlog import FILE --mapping 'My App'"
    ]


def test_rows_that_become_uses_are_shown_as_uses():
    when = entry("head", 1).felt_at
    row = ReadRow(
        2,
        uses=(
            Use(when, "paracetamol", Dose(1, "g", "1 g"), "head", note="Trigger: food"),
            Use(when, "caffeine", None, "head", note="Trigger: food"),
        ),
    )
    shown = lines(None, [ColumnGuess("Date", "felt_at", "its name")], [row])
    (line,) = (line for line in shown if line.startswith("  Line 2"))
    assert line.startswith("  Line 2: paracetamol 1 g and caffeine, ")
    assert line.endswith(", for the head; note: Trigger: food")


def test_on_a_narrow_screen_all_is_wrapped_but_what_is_to_be_copied():
    columns = [
        ColumnGuess("Date", "felt_at", "its name"),
        ColumnGuess("", None, "it is empty"),
        ColumnGuess("A title of so many words that it is long", "note", "its name"),
    ]
    rows = [
        ReadRow(2, entry("left heel", 6, note="after a long day")),
        ReadRow(3, None, "region is empty"),
    ]
    shown = lines(50, columns, rows)
    assert shown[3:11] == [
        "  Date: felt_at, its name",
        "  (column 2): -, ignored: it is empty",
        "  A title of so many words that it is long: note,",
        "    its name",
        "",
        "The first rows would be stored as:",
        "  Line 2: left heel 6 of 10, Sun 1 Mar 2026,",
        "    20:00; note: after a long day",
    ]
    assert (
        "  painlog import in.csv --map 'felt_at=Date,intensity=Pain level,region=Where'"
    ) in shown


def test_of_very_many_columns_the_first_are_shown():
    shown = lines(None, [ColumnGuess(f"c{i}", None, "it is empty") for i in range(1000)])
    assert shown[41:43] == [
        "  c39  -                 ignored: it is empty",
        "  and 960 columns more",
    ]


def test_a_reason_that_is_endless_is_cut():
    (line,) = bad_row_lines([(7, "x" * 10_000)], 0)
    assert line == f"Line 7: {'x' * 1000} […] {'x' * 1000}."
