"""What painlog answers PowerShell at TAB: names with spaces, in its ways of quoting."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.cli.commands.completion import SCRIPTS
from painlog.cli.completion.powershell import plain_word, quoted_word
from shell import AWKWARD, environment_in

SCRIPT = (SCRIPTS / "painlog.ps1").read_text("utf-8")


@pytest.fixture
def tab(painlog, monkeypatch):
    """What PowerShell puts in the place of the last of the words, each as it was typed."""

    def press(*typed):
        monkeypatch.setenv("_PAINLOG_COMPLETE", "powershell")
        monkeypatch.setenv("_PAINLOG_WORDS", "\n".join(typed))
        result = painlog()
        monkeypatch.delenv("_PAINLOG_COMPLETE")
        assert (result.code, result.err) == (0, "")
        how, *lines = result.out.splitlines()
        assert how == "names"
        # Neither what is shown nor the description may be empty.
        assert all(all(line.split("\t", 2)) for line in lines)
        return [line.split("\t")[0] for line in lines]

    return press


@pytest.mark.parametrize(
    ("typed", "put"),
    [
        (["sto"], ["stop"]),
        (["add", "nec"], ["neck"]),
        (["add", "lower b"], ["'lower back'"]),
        (["add", "lower` b"], ["'lower back'"]),
        (["add", '"LOWER b'], ['"lower back"']),
        (["add", "\u2018lower b"], ["'lower back'"]),
        (["add", "'left hee'"], ["'left heel'"]),
        (["list", "-t", "tpt"], ["'trigger point therapy'"]),
        (["list", "--region=lumb"], ["'--region=lower back'"]),
        (["list", '--region="left hee'], ['"--region=left heel"']),
        (["list", "--format=j"], ["--format=json"]),
        (["add", '"left heel"', "10"], ["10"]),
        (["add", "'left heel'", "$(Remove-Item x)"], []),
    ],
)
def test_a_name_is_quoted_as_it_was_begun(tab, typed, put):
    assert tab(*typed) == put


def test_a_name_of_ones_own_that_is_hard_to_quote(tab, painlog):
    painlog("regions", "add", AWKWARD)
    quoted = "'it''s $HOME \"q\" `x` \\ & #1!'"
    assert tab("add", "it`'s") == [quoted]
    assert tab("add", "\"it's") == ['"it\'s `$HOME `"q`" ``x`` \\ & #1!"']


def test_files_and_what_nobody_knows_are_left_to_powershell(painlog, monkeypatch):
    monkeypatch.setenv("_PAINLOG_COMPLETE", "powershell")
    monkeypatch.setenv("_PAINLOG_WORDS", "import\ndat")
    assert painlog().out == "files\n"
    monkeypatch.setenv("_PAINLOG_WORDS", "nonsense\n")
    assert painlog().out == ""


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])), st.sampled_from(["", "'", '"']))
def test_what_is_quoted_is_read_as_it_was(text, quote):
    assert plain_word(quoted_word(text, quote)) == (text, "")
    assert plain_word(quoted_word(text, "'")[:-1] if text else "'")[1] == "'"


def test_the_script_runs_nothing_that_was_typed_and_leaves_no_variable():
    # Every variable that it sets in the environment is removed again.
    made = set(re.findall(r"\$env:(\w+) =", SCRIPT))
    assert made == set(re.findall(r"Env:(_\w+)", SCRIPT)) == {"_PAINLOG_COMPLETE", "_PAINLOG_WORDS"}
    code = "".join(line for line in SCRIPT.splitlines() if not line.strip().startswith("#"))
    assert re.findall(r"Invoke-\w+|\biex\b|& (\S+)", code) == ["$program"]
    for opening, closing in ("{}", "()", "[]"):
        assert code.count(opening) == code.count(closing)


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="PowerShell is not installed")
@pytest.mark.process
def test_powershell_itself_completes(tmp_path):
    line = 'painlog add "left hee'
    done = subprocess.run(
        [
            "pwsh",
            "-NoProfile",
            "-Command",
            "painlog completion powershell | Out-String | Invoke-Expression; "
            f"(TabExpansion2 '{line}' {len(line)}).CompletionMatches.CompletionText",
        ],
        env=environment_in(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ['"left heel"']
