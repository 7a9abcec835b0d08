"""`painlog regions`: the catalogue's and the person's own."""

import json

import pytest

from painlog.model.catalogue.regions import REGIONS


def test_regions_are_listed_by_part_of_the_body_and_as_json(painlog):
    lines = painlog("regions").out.splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads == list(dict.fromkeys(r.area for r in REGIONS))
    data = json.loads(painlog("regions", "list", "--format", "json").out)
    assert [r["name"] for r in data["regions"]] == [r.name for r in REGIONS]
    assert painlog("regions", "list").out.splitlines() == lines


def test_a_region_is_shown_by_any_of_its_names(painlog):
    assert painlog("regions", "show", "lumbar").out == painlog("regions", "show", "low back").out
    data = json.loads(painlog("regions", "show", "heel", "--format", "json").out)
    assert [r["name"] for r in data["regions"]] == ["heel"]


def test_a_search_finds_names_other_names_and_places(painlog):
    assert "  heel" in painlog("regions", "search", "heel").out
    result = painlog("regions", "search", "zzz")
    assert (result.code, result.err) == (
        1,
        'No region matches "zzz". See them all with: painlog regions\n',
    )
    assert json.loads(painlog("regions", "search", "zzz", "--format", "json").out)["regions"] == []


def test_a_region_of_ones_own_is_added_rated_renamed_and_removed_when_unused(painlog):
    assert painlog("regions", "add", "old scar", "--sides", "none", "--synonym", "cut").out == (
        'Added the region old scar. Log it with: painlog add "old scar" 4\n'
    )
    assert painlog("add", "cut", "3").out.startswith("Saved entry 1: old scar 3 of 10")
    painlog("start", "heat", "-r", "old scar")
    assert painlog("regions", "rename", "cut", "long scar").out == (
        "Renamed the region old scar to long scar.\n"
    )
    assert "long scar" in painlog("list").out
    assert "heat for the long scar" in painlog("courses").out
    assert painlog("regions", "remove", "long scar").err == (
        "long scar is used 2 times in the journal and stays. Rename it with: "
        'painlog regions rename "long scar" NEW\n'
    )
    painlog("remove", "1")
    painlog("courses", "remove", "1")
    assert painlog("regions", "remove", "cut").out == (
        "Removed the region long scar.\nTo bring back: painlog undo\n"
    )
    assert painlog("add", "long scar", "3").code == 1


@pytest.mark.parametrize(
    ("new", "other_names"), [("Old Scar", ["cut"]), ("cut", []), ("old scars", ["cut"])]
)
def test_a_region_may_take_another_spelling_or_another_of_its_own_names(painlog, new, other_names):
    painlog("regions", "add", "old scar", "--synonym", "cut")
    assert painlog("regions", "rename", "old scar", new).out == (
        f"Renamed the region old scar to {new}.\n"
    )
    shown = json.loads(painlog("regions", "show", new, "--format", "json").out)["regions"]
    assert [(r["name"], r["synonyms"]) for r in shown] == [(new, other_names)]
    painlog("undo")
    assert painlog("regions", "show", "cut").out.startswith("old scar\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["add", "heel"], 1, '"heel" already means heel; use that, or choose another name.'),
        (["add", "Left scar"], 1, 'Leave the side out of "Left scar";'),
        (["add", "7"], 1, '"7" would be read as an intensity;'),
        (["add", ""], 1, "A region needs a name of at least one letter or digit."),
        (["add", "a;b"], 1, "The name of a region cannot contain"),
        (["add", "x" * 61], 1, "That name has 61 characters; the name of a region has at most 60."),
        (["add", "scar", "--synonym", "heel"], 1, '"heel" already means heel;'),
        (["add", "scar", "--sides", "two"], 2, "Invalid value for '--sides': 'two' is not one of"),
        (["rename", "heel", "x"], 1, "heel is in painlog's catalogue and stays as it is."),
        (["remove", "heel"], 1, "heel is in painlog's catalogue and stays as it is."),
        (["show", "hell"], 1, 'No region is called "hell". Did you mean "heel"'),
        (["shwo", "heel"], 2, 'There is no command "shwo". Did you mean "show"? See: painlog re'),
        (["rename", "heel"], 2, "Missing argument 'NEW'. See: painlog regions rename --help"),
    ],
)
def test_what_cannot_be_is_refused_and_makes_no_file(painlog, path, arguments, code, said):
    result = painlog("regions", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()


def test_a_region_cannot_take_the_name_of_another(painlog):
    painlog("regions", "add", "old scar")
    painlog("regions", "add", "new scar", "--synonym", "fresh one")
    for taken in ("heel", "new scar", "Fresh One"):
        assert "already means" in painlog("regions", "rename", "old scar", taken).err
