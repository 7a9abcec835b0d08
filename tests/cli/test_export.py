"""`painlog export`: files that are whole, never over what they must not touch."""

import json
import stat

import pytest

from painlog.advice.standing import WHOLE

HEADER = (
    "uid,felt_at,region,side,intensity,intensity_before,interference,"
    "treatments,qualities,triggers,conditions,note,until"
)


def test_export_writes_every_field_to_standard_output(painlog):
    painlog(
        *("add", "left heel", "6", "-t", "tpt", "-t", "heat", "--before", "8", "-q", "burning"),
        *("--trigger", "long walk", "--condition", "diabetes", "--interference", "4"),
        *("--note", '=1+1, "so"', "--at", "20:15"),
    )
    result = painlog("export")
    header, row = result.out.splitlines()
    assert header == HEADER
    uid, _, rest = row.partition(",")
    assert len(uid) == 36
    assert rest == (
        "2026-03-31T20:15:00+02:00,heel,left,6,8,4,heat; trigger point therapy,burning,"
        'long walk,diabetes,"\'=1+1, ""so""",'
    )
    assert result.err == (
        "Wrote 1 entry to standard output. Not a diagnosis. See a clinician if pain persists, "
        "changes or worsens.\n"
    )


def test_export_ends_its_lines_as_rfc_4180_says(painlog, tmp_path):
    painlog("add", "heel", "6")
    painlog("export", "--output", str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_bytes().count(b"\r\n") == 2


def test_export_takes_the_filters_of_list(painlog):
    painlog("add", "left heel", "6", "neck", "2", "--at", "2026-03-01")
    painlog("add", "left heel", "5", "-t", "heat", "--at", "2026-03-05")
    painlog("add", "right heel", "4", "--at", "2026-03-09")

    def exported(*filters):
        return [line.split(",")[4] for line in painlog("export", *filters).out.splitlines()[1:]]

    assert exported() == ["6", "2", "5", "4"]
    assert exported("--region", "heel") == ["6", "5", "4"]
    assert exported("--region", "heel", "--side", "left") == ["6", "5"]
    assert exported("--side", "none") == ["2"]
    assert exported("-r", "neck", "-r", "right heel") == ["2", "4"]
    assert exported("-r", "neck", "-r", "heel", "--side", "left") == ["6", "5"]
    assert exported("-t", "rest", "-t", "heat", "-r", "neck", "-r", "heel") == ["5"]
    assert exported("--treatment", "heat") == ["5"]
    assert exported("--since", "2026-03-05") == ["5", "4"]
    assert exported("--until", "2026-03-05") == ["6", "2", "5"]


def test_export_as_json_is_the_journal_that_list_shows(painlog, tmp_path):
    painlog("add", "left heel", "6", "neck", "2", "--at", "2026-03-01", "--note", 'ä "b"')
    painlog("start", "heat", "-r", "neck")
    painlog("consult")
    painlog("peg", "6", "5", "7")
    out = tmp_path / "out.json"
    result = painlog("export", "--format", "json", "--output", str(out))
    assert result.err.startswith(f"Wrote 2 entries to {out}.")
    written = json.loads(out.read_text("utf-8"))
    listed = json.loads(painlog("list", "--format", "json").out)
    assert written == listed | {"entries": listed["entries"][::-1]}
    assert [len(written[name]) for name in ("entries", "courses", "consultations", "peg")] == [
        *(2, 1, 1, 1)
    ]
    assert json.loads(painlog("export", "--format", "json").out) == written


def test_export_as_json_of_an_empty_journal_is_whole(painlog):
    assert json.loads(painlog("export", "--format", "json").out) == {
        "schema": "painlog.journal/2",
        "entries": [],
        "uses": [],
        "courses": [],
        "consultations": [],
        "peg": [],
        "questions": [],
        "warning_signs": [],
        "trials": [],
        "trial_days": [],
        "day_notes": [],
        "factors": [],
        "day_factors": [],
        "checkin_order": [],
        "diaries": [],
        "own_regions": [],
        "own_treatments": [],
        "advice": [{"code": "standing", "text": WHOLE.text}],
    }


def test_uses_are_a_table_of_their_own(painlog, tmp_path):
    painlog("add", "head", "6", "-t", "heat", "--at", "09:00")
    painlog("take", "sumatriptan", "50 mg", "--for", "head", "--at", "10:00", "--note", "=x, y")
    painlog("take", "ibuprofen", "--at", "2026-03-01")
    result = painlog("export", "--what", "uses")
    assert [line.partition(",")[2] for line in result.out.splitlines()] == [
        "used_at,treatment,dose,region,side,note",
        "2026-03-01T12:00:00+01:00,ibuprofen,,,,",
        '2026-03-31T10:00:00+02:00,sumatriptan,50 mg,head,,"\'=x, y"',
    ]
    assert result.err.startswith("Wrote 2 uses without a rating to standard output.")
    out = tmp_path / "uses.csv"
    chosen = painlog("export", "--what", "uses", "-t", "sumatriptan", "-o", str(out))
    assert chosen.err.startswith(f"Wrote 1 use without a rating to {out}.")
    assert len(out.read_text("utf-8").splitlines()) == 2
    assert "sumatriptan" not in painlog("export", "--what", "entries").out


@pytest.fixture
def _attacks(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "6", "--at", "2026-03-28 23:00", "-t", "sumatriptan 50 mg")
    painlog("add", "head", "2", "--at", "2026-03-29 01:30", "--note", "=better")
    # The clocks went forward at 02:00.
    painlog("over", "head", "--at", "2026-03-29 04:00")
    painlog("add", "neck", "4", "--from", "2026-03-30 20:00", "--until", "2026-03-31 01:00")
    painlog("add", "head", "5", "--at", "20:00")


OF_ATTACKS = (
    "start,end,painless_at,state,hours,region,side,worst,entries,medicines,first_taken_at,"
    "intensity_before,intensity_after_2h,notes"
)
OF_HEAD = (
    "2026-03-28T23:00:00+01:00,2026-03-29T04:00:00+02:00,,ended,4,head,,6,2,sumatriptan 50 mg,"
    "2026-03-28T23:00:00+01:00,6,2,1"
)
OF_NECK = "2026-03-30T20:00:00+02:00,2026-03-31T01:00:00+02:00,,ended,5,neck,,4,1,,,,,0"
GOING_ON = "2026-03-31T20:00:00+02:00,,,going on,,head,,5,1,,,,,0"


@pytest.mark.usefixtures("_attacks")
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((), [OF_HEAD, OF_NECK, GOING_ON]),
        (("--region", "head"), [OF_HEAD, GOING_ON]),
        (("--on", "2026-03-29"), [OF_HEAD]),
        (("--since", "2026-03-31"), [OF_NECK, GOING_ON]),
        (("-t", "sumatriptan"), [OF_HEAD]),
        (("--max", "2"), [OF_HEAD]),
    ],
)
def test_attacks_are_a_table_with_a_row_for_each(painlog, filters, found):
    result = painlog("export", "--what", "attacks", *filters)
    assert (result.code, result.out.splitlines()) == (0, [OF_ATTACKS, *found])
    number = "1 attack" if len(found) == 1 else f"{len(found)} attacks"
    assert result.err.startswith(f"Wrote {number} to standard output. Not in a list of attacks: ")


@pytest.mark.usefixtures("_attacks")
def test_attacks_are_json_too(painlog, tmp_path):
    out = tmp_path / "attacks.json"
    assert painlog("export", "--what", "attacks", "-o", str(out)).code == 0
    found = json.loads(out.read_text("utf-8"))
    assert (found["schema"], [a["hours"] for a in found["attacks"]]) == (
        *("painlog.attacks/1", [4.0, 5.0, None]),
    )
    result = painlog("export", "--what", "attacks", "--format", "fhir")
    assert (result.code, result.out, result.err) == (
        *(2, "", "--what attacks is for CSV and JSON; fhir has the entries.\n"),
    )


@pytest.mark.usefixtures("_attacks")
def test_the_list_of_attacks_and_the_report_count_alike(painlog):
    report = json.loads(painlog("report", "--format", "json").out)
    assert [(a["region"], a["hours"]) for a in report["attacks"]] == [
        ("head", [4.0]),
        ("neck", [5.0]),
    ]
    counted = {region["region"]: region["all_attacks"] for region in report["regions"]}
    assert counted == {"head": 2, "neck": None}


@pytest.mark.parametrize("format_", ["json", "fhir"])
def test_a_journal_has_entries_and_uses_in_one_file(painlog, format_):
    painlog("take", "heat")
    result = painlog("export", "--what", "uses", "--format", format_)
    assert (result.code, result.out, result.err) == (
        *(2, "", f"--what is for CSV: {format_} has entries and uses in one file.\n"),
    )


@pytest.mark.posix
def test_export_never_goes_over_a_file_without_force(painlog, tmp_path):
    painlog("add", "heel", "6")
    out = tmp_path / "out.csv"
    out.write_text("mine")
    refused = painlog("export", "--output", str(out))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        f"{out} already exists and was left alone. Name another file, or add --force.\n"
    )
    assert out.read_text() == "mine"
    assert painlog("export", "--output", str(out), "--force").code == 0
    assert out.read_text().startswith(HEADER)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert sorted(p.name for p in tmp_path.iterdir() if "out.csv" in p.name) == ["out.csv"]


@pytest.mark.parametrize("command", [["export"], ["report", "--format", "json"]])
@pytest.mark.parametrize("part", ["", "-wal", "-shm"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_nothing_is_written_over_the_journal_or_beside_it(painlog, path, command, part, force):
    painlog("add", "heel", "6")
    target = path.with_name(path.name + part)
    before = path.read_bytes()
    result = painlog(*command, "--output", str(target), *force)
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f"{target} is your journal, or belongs to it, and was left alone. Name another file.\n"
    )
    assert path.read_bytes() == before
    assert painlog("list").out


@pytest.mark.posix
@pytest.mark.parametrize("make", ["symlink_to", "hardlink_to"])
@pytest.mark.parametrize("linked", ["the target", "the journal"])
def test_a_link_to_the_journal_is_the_journal(painlog, path, monkeypatch, tmp_path, make, linked):
    painlog("add", "heel", "6")
    link = tmp_path / "link.db"
    getattr(link, make)(path)
    target = link
    if linked == "the journal":
        monkeypatch.setenv("PAINLOG_DB", str(link))
        target = path
    result = painlog("export", "-o", str(target), "--force")
    assert result.code == 1
    assert "is your journal, or belongs to it" in result.err
    assert (link.is_symlink(), path.is_file()) == (make == "symlink_to", True)


@pytest.mark.posix
def test_the_wal_of_a_linked_journal_belongs_to_it(painlog, path, monkeypatch, tmp_path):
    painlog("add", "heel", "6")
    link = tmp_path / "link.db"
    link.symlink_to(path)
    monkeypatch.setenv("PAINLOG_DB", str(link))
    assert painlog("export", "-o", f"{path}-wal", "--force").code == 1


@pytest.mark.parametrize(
    ("command", "ending"), [(["export"], "csv"), (["report", "--format", "json"], "json")]
)
def test_a_journal_that_is_not_there_empties_no_file(painlog, path, tmp_path, command, ending):
    good = tmp_path / f"good.{ending}"
    good.write_text("mine")
    result = painlog(*command, "-o", str(good), "--force")
    assert (result.code, result.err) == (
        1,
        f"There is no journal {path}, so {good} was left alone. Name the journal with --db, or "
        "write to a new file.\n",
    )
    assert good.read_text() == "mine"
    assert painlog(*command, "-o", str(tmp_path / f"new.{ending}")).code == 0
    assert painlog(*command, "-o", str(path)).code == 1
    assert not path.exists()


@pytest.mark.parametrize("command", ["export", "report"])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--force"], "--force replaces the file of --output: add --output FILE.\n"),
        (["-o", "-"], "Leave out --output to write to standard output; - is not a file.\n"),
    ],
)
def test_an_output_that_is_none_is_a_usage_error(painlog, command, options, said):
    painlog("add", "heel", "6")
    result = painlog(command, *options)
    assert (result.code, result.out, result.err) == (2, "", said)


@pytest.mark.posix
@pytest.mark.parametrize("command", ["export", "report"])
@pytest.mark.parametrize("name", ["", ".", "/"])
def test_an_output_that_is_a_directory_is_said(painlog, tmp_path, monkeypatch, command, name):
    monkeypatch.chdir(tmp_path)
    painlog("add", "heel", "6")
    result = painlog(command, "-o", name)
    assert (result.code, result.err) == (1, f"{name or '.'} is a directory; name a file.\n")


def test_export_to_a_place_that_is_not_there_says_so(painlog, tmp_path):
    out = tmp_path / "no" / "out.csv"
    result = painlog("export", "--output", str(out))
    assert (result.code, result.err) == (
        1,
        f"{out} could not be written: No such file or directory.\n",
    )


@pytest.mark.parametrize(
    ("name", "said", "written"),
    [
        ("y.json", [], '{"schema":"painlog.journal/2"'),
        ("y.JSON", ["--format", "json"], '{"schema":"painlog.journal/2"'),
        ("y.json", ["--format", "fhir"], '{"resourceType":"Bundle"'),
        ("y.csv", [], "uid,felt_at"),
        ("y.txt", [], "uid,felt_at"),
        ("y.txt", ["--format", "json"], '{"schema":"painlog.journal/2"'),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(painlog, tmp_path, name, said, written):
    painlog("add", "left heel", "6")
    out = tmp_path / name
    assert painlog("export", "-o", str(out), *said).code == 0
    text = out.read_text(encoding="utf-8-sig")
    assert "".join(text.split()).startswith(written)


@pytest.mark.parametrize(
    ("name", "form"), [("y.json", "csv"), ("y.csv", "json"), ("y.csv", "fhir")]
)
def test_a_format_that_the_ending_contradicts_is_refused(painlog, tmp_path, name, form):
    painlog("add", "left heel", "6")
    result = painlog("export", "-o", str(tmp_path / name), "--format", form)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"--format {form} and a file that ends in ")
    assert not (tmp_path / name).exists()


def test_a_csv_of_entries_says_what_it_does_not_hold(painlog):
    painlog("add", "heel", "5")
    assert "Not in a CSV" not in painlog("export").err
    painlog("take", "heat")
    painlog("start", "massage")
    said = painlog("export").err
    assert (
        "CSV of entries: 1 use without a rating and 1 course; write uses with --what uses" in said
    )
    in_fhir = painlog("export", "--format", "fhir").err
    assert "Not in" not in in_fhir
    assert "Not in a CSV" not in painlog("export", "--format", "json").err


DAY, REST = "1 day with a note or factors", "1 question, 1 trial and 1 attack diary"
ALL = "everything with --format json."


@pytest.fixture
def _whole(painlog):
    painlog("add", "heel", "5")
    painlog("take", "heat")
    painlog("day", "--note", "rain")
    painlog("consult", "--on", "2026-03-31")
    painlog("consult", "--on", "friday", "--question", "why?")
    painlog("regions", "set", "head", "--diary", "attacks")
    agreed = ("--agreed", "2026-03-31", "--yes")
    painlog("trial", "plan", "heat", "nothing", "-r", "left heel", *agreed)


@pytest.mark.usefixtures("_whole")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            (),
            f"Not in a CSV of entries: 1 use without a rating, {DAY}, 2 visits, {REST}; write uses "
            f"with --what uses, days with --what days, {ALL}",
        ),
        (
            ("--what", "uses"),
            f"Not in a CSV of uses: 1 entry, {DAY}, 2 visits, {REST}; write entries with --what "
            f"entries, days with --what days, {ALL}",
        ),
        (
            ("--what", "days"),
            f"Not in a CSV of days: 1 entry, 1 use without a rating, 2 visits, {REST}; write "
            f"entries with --what entries, uses with --what uses, {ALL}",
        ),
        (
            ("--format", "fhir"),
            f"Not in FHIR: {REST}; write {ALL}",
        ),
        (("--format", "json"), None),
    ],
)
def test_an_export_says_what_its_format_leaves_out(painlog, options, said):
    told = " ".join(painlog("export", *options).err.split())
    assert ("Not in" not in told) if said is None else said in told


@pytest.mark.parametrize("command", ["export", "report", "trial export"])
@pytest.mark.parametrize("name", ["x.xlsx", "x.ods", "X.PDF", "x.html", "x.md", "x.json", "x.csv"])
@pytest.mark.parametrize("said", [(), ("--format", "csv"), ("--format", "markdown")])
def test_a_name_never_promises_another_kind_of_file(painlog, tmp_path, command, name, said):
    painlog("add", "left heel", "6")
    out = tmp_path / name
    result = painlog(*command.split(), "-o", str(out), *said)
    if out.exists():
        assert out.read_bytes()[:5] in {
            ".pdf": (b"%PDF-",),
            ".html": (b"<!DOC",),
            ".md": (b"# Pai", b"- **T"),
            ".json": (b'{\n  "',),
            ".csv": (b"uid,f",),
        }.get(out.suffix.lower(), ())
    else:
        assert result.code in (1, 2)


@pytest.mark.parametrize(
    ("command", "name", "endings"),
    [
        ("export", "x.xlsx", ".csv or .json. Spreadsheets open the .csv"),
        ("export", "x.ods", ".csv or .json. Spreadsheets open the .csv"),
        ("export", "x.pdf", ".csv or .json"),
        ("trial export", "x.json", ".csv, .md or .markdown"),
    ],
)
@pytest.mark.parametrize("said", [(), ("--format", "csv")])
def test_an_ending_that_is_not_written_is_refused(painlog, tmp_path, command, name, endings, said):
    painlog("add", "left heel", "6")
    result = painlog(*command.split(), "-o", str(tmp_path / name), *said)
    suffix = name.removeprefix("x")
    said_of = f"This cannot be written as {suffix}. End the file in {endings}.\n"
    assert (result.code, result.out, result.err) == (2, "", said_of)


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        ("export", ".csv or .json"),
        ("report", ".txt, .json, .md, .markdown, .html, .htm or .pdf"),
    ],
)
def test_a_new_file_without_an_ending_is_not_written_unless_the_format_is_said(
    painlog, tmp_path, command, endings
):
    painlog("add", "left heel", "6")
    stick = tmp_path / "stick"
    refused = painlog(command, "-o", str(stick))
    assert (refused.code, refused.err) == (
        2,
        f"{stick} is not there. To write a new file, end its name in {endings}; or say what to "
        "write with --format.\n",
    )
    assert not stick.exists()
    assert painlog(command, "-o", str(stick), "--format", "json").code == 0
    assert painlog(command, "-o", str(stick), "--force").code == 0
