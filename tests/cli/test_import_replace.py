"""`painlog import --replace`: what a corrected table says no more is named, and never removed."""

import pytest

MAPPED = ("--map", "felt_at=Day,region=Place,intensity=Pain,treatments=Used,note=Note", "--uses")
FIRST = (
    "2026-03-02,left knee,5,Ibuprofen 400 mg,a",
    "2026-03-03,left knee,,Ibuprofen 400 mg,",
    "2026-03-04,left knee,4,,",
    "2026-03-05,left knee,3,Heat,b",
)
CORRECTED = (
    "2026-03-02,left knee,,Ibuprofen 400 mg,a",
    "2026-03-03,left knee,,Naproxen 500 mg,",
    "2026-03-05,left knee,3,,",
)
LEFT = (
    "3 things in the journal are not in the file now, and stay:\n"
    "  Line 2 has no rating, but ibuprofen 400 mg: entry 1, left knee 5 of 10, Mon 2 Mar 2026, "
    "12:00 (UTC+01:00)\n"
    "  Line 3 says naproxen 500 mg: use u1, ibuprofen 400 mg, Tue 3 Mar 2026, 12:00 (UTC+01:00)\n"
    "  No row: entry 2, left knee 4 of 10, Wed 4 Mar 2026, 12:00 (UTC+01:00)\n"
    "To remove them: painlog remove 1 u1 2; to change one: painlog edit ID\n"
    "Then, to store what a row without a rating says was used, import the file again with --uses "
    "--replace\n"
)
READ = "Read 3 rows (lines 2 to 4), which make 1 entry and 2 uses.\n"
REPLACED = (
    "1 thing in the journal {} what the file says:\n"
    "  Line 4, entry 3, left knee 3 of 10, Thu 5 Mar 2026, 12:00 (UTC+01:00): treatments heat -> "
    "none; note b -> none\n"
)


@pytest.fixture
def taken(painlog, tmp_path):
    """Import some rows with these options, and return what was said."""

    def take(rows, *options, name="pain.csv"):
        table = tmp_path / name
        table.write_text("\n".join(("Day,Place,Pain,Used,Note", *rows, "")), "utf-8")
        return painlog("import", str(table), *MAPPED, *options)

    return take


def test_what_a_corrected_table_says_no_more_is_named_and_stays(painlog, taken):
    taken(FIRST)
    before = painlog("export", "--format", "json").out
    would = taken(CORRECTED, "--replace", "--dry-run", name="new.csv").out
    assert would.startswith(REPLACED.format("would say") + LEFT + READ + "Would add 1 use from ")
    told = taken(CORRECTED, "--replace", name="new.csv").out
    assert told.startswith(REPLACED.format("now says") + LEFT + "Added 1 use from ")
    listed = painlog("list").out
    assert "left knee   5/10  ibuprofen 400 mg; note: a" in listed
    assert "naproxen 500 mg" in listed
    painlog("undo")
    assert painlog("export", "--format", "json").out == before


def test_the_commands_named_make_the_journal_say_what_the_table_says(painlog, taken):
    taken(FIRST)
    taken(CORRECTED, "--replace")
    painlog("remove", "1", "u1", "2")
    told = taken(CORRECTED, "--replace").out
    assert "Added 1 use from" in told
    assert "not in the file" not in told
    rows = painlog("list").out.splitlines()
    assert [" ".join(row.split()[1:]) for row in rows] == [
        "2026-03-05 12:00 left knee 3/10",
        "2026-03-03 12:00 naproxen 500 mg, for left knee",
        "2026-03-02 12:00 ibuprofen 400 mg, for left knee; note: a",
    ]


def test_a_rating_that_lost_its_row_is_named_without_the_change_log(
    painlog, path, taken, tmp_path, monkeypatch
):
    taken(FIRST)
    painlog("export", "--format", "json", "--output", str(tmp_path / "copy.json"))
    path.unlink()
    monkeypatch.setattr("painlog.store.log.now_text", lambda: "2099-01-01T00:00:00+00:00")
    painlog("import", str(tmp_path / "copy.json"))
    told = taken(CORRECTED, "--replace").out
    assert "Line 2 has no rating, but ibuprofen 400 mg: entry 1, left knee 5 of 10" in told
    assert "Line 3 says naproxen 500 mg: use u1, ibuprofen 400 mg" in told
    assert "No row" not in told


def test_an_export_of_painlog_with_an_emptied_rating(painlog, taken, tmp_path):
    taken(FIRST)
    file = tmp_path / "own.csv"
    file.write_text(painlog("export").out.replace(",left,5,", ",left,,"), "utf-8")
    assert painlog("import", str(file), "--replace", "--skip-bad").out == (
        "1 thing in the journal is not in the file now, and stays:\n"
        "  Line 2 has no rating, but ibuprofen 400 mg: entry 1, left knee 5 of 10, Mon 2 Mar 2026, "
        "12:00 (UTC+01:00)\n"
        "To remove it: painlog remove 1; to change one: painlog edit ID\n"
        "Then, to store what a row without a rating says was used, import the file again with "
        "--uses --replace\n"
        f"Added 0 entries from {file}.\n"
        "Skipped 2 that are already in the journal and 1 that cannot be read, as listed above.\n"
        "Nothing was changed.\n"
    )


def test_a_table_of_other_days_says_only_how_much_it_does_not_compare(taken):
    taken(FIRST)
    told = taken(("2026-03-04,left knee,4,,", "2026-03-05,left knee,3,Heat,b"), "--replace").out
    assert told.startswith(
        "2 things of earlier imports of this table lie before or after the days of the file, and "
        "are not compared.\n"
    )


def test_what_another_table_brought_or_was_typed_is_not_named(painlog, taken):
    painlog("add", "left knee", "2", "--at", "2026-03-04 12:00")
    taken(("2026-03-03,neck,5,Heat,",), name="other.csv")
    taken(FIRST[:2])
    told = taken((FIRST[0], "2026-03-05,hip,1,,"), "--replace").out
    assert "1 thing in the journal is not in the file now, and stays:\n  No row: use u1" in told


def test_a_dose_that_the_table_says_no_more_is_taken_out_of_a_use(taken):
    taken(FIRST)
    told = taken((FIRST[0], "2026-03-03,left knee,,Ibuprofen,", *FIRST[2:]), "--replace").out
    assert ": dose 400 mg -> none\n" in told
