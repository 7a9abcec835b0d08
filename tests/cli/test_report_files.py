"""`painlog report` as files: the page for a clinician, and every form written to a file."""

import io
import json
import re
import stat
import sys
from pathlib import Path

import pytest

from painlog.files.installed import command_to_add

FORMATS = ("text", "markdown", "json", "html", "pdf")
PAGES = ("html", "pdf")
SHARED = "It holds health data: give it only to people you trust.\n"


class Bytes(io.TextIOWrapper):
    """A pipe or a terminal that keeps what is written to it."""

    def __init__(self, *, terminal):
        self.written_bytes = io.BytesIO()
        super().__init__(self.written_bytes, encoding="utf-8")
        self.terminal = terminal

    def isatty(self):
        return self.terminal

    def written(self):
        self.flush()
        return self.written_bytes.getvalue()


@pytest.fixture
def heel(painlog):
    """Three ratings with a note each."""
    for day in (29, 30, 31):
        painlog("add", "left heel", "6", "--at", f"2026-03-{day} 20:00", "--note", f"secret {day}")
    return painlog


@pytest.fixture
def stdout(monkeypatch):
    """Put a pipe or a terminal in the place of standard output."""

    def put(*, terminal):
        stream = Bytes(terminal=terminal)
        monkeypatch.setattr(sys, "stdout", stream)
        return stream

    return put


@pytest.fixture
def page_text():
    """The words of a report in any format."""

    def read(written, format_):
        if format_ == "pdf":
            from pypdf import PdfReader

            pages = PdfReader(io.BytesIO(written)).pages
            return " ".join(" ".join(page.extract_text().split()) for page in pages)
        return " ".join(written.decode().split())

    return read


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_is_written_for_its_owner_alone_and_told_of(heel, tmp_path, format_):
    file = tmp_path / f"a report.{format_}"
    result = heel("report", "--format", format_, "--output", str(file))
    assert (result.code, result.out) == (0, "")
    assert result.err == f"Wrote the report to {file}. {SHARED}"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.stat().st_size > 500


@pytest.mark.parametrize("format_", FORMATS)
def test_every_form_closes_with_the_standing_advice(heel, tmp_path, page_text, format_):
    file = tmp_path / "report"
    heel("report", "--format", format_, "--output", str(file))
    said = page_text(file.read_bytes(), format_)
    assert "A diary, not a diagnosis. See a clinician before a treatment" in said
    assert "may slow or stop recovery." in said


def test_text_in_a_file_has_no_colour_and_is_what_a_pipe_gets(heel, tmp_path):
    file = tmp_path / "report.txt"
    heel("report", "--output", str(file))
    assert file.read_text("utf-8") == heel("report").out
    assert "\x1b" not in file.read_text("utf-8")


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_there_is_left_alone_unless_forced(heel, tmp_path, format_):
    file = tmp_path / "report"
    file.write_text("mine")
    refused = heel("report", "--format", format_, "--output", str(file))
    assert refused.code == 1
    assert refused.err == (
        f"{file} already exists and was left alone. Name another file, or add --force.\n"
    )
    assert file.read_text() == "mine"
    assert heel("report", "--format", format_, "--output", str(file), "--force").code == 0
    assert file.stat().st_size > 500


@pytest.mark.parametrize("format_", PAGES)
def test_nothing_is_written_where_the_page_cannot_be_made(heel, tmp_path, monkeypatch, format_):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(f"painlog.views.clinician.documents.to_{format_}", fail)
    file = tmp_path / "folder" / "report"
    file.parent.mkdir()
    result = heel("report", "--format", format_, "--output", str(file))
    assert result.code == 1
    assert "Traceback" not in result.err
    assert list(file.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(heel, tmp_path):
    result = heel("report", "--format", "html", "--output", str(tmp_path / "no" / "report.html"))
    assert result.code == 1
    assert result.err.endswith("could not be written: No such file or directory.\n")


@pytest.mark.parametrize(("format_", "start"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-")])
@pytest.mark.usefixtures("heel")
def test_a_pipe_gets_the_page_itself(stdout, format_, start):
    from painlog.cli.app import main

    pipe = stdout(terminal=False)
    assert main(["report", "--format", format_]) == 0
    assert pipe.written().startswith(start)


@pytest.mark.usefixtures("heel")
@pytest.mark.parametrize("format_", PAGES)
def test_on_a_terminal_it_goes_to_a_file_named_by_the_day(
    stdout, tmp_path, monkeypatch, capsys, format_
):
    from painlog.cli.app import main

    monkeypatch.chdir(tmp_path)
    terminal = stdout(terminal=True)
    assert main(["report", "--format", format_]) == 0
    name = f"pain-report-2026-03-31.{format_}"
    assert (tmp_path / name).exists()
    assert terminal.written() == b""
    assert capsys.readouterr().err == f"Wrote the report to {name}. {SHARED}"


@pytest.mark.parametrize(
    ("found", "said"),
    [(True, ""), (False, "No program to show it was found; open the file yourself.\n")],
)
def test_open_shows_the_file(heel, tmp_path, monkeypatch, found, said):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda uri: opened.append(uri) or found)
    file = tmp_path / "my report.html"
    result = heel("report", "--format", "html", "--output", str(file), "--open")
    assert result.code == 0
    assert opened == [file.as_uri()]
    assert result.err == f"Wrote the report to {file}. {SHARED}{said}"


def test_open_without_a_name_makes_the_file_of_the_day(heel, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda uri: opened.append(uri) or True)
    monkeypatch.chdir(tmp_path)
    assert heel("report", "--format", "html", "--open").code == 0
    assert opened == [(tmp_path / "pain-report-2026-03-31.html").as_uri()]


def test_a_second_file_of_the_day_has_a_number(heel, tmp_path, monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pain-report-2026-03-31.html").write_text("mine")
    for name in ("pain-report-2026-03-31-2.html", "pain-report-2026-03-31-3.html"):
        result = heel("report", "--format", "html", "--open")
        assert (result.code, result.err) == (0, f"Wrote the report to {name}. {SHARED}")
    assert (tmp_path / "pain-report-2026-03-31.html").read_text() == "mine"
    heel("report", "--format", "html", "--open", "--force")
    assert (tmp_path / "pain-report-2026-03-31.html").read_text() != "mine"


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
@pytest.mark.parametrize(
    "option", [("--name", "A"), ("--question", "A?"), ("--notes",), ("--open",)]
)
def test_what_belongs_to_the_page_is_refused_elsewhere(heel, format_, option):
    result = heel("report", "--format", format_, *option)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        "--name, --question, --notes and --open belong to the page for a clinician. "
        "Add --format html or --format pdf."
    )


@pytest.mark.parametrize("format_", ["text", "markdown", "json", "html"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_paper_is_refused_where_there_is_none(heel, format_, paper):
    result = heel("report", "--format", format_, "--paper", paper)
    assert (result.code, result.out) == (2, "")
    assert "--paper belongs to a PDF" in result.err


@pytest.mark.parametrize("format_", PAGES)
def test_a_name_and_questions_are_on_the_page_and_never_in_the_journal(
    heel, tmp_path, path, page_text, format_
):
    file = tmp_path / "report"
    heel(
        *("report", "--format", format_, "--output", str(file)),
        *("--name", "Zoe Quux", "--question", "Is it gout?", "--question", "Can I run?"),
    )
    said = page_text(file.read_bytes(), format_)
    assert all(words in said for words in ("Zoe Quux", "Is it gout?", "Can I run?"))
    kept = b"".join(f.read_bytes() for f in path.parent.glob("painlog.db*"))
    assert b"secret 31" in kept
    assert not any(words in kept for words in (b"Quux", b"gout", b"Can I run"))


@pytest.mark.parametrize("format_", PAGES)
def test_notes_are_shown_only_when_asked_for(heel, tmp_path, page_text, format_):
    without, with_them = tmp_path / "without", tmp_path / "with"
    heel("consult", "--on", "2026-03-30", "--note", "secret visit")
    heel("day", "--on", "2026-03-30", "--note", "secret day")
    heel("report", "--format", format_, "--output", str(without))
    heel("report", "--format", format_, "--output", str(with_them), "--notes")
    assert "secret" not in page_text(without.read_bytes(), format_)
    said = page_text(with_them.read_bytes(), format_)
    assert all(f"secret {of}" in said for of in (29, 30, 31, "visit", "day"))


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_no_note_is_in_any_other_report(heel, format_):
    heel("consult", "--on", "2026-03-30", "--note", "secret visit")
    said = heel("report", "--full", "--format", format_).out
    assert "secret" not in said
    assert re.search("Mon 30 Mar 2026|2026-03-30", said)


def test_letters_without_a_glyph_are_told_of(heel, tmp_path):
    file = tmp_path / "report.pdf"
    # No font has U+0378: it is no letter yet.
    result = heel("report", "--format", "pdf", "--output", str(file), "--question", "a \u0378?")
    assert result.code == 0
    assert result.err == (
        "No font here has some of the letters, so boxes stand for them in the PDF. The web page "
        f"shows them: --format html\nWrote the report to {file}. {SHARED}"
    )


def test_without_typst_a_pdf_is_refused_with_what_to_install(heel, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    file = tmp_path / "report.pdf"
    result = heel("report", "--format", "pdf", "--output", str(file))
    assert result.code == 1
    assert command_to_add("typst<0.16") in result.err
    assert not file.exists()


@pytest.mark.parametrize("format_", PAGES)
def test_an_empty_journal_is_a_page_too(painlog, tmp_path, page_text, format_):
    file = tmp_path / "report"
    assert painlog("report", "--format", format_, "--output", str(file)).code == 0
    assert "There are no ratings in this period." in page_text(file.read_bytes(), format_)


@pytest.fixture
def warned(painlog):
    """Two warning signs lately, and one five weeks ago."""
    for day, place, note in (
        ("2026-02-20", "lower back", "cannot pee"),
        ("2026-03-20", "lower back", "high fever"),
        ("2026-03-19", "neck", "numb in both legs"),
    ):
        painlog("add", place, "6", "--at", f"{day} 20:00", "--note", note)
    return painlog


def test_the_person_is_told_what_to_do_about_recent_signs_with_day_and_place(warned):
    lines = warned("report", "--format", "markdown").out.splitlines()
    first = lines.index("## Read this first") + 2
    assert lines[first : first + 2] == [
        "- Call the emergency number (999, 112 or 911, for example) now. You noted a warning "
        "sign on Thu 19 Mar 2026 (neck): back or neck pain with pain, tingling, weakness or "
        "numbness in both legs.",
        "- See a doctor today or tomorrow, or call your doctor or a health advice line. You noted "
        "a warning sign on Fri 20 Mar 2026 (lower back): back or neck pain with a high "
        "temperature.",
    ]
    found = json.loads(warned("report", "--format", "json").out)["red_flags"]
    assert [(f["code"], f["urgency"], f["day"], f["place"]) for f in found] == [
        ("back-both-legs", "emergency", "2026-03-19", "neck"),
        ("back-fever", "urgent", "2026-03-20", "lower back"),
    ]
    assert all(f["text"] and f["action"] for f in found)


def test_a_report_on_the_past_asks_nobody_to_act_now(warned):
    on_past = warned("report", "--until", "2026-03-01").out
    assert "You noted a warning sign" not in on_past
    assert "emergency number" not in on_past
    assert "More than 14 days ago you noted back or neck pain" in " ".join(on_past.split())
    said = warned("report", "--until", "2026-03-01", "--format", "html").out
    assert "Warning sign in an entry of Fri 20 Feb 2026 (lower back): " in said


@pytest.mark.parametrize("since", [(), ("--since", "2026-03-31")])
def test_the_clinician_is_told_of_signs_in_the_period_and_not_what_to_do(warned, since):
    said = warned("report", "--format", "html", *since).out
    assert "Warning sign in an entry of Thu 19 Mar 2026 (neck): " in said
    assert ("Warning sign in an entry of Fri 20 Feb 2026" in said) == (not since)
    assert "emergency number" not in said


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_the_terminal_names_the_signs_that_only_the_page_tells_of(painlog, full):
    for day, place in (("02-20", "neck"), ("02-21", "knee"), ("02-22", "hip"), ("02-23", "heel")):
        note = "blood in the stool"
        painlog("add", place, "6", "--no-side", "--at", f"2026-{day} 20:00", "--note", note)
    black = "blood in vomit or poo, or black poo"
    assert (
        f"- More than 14 days ago you noted {black} (heel, Mon 23 Feb 2026); {black} (hip, Sun 22 "
        f"Feb 2026); {black} (knee, Sat 21 Feb 2026); 1 more. If no clinician knows of this, tell "
        "one. The page for a clinician names warning signs of up to 90 days: painlog report "
        "--format html"
    ) in " ".join(painlog("report", *full).out.split())
    page = painlog("report", "--format", "html").out
    assert page.count("Warning sign in an entry of") == 4


@pytest.mark.parametrize(("day", "told"), [("2025-12-31", True), ("2025-12-30", False)])
def test_signs_of_more_than_90_days_ago_are_not_on_the_page(painlog, day, told):
    painlog("add", "lower back", "6", "--at", f"{day} 20:00", "--note", "cannot pee")
    painlog("add", "heel", "3", "--no-side")
    assert ("Warning sign" in painlog("report", "--format", "html").out) == told


def test_when_chest_pain_is_an_emergency_is_said_in_the_report_for_14_days(painlog):
    painlog("add", "chest", "4", "--at", "2026-03-17 20:00")
    said = painlog("report").out
    assert "If chest pain is tight, heavy or squeezing" in " ".join(said.split())
    advice = json.loads(painlog("report", "--format", "json").out)["advice"]
    assert [a["code"] for a in advice] == ["chest-pain", "no-consultation", "standing"]
    assert "Pain in the chest was rated, last on 17 Mar 2026 (chest, 4 of 10)" in (
        painlog("report", "--format", "html").out
    )
    painlog("edit", "1", "--at", "2026-03-16 20:00")
    advice = json.loads(painlog("report", "--format", "json").out)["advice"]
    assert [a["code"] for a in advice] == ["no-consultation", "standing"]


def test_a_page_of_a_part_says_which(heel):
    assert "Only: left heel." in heel("report", "--format", "html", "--region", "left heel").out


def test_the_file_needs_nothing_beside_it(heel, tmp_path):
    file = Path(tmp_path / "report.html")
    heel("report", "--format", "html", "--output", str(file))
    html = file.read_text("utf-8")
    assert "http" not in html.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")
    assert not any(mark in html for mark in ("<script", "url(", "@import", " src=", " href="))


def test_an_ending_that_stands_for_no_format_is_refused_unless_the_format_is_said(heel, tmp_path):
    file = tmp_path / "report.foo"
    result = heel("report", "-o", str(file))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("A report cannot be written as .foo.")
    assert not file.exists()
    assert heel("report", "-o", str(file), "--format", "text").code == 0
