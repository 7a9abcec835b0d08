"""`painlog treatments`: the catalogue's and the person's own."""

import json

import pytest

from painlog.model.catalogue.treatments import TREATMENTS


def test_treatments_are_listed_by_kind_and_as_json(painlog):
    heads = [line for line in painlog("treatments").out.splitlines() if line[0] != " "]
    assert heads == sorted({t.kind for t in TREATMENTS})
    data = json.loads(painlog("treatments", "--format", "json").out)
    assert data["schema"] == "painlog.treatments/1"
    assert [t["name"] for t in data["treatments"]] == [t.name for t in TREATMENTS]


def test_a_treatment_is_shown_with_what_it_is_not_its_evidence_and_its_cautions(painlog):
    out = painlog("treatments", "show", "dry needling").out
    for said in ("What it is: ", "What it is not: ", "Evidence:", "Cautions:", "acupuncture"):
        assert said in out
    assert "Cotchett 2014" in out
    data = json.loads(painlog("treatments", "show", "tpt", "--format", "json").out)
    assert [t["name"] for t in data["treatments"]] == ["trigger point therapy"]


def test_a_search_finds_names_kinds_and_descriptions(painlog):
    data = json.loads(painlog("treatments", "search", "needle", "--format", "json").out)
    names = {t["name"] for t in data["treatments"]}
    assert {"dry needling", "traditional acupuncture"} <= names
    assert painlog("treatments", "search", "zzz").err == (
        'No treatment matches "zzz". See them all with: painlog treatments\n'
    )


def test_a_treatment_of_ones_own_is_added_named_renamed_and_removed_when_unused(painlog):
    added = painlog("treatments", "add", "qigong", "--kind", "exercise", "--synonym", "chi kung")
    assert added.out == (
        'Added the treatment qigong. Name it with: painlog add heel 4 -t "qigong"\n'
    )
    assert "  qigong\n" in painlog("add", "left heel", "4", "-t", "Chi-Kung").out
    painlog("start", "qigong")
    assert painlog("treatments", "rename", "qigong", "tai chi at home").out == (
        "Renamed the treatment qigong to tai chi at home.\n"
    )
    assert "tai chi at home" in painlog("show", "1").out
    assert painlog("treatments", "remove", "chi kung").err.startswith(
        "tai chi at home is used 2 times in the journal and stays."
    )
    painlog("edit", "1", "--clear", "treatment")
    painlog("courses", "remove", "1")
    assert painlog("treatments", "remove", "chi kung").out == (
        "Removed the treatment tai chi at home.\nTo bring back: painlog undo\n"
    )
    painlog("undo")
    assert painlog("treatments", "show", "chi kung").out.startswith("tai chi at home\n")


def test_medicines_are_listed_by_class_and_those_of_a_class_on_request(painlog):
    lines = painlog("treatments").out.splitlines()
    assert len(lines) < 120
    assert any(line.startswith("  triptan: sumatriptan, naratriptan, ") for line in lines)
    assert "frovatriptan" not in " ".join(lines)
    out = painlog("treatments", "--class", "triptans").out
    assert "  rizatriptan, triptan (Maxalt)\n" in out
    assert "ibuprofen" not in out
    data = json.loads(painlog("treatments", "--class", "ergot", "--format", "json").out)
    assert [t["name"] for t in data["treatments"]] == [
        "dihydroergotamine",
        "ergotamine",
        "ergotamine with caffeine",
    ]
    assert painlog("treatments", "--class", "tripan").err.startswith(
        'No class of medicines is called "tripan". Did you mean "triptan"?'
    )


def test_a_medicine_is_shown_with_its_class_code_brands_and_line(painlog):
    out = painlog("treatments", "show", "Imigran").out
    for said in (
        "sumatriptan\n",
        "  Class: triptan\n",
        "  ATC code: N02CC01\n",
        "  Sold as: Imigran, Imitrex\n",
        "10 or more days a month",
        "[ICHD-3, 8.2]",
    ):
        assert said in out
    [data] = json.loads(painlog("treatments", "show", "ibuprofen gel", "--format", "json").out)[
        "treatments"
    ]
    assert (data["atc"], data["medicine_class"], data["topical"], data["brands"]) == (
        "M02AA13",
        "topical",
        True,
        [],
    )


def test_what_kind_ones_own_is_can_be_said_later(painlog):
    painlog("treatments", "add", "qigong")
    assert painlog("treatments", "set", "qigong", "--kind", "exercise").out == (
        "qigong is now of the kind exercise, not said to be conventional.\n"
    )
    assert painlog("treatments", "set", "qigong", "--conventional").out == (
        "qigong is now of the kind exercise, conventional.\n"
    )
    assert painlog("treatments", "set", "qigong", "--kind", "medication").out.startswith(
        "qigong is now of the kind medication, conventional.\n"
    )
    painlog("undo")
    [data] = json.loads(painlog("treatments", "show", "qigong", "--format", "json").out)[
        "treatments"
    ]
    assert (data["kind"], data["conventional"]) == ("exercise", True)


@pytest.mark.parametrize(
    ("new", "other_names"), [("Qigong", ["chi kung"]), ("chi kung", []), ("Chi-Kung", [])]
)
def test_a_treatment_may_take_another_spelling_or_another_of_its_own_names(
    painlog, new, other_names
):
    painlog("treatments", "add", "qigong", "--synonym", "chi kung")
    painlog("add", "left heel", "4", "-t", "qigong")
    assert painlog("treatments", "rename", "qigong", new).code == 0
    data = json.loads(painlog("treatments", "show", new, "--format", "json").out)
    assert [(t["name"], t["synonyms"]) for t in data["treatments"]] == [(new, other_names)]
    assert new in painlog("list").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["add", "heat"], 1, '"heat" already means heat;'),
        (["add", "TPT"], 1, '"TPT" already means trigger point therapy;'),
        (["add", "a;b"], 1, "The name of a treatment cannot contain"),
        (["add", "qigong", "--kind", "exercis"], 2, "Invalid value for '--kind': 'exercis' is not"),
        (["rename", "heat", "x"], 1, "heat is in painlog's catalogue and stays as it is."),
        (["set", "heat", "--kind", "other"], 1, "heat is in painlog's catalogue and stays as it"),
        (["set", "heat"], 2, "Say what to change, as in: painlog treatments set"),
        (["remove", "heat"], 1, "heat is in painlog's catalogue and stays as it is."),
        (["show", "dry needlin"], 1, 'No treatment is called "dry needlin". Did you mean "dry ne'),
        (["sho", "heat"], 2, 'There is no command "sho". Did you mean "show"? See: painlog treat'),
    ],
)
def test_what_cannot_be_is_refused_and_makes_no_file(painlog, path, arguments, code, said):
    result = painlog("treatments", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(said)
    assert not path.exists()


def test_a_medicine_of_one_s_own_is_conventional_unless_said_and_told_as_uncounted(painlog):
    result = painlog("treatments", "add", "green pill", "--kind", "medication")
    assert "Added the treatment green pill, of the kind medication, conventional." in result.out
    assert "no line for overuse counts it" in " ".join(result.out.split())
    result = painlog("treatments", "add", "feverfew", "--kind", "medication", "--complementary")
    assert "of the kind medication, complementary." in result.out
    assert "overuse" not in painlog("treatments", "add", "reiki", "--kind", "other").out


def test_the_class_of_one_s_own_medicine_has_its_days_counted(painlog):
    told = painlog("treatments", "add", "green pill", "--class", "triptans").out
    assert "Added the treatment green pill, of the kind medication, class triptan," in told
    assert "no line for overuse counts it" not in told
    for day in range(1, 11):
        painlog("take", "green pill" if day % 2 else "sumatriptan", "--at", f"2026-03-{day:02}")

    def of_triptans():
        found = json.loads(painlog("report", "--format", "json").out)["medicine_days"]
        return [(m["month"], m["days"], m["line"]) for m in found if m["of"] == "triptans"]

    assert of_triptans() == [("2026-03", 10, 10)]
    painlog("treatments", "set", "green pill", "--kind", "other")
    assert of_triptans() == [("2026-03", 5, 10)]
    painlog("undo")
    exported = json.loads(painlog("export", "--format", "json").out)["own_treatments"]
    assert [t["medicine_class"] for t in exported] == ["triptan"]
