"""`painlog mappings`: listed, shown as what to type, removed, brought back."""

import json

import pytest

OPTIONS = ("--map", "felt_at=D,intensity=P", "--default", "region=head", "--scale", "0-100")
WORDS = "--map felt_at=D,intensity=P --default region=head --scale 0-100"


@pytest.fixture
def kept(painlog, tmp_path):
    """Keep mappings under names."""

    def keep(*names):
        file = tmp_path / "in.csv"
        file.write_text("D,P\n2026-03-05,60\n")
        for name in names:
            painlog("import", str(file), *OPTIONS, "--save-mapping", name)

    return keep


def test_without_any_it_says_how_one_is_kept(painlog, path):
    assert painlog("mappings").out == "No mapping is saved. See: painlog import --help\n"
    assert not path.exists()


def test_all_are_listed_with_their_options(painlog, kept):
    kept("sheet", "My app")
    assert painlog("mappings").out == f"My app: {WORDS}\nsheet: {WORDS}\n"


def test_one_is_shown_as_the_command_to_type(painlog, kept):
    kept("My app")
    assert painlog("mappings", "show", "my APP").out == f"painlog import FILE {WORDS}\n"


def test_a_machine_reads_them_too(painlog, kept):
    kept("app")
    options = {
        "map": ["felt_at=D,intensity=P"],
        "default": ["region=head"],
        "scale": ["0-100"],
    }
    listed = {"schema": "painlog.mappings/1", "mappings": [{"name": "app", "options": options}]}
    assert json.loads(painlog("mappings", "--format", "json").out) == listed
    assert json.loads(painlog("mappings", "show", "app", "--format", "json").out) == listed


def test_one_that_was_removed_comes_back(painlog, kept):
    kept("app")
    assert painlog("mappings", "remove", "App").out == (
        "Removed the mapping app.\nTo bring back: painlog undo\n"
    )
    assert painlog("mappings").out.startswith("No mapping")
    assert painlog("undo").out.startswith("Took back: mappings remove: mapping app.")
    assert painlog("mappings").out == f"app: {WORDS}\n"


@pytest.mark.parametrize("command", ["show", "remove"])
def test_one_that_is_not_there_is_refused_with_the_near(painlog, kept, command):
    kept("my app")
    result = painlog("mappings", command, "my ap")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        'No mapping is called "my ap". Did you mean "my app"? See them all with: painlog mappings\n'
    )


def test_a_saved_time_of_day_is_applied_as_it_was_saved(painlog, tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("D,T,P\n2026-03-05,evening,6\n")
    columns = ("--map", "felt_at=D,time=T,intensity=P", "--default", "region=head")
    time = ("--value", 'time:evening="18:00"')
    painlog("import", str(file), *columns, *time, "--save-mapping", "old")
    file.write_text("D,T,P\n2026-03-06,evening,6\n")
    painlog("import", str(file), "--mapping", "old")
    entries = json.loads(painlog("export", "--format", "json").out)["entries"]
    assert [e["felt_at"][:16] for e in entries] == ["2026-03-05T18:00", "2026-03-06T18:00"]
