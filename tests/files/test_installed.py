"""The command that adds a package fits the way painlog is installed."""

import sys

import pytest

from painlog.files import installed

PACKAGE = "typst<0.16"


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "painlog"))
    monkeypatch.setattr(sys, "executable", "/opt/my tools/bin/python")
    (tmp_path / "painlog").mkdir()
    return tmp_path / "painlog"


@pytest.mark.posix
def test_pipx_injects(place):
    (place / "pipx_metadata.json").touch()
    assert installed.command_to_add(PACKAGE) == "pipx inject painlog 'typst<0.16'"


@pytest.mark.posix
def test_uv_installs_into_the_environment_of_the_tool(place):
    (place / "uv-receipt.toml").touch()
    assert installed.command_to_add(PACKAGE) == (
        "uv pip install --python '/opt/my tools/bin/python' 'typst<0.16'"
    )


@pytest.mark.posix
@pytest.mark.usefixtures("place")
def test_else_the_interpreter_that_runs_painlog_installs(monkeypatch):
    assert installed.command_to_add(PACKAGE) == (
        "'/opt/my tools/bin/python' -m pip install 'typst<0.16'"
    )
    monkeypatch.setattr(installed, "find_spec", lambda _: None)
    assert installed.command_to_add(PACKAGE).startswith("uv pip install --python")
