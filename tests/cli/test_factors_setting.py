"""What the setting `checkin-factors` names is asked, and the commands about factors say so."""

import shlex

import pytest


@pytest.fixture(autouse=True)
def _set(painlog, monkeypatch, tmp_path):
    monkeypatch.setenv("PAINLOG_SETTINGS", str(tmp_path / "settings.toml"))
    painlog("factors", "add", "km run", "--unit", "km")
    assert painlog("settings", "set", "checkin-factors", "sleep, km run").code == 0


def follow(painlog, said):
    """Run the command that stands at the end of what was said."""
    command = " ".join(said.split()).rpartition("painlog ")[2]
    assert painlog(*shlex.split(command)).code == 0


def test_the_list_says_what_the_setting_lets_checkin_ask(painlog):
    lines = {line.split("  ")[1]: line for line in painlog("factors").out.splitlines()}
    assert "asked in checkin (setting checkin-factors)" in lines["km run"]
    assert "not asked" in lines["stress"]


def test_what_the_setting_names_is_still_asked_and_the_command_that_ends_it_works(painlog):
    said = painlog("factors", "ask", "sleep", "--no").out
    assert " ".join(said.split()) == (
        'checkin still asks about sleep. The setting checkin-factors names "sleep". To change '
        'that: painlog settings set checkin-factors "km run"'
    )
    follow(painlog, said)
    assert painlog("factors", "ask", "sleep", "--no").out.startswith("checkin does not ask about")
    last = painlog("factors", "ask", "km run", "--no").out
    assert "painlog settings unset checkin-factors" in " ".join(last.split())
    follow(painlog, last)
    assert "(setting" not in painlog("factors").out


def test_a_factor_that_is_renamed_is_to_be_renamed_in_the_setting(painlog):
    said = painlog("factors", "rename", "km run", "km").out
    assert 'painlog settings set checkin-factors "sleep, km"' in " ".join(said.split())
    follow(painlog, said)
    assert "The setting" not in painlog("factors", "rename", "km", "km").out
