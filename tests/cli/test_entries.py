"""`painlog list`, `show` and `remove`."""

import json

import pytest

# list


@pytest.mark.usefixtures("three")
def test_list_shows_the_newest_first_with_what_was_said(painlog):
    assert painlog("list").out.splitlines() == [
        "    3  2026-03-31 12:00  right heel   4/10",
        "    2  2026-03-30 09:30  neck         2/10  dull; note: after work",
        "    1  2026-03-29 12:00  left heel    6/10  8 before; heat",
    ]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--region", "heel"], [3, 1]),
        (["-r", "heel left"], [1]),
        (["--side", "right"], [3]),
        (["-t", "hot pack"], [1]),
        (["--since", "2026-03-30"], [3, 2]),
        (["--until", "2026-03-30"], [2, 1]),
        (["--since", "2026-03-30", "--until", "2026-03-30"], [2]),
        (["--limit", "1"], [3]),
        (["-n", "0"], [3, 2, 1]),
        (["-n", "99999999999999999999"], [3, 2, 1]),
        (["--side", "none"], [2]),
        (["--side", "none", "-r", "neck"], [2]),
        (["-r", "left heel", "-r", "neck"], [2, 1]),
        (["-r", "heel", "-r", "left heel", "-r", "hip"], [3, 1]),
        (["-r", "heel", "-r", "neck", "--side", "left"], [1]),
        (["-r", "neck", "-r", "right heel", "-n", "1"], [3]),
        (["-t", "heat", "-t", "rest"], [1]),
        (["-t", "rest", "--treatment", "hot pack", "-r", "heel"], [1]),
    ],
)
@pytest.mark.usefixtures("three")
def test_list_takes_filters(painlog, filters, ids):
    lines = painlog("list", *filters).out.splitlines()
    assert [int(line.split()[0]) for line in lines] == ids
    data = json.loads(painlog("list", *filters, "--format", "json").out)
    assert [e["id"] for e in data["entries"]] == ids


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--since", "2026-03-30", "--until", "2026-03-29"], 1, "--until 2026-03-29 is before"),
        (["-t", ""], 1, 'No treatment is called "".'),
        (["-r", ""], 1, 'No region is called "".'),
        (["--since", ""], 1, '"" is not a day painlog understands.'),
        (["--until", " "], 1, '" " is not a day painlog understands.'),
        (["--side", ""], 1, "The side is empty. Type left, right, both or none."),
        (["-r", "left heel", "--side", "none"], 1, '"left heel" says left and --side says none;'),
        (["-r", "heel", "-r", ""], 1, 'No region is called "".'),
        (["-r", "heel", "-r", "tailbone", "--side", "left"], 1, "The tailbone has no left"),
        (["--side", "left", "--side", "right"], 2, "--side takes one value but is given twice;"),
        (["--since", "foo"], 1, '"foo" is not a day painlog understands.'),
        (["--region", "hell"], 1, 'No region is called "hell". Did you mean "heel"'),
        (["--region", "right heel", "--side", "left"], 1, '"right heel" says right and --side'),
        (["--limit", "-1"], 2, "Invalid value for '--limit' / '-n': -1 is below 0. See: painlog"),
        (["--limit", "x"], 2, "Invalid value for '--limit' / '-n': 'x' is not a whole number."),
        (["--format", "xml"], 2, "Invalid value for '--format': 'xml' is not one of 'text'"),
        (["extra"], 2, "Unexpected words: extra."),
    ],
)
@pytest.mark.usefixtures("three")
def test_a_filter_that_means_nothing_is_refused(painlog, arguments, code, said):
    result = painlog("list", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)


def test_what_is_left_out_or_missing_is_said_beside_the_data(painlog, path):
    assert painlog("list").err == (
        f'No entries yet in {path}. Make the first: painlog add "left heel" 6\n'
    )
    painlog("add", "heel", "6", "neck", "3")
    assert painlog("list", "-n", "1").err == "The newest 1 of 2. All of them: --limit 0\n"
    assert painlog("list", "-r", "hip").err == "No entries match.\n"


def test_json_has_all_entries_unless_a_limit_is_given(painlog):
    for _ in range(11):
        painlog("add", "heel", "6", "neck", "3")

    def listed(*options):
        return len(json.loads(painlog("list", "--format", "json", *options).out)["entries"])

    assert (listed(), listed("-n", "0"), listed("-n", "3")) == (22, 22, 3)
    result = painlog("list")
    assert len(result.out.splitlines()) == 20
    assert result.err == "The newest 20 of 22. All of them: --limit 0\n"


def test_the_column_of_places_is_as_wide_as_what_is_listed(painlog):
    painlog("add", "left shoulder blade", "6", "neck", "3", "--at", "yesterday")
    painlog("add", "neck", "3", "--at", "12:00")
    assert painlog("list", "-r", "neck", "-n", "1").out == (
        "    3  2026-03-31 12:00  neck   3/10\n"
    )
    assert painlog("list", "-n", "1").out == "    3  2026-03-31 12:00  neck   3/10\n"


# show


def test_show_tells_all_of_one_entry(painlog, stored):
    painlog(
        *("add", "left heel", "6", "-t", "heat", "-t", "tpt", "--before", "8", "-q", "burning"),
        *("--trigger", "long walk", "--condition", "diabetes", "--interference", "4"),
        *("--note", "one\ntwo"),
    )
    ((_, uid, *_, created, _),) = stored()
    assert painlog("show", "1").out.splitlines() == [
        "Entry 1",
        "  When: Tue 31 Mar 2026, 21:00",
        "  Where: left heel",
        "  Intensity: 6 of 10",
        "  Before treatment: 8 of 10",
        "  Treatments: heat and trigger point therapy",
        "  Qualities: burning",
        "  Triggers: long walk",
        "  Conditions: diabetes",
        "  Interference: 4 of 10",
        "  Note:",
        "    one",
        "    two",
        f"  uid {uid}, written {created}",
    ]
    data = json.loads(painlog("show", "1", "--format", "json").out)
    assert (data["schema"], data["uid"], data["note"]) == ("painlog.entry/1", uid, "one\ntwo")


@pytest.mark.parametrize("command", ["show", "edit", "remove"])
@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("9", 1, "There is no entry 9. See the ids with: painlog list\n"),
        ("0", 1, "There is no entry 0. See the ids with: painlog list\n"),
        ("x", 2, '"x" is not the number of an entry, such as 12, or of a use, such as u7.'),
        ("u", 2, '"u" is not the number of an entry'),
        ("u9", 1, "There is no use u9. See the ids with: painlog list\n"),
        ("-1", 2, 'There is no option "-1". See: painlog'),
        ("99999999999999999999", 1, "There is no entry 99999999999999999999."),
    ],
)
@pytest.mark.usefixtures("three")
def test_an_entry_that_is_not_there_is_said(painlog, command, typed, code, said):
    options = ["-i", "5"] if command == "edit" else []
    result = painlog(command, typed, *options)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)


# remove


@pytest.mark.usefixtures("three")
def test_remove_says_what_it_removed_and_undo_brings_it_back_with_id_and_uid(painlog, stored):
    before = stored()
    assert painlog("remove", "3", "1", "3").out.splitlines() == [
        "Removed entry 3: right heel 4 of 10, Tue 31 Mar 2026, 12:00.",
        "Removed entry 1: left heel 6 of 10, Sun 29 Mar 2026, 12:00.",
        "To bring back: painlog undo",
    ]
    assert [row[0] for row in stored()] == [2]
    painlog("undo")
    assert stored() == before
    assert "8 before; heat" in painlog("list").out


@pytest.mark.usefixtures("three")
def test_one_unknown_id_and_nothing_is_removed(painlog, stored):
    result = painlog("remove", "1", "9")
    assert (result.code, result.err) == (
        1,
        "There is no entry 9. See the ids with: painlog list\n",
    )
    assert len(stored()) == 3


@pytest.mark.usefixtures("three")
def test_the_id_of_a_removed_entry_is_never_given_again(painlog):
    painlog("remove", "3")
    assert painlog("add", "neck", "1").out.startswith("Saved entry 4: ")


# several at once, and the last


@pytest.mark.usefixtures("three")
def test_several_are_shown_and_removed_by_range_and_the_last_one_by_its_name(painlog):
    painlog("take", "heat", "--at", "2026-03-30")
    assert [
        line for line in painlog("show", "3", "1-2", "2").out.splitlines() if "Entry" in line
    ] == [
        "Entry 3",
        "Entry 1",
        "Entry 2",
    ]
    both = json.loads(painlog("show", "2-9", "u1-1", "--format", "json").out)
    assert ([e["id"] for e in both["entries"]], [u["id"] for u in both["uses"]]) == ([2, 3], [1])
    painlog("remove", "u1-u9")
    assert painlog("show", "LAST").out.startswith("Entry 3\n")
    assert painlog("edit", "last", "-i", "5").out.startswith("Changed entry 3: right heel 5 of 10")
    assert painlog("remove", "1–2", "last").out.count("Removed entry") == 3
    assert painlog("show", "last").err.startswith("Nothing is logged yet.")


@pytest.mark.usefixtures("three")
def test_the_last_is_what_was_written_last_whenever_it_was(painlog, monkeypatch):
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2099-01-01T00:00:00+00:00")
    painlog("take", "heat", "--at", "2026-02-01")
    assert painlog("show", "last").out.startswith("Use u1\n")


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        ("3-1", 2, '"3-1" is not a range. Give the lower number first, as in: 3-5'),
        ("1-u3", 2, '"1-u3" is not a range.'),
        ("7-9", 1, "Nothing has a number in 7-9. See the ids with: painlog list\n"),
        ("1-", 2, '"1-" is not the number of an entry'),
    ],
)
def test_a_range_with_nothing_in_it_is_refused(painlog, number, code, said):
    result = painlog("remove", number)
    assert (result.code, result.err.startswith(said)) == (code, True)
    assert painlog("list").out.count("\n") == 3
