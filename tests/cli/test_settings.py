"""`painlog settings`: the file, what overrides it, and what each setting changes."""

import json
import stat
import sys

import pytest

from painlog.advice.standing import SHORT, WHOLE
from painlog.cli.base.settings import country
from painlog.model.settings import SETTINGS


@pytest.fixture
def file(tmp_path):
    """Where the settings file of this test would be; there is none yet."""
    return tmp_path / "home" / ".config" / "painlog" / "settings.toml"


@pytest.fixture
def written(file):
    """Put text into the settings file."""

    def write(text):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    return write


def found(painlog):
    result = painlog("settings", "--format", "json")
    assert (result.code, result.err) == (0, "")
    return {s["name"]: (s["value"], s["source"]) for s in json.loads(result.out)["settings"]}


def test_every_value_is_told_with_where_it_comes_from(painlog, written, monkeypatch, file):
    assert found(painlog) == {setting.name: (None, "default") for setting in SETTINGS}
    assert not file.parent.exists()
    written('country = "de"\ncheckin-factors = ["sleep", "steps"]\nshort-advice = true\n')
    monkeypatch.setenv("PAINLOG_PAPER", "letter")
    assert found(painlog) == {
        "country": ("DE", "file"),
        "week-start": (None, "default"),
        "date-order": (None, "default"),
        "paper": ("letter", "variable"),
        "short-advice": (True, "file"),
        "checkin-factors": (["sleep", "steps"], "file"),
        "pager": (None, "default"),
    }
    said = painlog("settings").out
    assert "country          DE (file). " in said
    assert "paper            letter (PAINLOG_PAPER). " in said
    assert "week-start       monday (default). " in said
    assert f"File: {file}\n" in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (["slep"], 'There is no factor "slep". Did you mean "sleep"? See them with: painlog facto'),
        (["sleep stress"], 'There is no factor "sleep stress". Write a comma between several: "sl'),
        (["Sleep", "steps"], 'There is no factor "Sleep steps". See them with: painlog factors;'),
        (["sleep,", "steps"], 'There is no factor "steps".'),
    ],
)
def test_what_checkin_asks_must_be_a_factor(painlog, file, value, said):
    refused = painlog("settings", "set", "checkin-factors", *value)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(said)
    assert not file.exists()


def test_a_value_is_set_and_unset_in_a_private_file_and_the_rest_of_it_stays(painlog, file):
    assert painlog("settings", "set", "country", "uk").out == "country is GB from now on.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    mine = (
        "# mine\ncountry = 'US' # there\n\ncheckin-factors = [\n  'a',\n]\npager = 'x'\n[later]\n"
    )
    file.write_text(mine, "utf-8")
    assert painlog("settings", "set", "COUNTRY", "GB").out == (
        "country is GB from now on. It was US.\n"
    )
    painlog("factors", "add", "time out")
    painlog("settings", "set", "checkin_factors", "Sleep,", "time out")
    painlog("settings", "set", "short advice", "on")
    assert painlog("settings", "unset", "pager").out.startswith(
        "pager is not set any more. It was x. Now: "
    )
    assert file.read_text("utf-8") == (
        '# mine\ncountry = "GB"\n\ncheckin-factors = ["sleep", "time out"]\n'
        "short-advice = true\n[later]\n"
    )
    assert "nothing was changed" in painlog("settings", "unset", "pager").out
    assert painlog("settings").err == (
        f'"later" in {file} is not a setting that painlog knows, and does nothing.\n'
    )


def test_a_link_to_the_file_stays_one(painlog, file, tmp_path):
    kept = tmp_path / "dotfiles.toml"
    kept.write_text("", "utf-8")
    file.parent.mkdir(parents=True)
    file.symlink_to(kept)
    painlog("settings", "set", "paper", "letter")
    assert file.is_symlink()
    assert kept.read_text("utf-8") == 'paper = "letter"\n'


def test_the_file_is_where_a_variable_says(painlog, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert painlog("settings", "path").out == f"{tmp_path}/config/painlog/settings.toml\n"
    monkeypatch.setenv("PAINLOG_SETTINGS", str(tmp_path / "mine.toml"))
    assert painlog("settings", "path").out == f"{tmp_path}/mine.toml\n"
    painlog("settings", "set", "paper", "letter")
    assert found(painlog)["paper"] == ("letter", "file")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["papr", "a4"], 'There is no setting "papr". Did you mean "paper"'),
        (["paper", "a5"], 'paper cannot be "a5". Set it to a4 or letter. See: painlog settings\n'),
        (["country", "Atlantis"], 'country cannot be "Atlantis". Set it to the two letters of '),
        (["country", "ZZ"], 'country cannot be "ZZ". '),
        (["week-start", "s"], 'week-start cannot be "s". Set it to monday, saturday or sunday. '),
        (["short-advice", "perhaps"], 'short-advice cannot be "perhaps". Set it to yes or no. '),
        (["pager", "a\nb"], 'pager cannot be "a / b". '),
    ],
)
def test_what_cannot_be_set_is_refused_in_a_sentence(painlog, file, words, said):
    result = painlog("settings", "set", *words)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(said)
    assert not file.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "country = [",
            "The settings in {} cannot be read: it is not valid TOML. Correct it with: ",
        ),
        ("\npaper: a4\n", "The settings in {} cannot be read: line 2 is not valid TOML. "),
        ("paper = 'a4'\npaper = 'a4'", "The settings in {} cannot be read: it is not valid TOML. "),
        ("paper = 4\n", '{}: paper cannot be "4". Set it to a4 or letter. See: painlog settings\n'),
        ("country = ''\n", '{}: country cannot be "". Set it to the two letters of a country, '),
        (b"\xff", "The settings in {} cannot be read: it is not UTF-8 text.\n"),
        (None, "The settings in {} cannot be read: Is a directory.\n"),
    ],
)
def test_a_broken_file_is_one_sentence_where_it_is_needed_and_nothing_elsewhere(
    painlog, file, text, said
):
    file.parent.mkdir(parents=True)
    if text is None:
        file.mkdir()
    else:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    for words in (["settings"], ["report"], ["calendar"], ["add", "heel", "6", "--at", "3/4/2026"]):
        result = painlog(*words)
        assert (result.code, result.out) == (1, ""), words
        assert result.err.startswith(said.format(file))
        assert result.err.count("\n") == 1
    for words in (["add", "heel", "6"], ["list", "--since", "2026-03-01"]):
        result = painlog(*words)
        assert (result.code, "settings" in result.err) == (0, False)


def test_what_stands_above_the_file_is_said_where_the_file_is_changed(painlog, monkeypatch):
    monkeypatch.setenv("PAINLOG_PAPER", "a4")
    assert painlog("settings", "set", "paper", "letter").err == (
        "The variable PAINLOG_PAPER is set here and overrides the file.\n"
    )
    monkeypatch.setenv("PAINLOG_PAPER", "b4")
    assert painlog("settings").err.startswith('PAINLOG_PAPER: paper cannot be "b4". ')


def test_without_a_file_nothing_is_read_and_no_toml_is_imported(painlog, monkeypatch):
    for module in ("tomllib", "painlog.formats.settings_toml", "painlog.tasks.settings"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    assert painlog("add", "heel", "6").code == 0
    assert "painlog.tasks.settings" not in sys.modules
    assert painlog("report").code == 0
    assert "tomllib" not in sys.modules


@pytest.mark.parametrize(
    ("order", "typed", "day"),
    [
        ("day-first", "3/2/2026 21:00", "2026-02-03T21:00:00+01:00"),
        ("month-first", "3/2/2026 21:00", "2026-03-02T21:00:00+01:00"),
        ("day-first", "3.2.26", "2026-02-03T12:00:00+01:00"),
        ("month-first", "3-2-2026", "2026-03-02T12:00:00+01:00"),
        ("day-first", "21:00 3/2", "2026-02-03T21:00:00+01:00"),
        ("day-first", "5/11", "2025-11-05T12:00:00+01:00"),
        ("day-first", "9.30", "2026-03-31T09:30:00+02:00"),
        ("day-first", "3/20/2026", "2026-03-20T12:00:00+01:00"),
        ("month-first", "2026-03-02", "2026-03-02T12:00:00+01:00"),
    ],
)
def test_a_date_in_figures_is_read_in_the_order_that_was_set(painlog, order, typed, day):
    refused = painlog("add", "heel", "6", "--at", "3/2/2026")
    assert (refused.code, "can be read in two ways" in refused.err) == (1, True)
    painlog("settings", "set", "date-order", order)
    assert painlog("add", "heel", "6", "--at", typed).code == 0
    assert json.loads(painlog("show", "1", "--format", "json").out)["felt_at"] == day


@pytest.mark.parametrize("command", [("add", "heel", "6", "--at"), ("start", "heat", "--on")])
def test_a_day_without_a_year_that_is_nearer_ahead_is_not_taken_for_last_years(painlog, command):
    painlog("settings", "set", "date-order", "day-first")
    refused = painlog(*command, "5.4.")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith('"5 April" is 2026-04-05')
    assert "still to come" in refused.err
    assert painlog(*command, "5.12.").code == 0


def test_a_visit_without_a_year_is_on_the_nearer_such_day(painlog):
    painlog("settings", "set", "date-order", "day-first")
    assert "Sun 5 Apr 2026, in 5 days" in painlog("consult", "--on", "5.4.").out
    assert "Fri 5 Dec 2025, 116 days ago" in painlog("consult", "--on", "5.12.").out


def test_a_week_begins_where_it_was_set(painlog):
    painlog("add", "heel", "6", "--at", "2026-03-04")
    painlog("settings", "set", "week-start", "sunday")
    lines = painlog("calendar", "--month", "2026-03").out.splitlines()
    assert lines[3:5] == ["    S M T W T F S", " 1| . . . 6 . . ."]
    dates = painlog("chart", "--since", "2026-03-01").out
    assert "1 Mar 8 Mar 15 Mar 22 Mar 29 Mar" in " ".join(dates.split())


def test_advice_below_a_report_can_be_one_line_and_never_none(painlog):
    painlog("add", "heel", "6")
    both = [["report"], ["compare", "nothing", "heat", "-r", "heel"]]
    for words in both:
        assert WHOLE.text in painlog(*words).out
    painlog("settings", "set", "short-advice", "yes")
    for words in both:
        said = painlog(*words).out
        assert WHOLE.text not in said
        assert SHORT.text in said
    assert WHOLE.text in painlog("report", "--format", "markdown").out


def test_the_paper_of_a_pdf_is_the_one_set_unless_an_option_says_otherwise(
    painlog, monkeypatch, tmp_path
):
    asked = []

    def page_bytes(_page, _format, paper):
        asked.append(paper)
        return b""

    monkeypatch.setattr("painlog.cli.commands.report._page_bytes", page_bytes)
    for number, words in enumerate(([], ["--paper", "letter"])):
        painlog("report", "--output", str(tmp_path / f"{number}.pdf"), *words)
    painlog("settings", "set", "paper", "letter")
    for number, words in enumerate(([], ["--paper", "a4"]), start=2):
        painlog("report", "--output", str(tmp_path / f"{number}.pdf"), *words)
    assert asked == ["a4", "letter", "letter", "a4"]


def test_the_pager_is_the_one_set(painlog, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "painlog.cli.commands.report.page_out", lambda *_, chosen, **__: asked.append(chosen)
    )
    painlog("report")
    painlog("settings", "set", "pager", "none")
    painlog("report")
    monkeypatch.setenv("PAINLOG_PAGER", "more -d")
    painlog("report")
    assert asked == [None, "", "more -d"]


def test_where_to_get_help_is_said_whatever_is_wrong_with_the_file(written, capsys, monkeypatch):
    assert country() == ""
    written("country = 'uk'\n")
    assert country() == "GB"
    monkeypatch.setenv("PAINLOG_COUNTRY", "de")
    assert country() == "DE"
    monkeypatch.delenv("PAINLOG_COUNTRY")
    written("country = 'uk\n")
    assert country() == ""
    assert "cannot be read: it is not valid TOML. Correct it with: " in capsys.readouterr().err


def test_editing_needs_a_terminal(painlog):
    result = painlog("settings", "edit")
    assert (result.code, result.err.startswith("settings edit needs a terminal.")) == (2, True)
