"""`painlog find`: words in notes of all kinds, tags and names."""

import json

import pytest


@pytest.fixture(autouse=True)
def _journal(painlog):
    for words in (
        ["add", "left heel", "6", "--note", "Up the stairs of the CAFÉ", "--at", "2026-03-01"],
        ["add", "neck", "3", "-q", "burning", "--trigger", "long walk", "--at", "2026-03-02"],
        ["add", "neck", "4", "-t", "tpt", "--condition", "flu", "--at", "2026-03-03 09:00"],
        [
            "take",
            "sumatriptan",
            "50 mg",
            "--for",
            "head",
            "--note",
            "in a café",
            "--at",
            "2026-03-04",
        ],
        ["start", "stretching", "-r", "left heel", "--on", "2026-03-05"],
        ["consult", "--on", "2026-03-06", "--note", "walk more"],
        ["consult", "--question", "May I walk?"],
        ["day", "--on", "2026-03-07", "--note", "slept in a cafe"],
    ):
        assert painlog(*words).code == 0


def found(painlog, *words):
    data = json.loads(painlog("find", *words, "--format", "json").out)
    assert data["schema"] == "painlog.found/1"
    return [
        (hit["kind"], hit["number"], [(p["field"], p["text"]) for p in hit["places"]])
        for hit in data["found"]
    ]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (
            ["cafe"],
            [
                ("day", "2026-03-07", [("note", "slept in a cafe")]),
                ("use", "u1", [("note", "in a café")]),
                ("entry", "1", [("note", "Up the stairs of the CAFÉ")]),
            ],
        ),
        (["CAFÉ stair"], [("entry", "1", [("note", "Up the stairs of the CAFÉ")])]),
        (["stairs", "neck"], []),
        (["burn"], [("entry", "2", [("quality", "burning")])]),
        (["flu"], [("entry", "3", [("condition", "flu")])]),
        (
            ["walk"],
            [
                ("question", "q1", [("question", "May I walk?")]),
                ("visit", "1", [("note", "walk more")]),
                ("entry", "2", [("trigger", "long walk")]),
            ],
        ),
        (
            ["left heel"],
            [
                ("course", "1", [("place", "left heel")]),
                ("entry", "1", [("place", "left heel")]),
            ],
        ),
        (["tpt"], [("entry", "3", [("treatment", "trigger point therapy")])]),
        (["Imigran"], [("use", "u1", [("treatment", "sumatriptan")])]),
        (["head"], [("use", "u1", [("place", "head")])]),
    ],
)
def test_everything_written_is_found_with_where_it_stands(painlog, words, hits):
    # A question has no day of its own until it was asked.
    assert sorted(found(painlog, *words)) == sorted(hits)
    assert [h for h in found(painlog, *words) if h[0] != "question"] == [
        h for h in hits if h[0] != "question"
    ]


def test_it_is_shown_with_what_to_type(painlog):
    long = "at night " * 20 + "my knee gave way " + "on the way home " * 20
    painlog("add", "left knee", "8", "--note", long, "--at", "2026-03-08")
    said = painlog("find", "gave", "knee")
    assert said.out.splitlines() == [
        "    4  2026-03-08 12:00  left knee 8/10; note: …at night at night at night my knee gave "
        "way on the way home on the…",
        "In full: painlog show 4",
    ]
    said = painlog("find", "TPT").out.splitlines()
    also = "TPT is another name of trigger point therapy; painlog searched for that, too."
    assert said[0] == also
    assert painlog("find", "walk").out.splitlines()[-1] == (
        "In full: painlog show 2, painlog consult show 1 and painlog consult questions --all"
    )


def test_days_and_a_limit_narrow_it(painlog):
    assert [number for _, number, _ in found(painlog, "cafe", "--until", "2026-03-04")] == [
        "u1",
        "1",
    ]
    assert [number for _, number, _ in found(painlog, "cafe", "--on", "2026-03-01")] == ["1"]
    limited = painlog("find", "cafe", "--limit", "1")
    assert limited.out.count("\n") == 2
    assert limited.err == "The newest 1 of 3. All of them: --limit 0\n"


def test_nothing_is_said_to_be_nothing(painlog):
    result = painlog("find", "zebra")
    assert (result.code, result.out, result.err) == (0, "", 'Nothing contains "zebra".\n')
    empty = painlog("find", " ")
    assert (empty.code, empty.err.startswith("The text is empty.")) == (1, True)
