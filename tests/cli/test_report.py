"""`painlog report`, in text, Markdown and JSON, with every option and with too little data."""

import html
import io
import json
import re
import sys
from datetime import date, timedelta

import pytest

from painlog.advice.standing import LIMITS

COMPARED = "Compared: at most 28 days before a start, and the last 28 of a course."
LATE = "2026-03-31 20:00"


@pytest.fixture
def heel(painlog, tmp_path):
    """56 days of heel ratings, stretching from the 29th on; and the commands on them."""
    days = [date(2026, 2, 4) + timedelta(days=i) for i in range(56)]
    rows = [f"{day} 20:00,left heel,{7 if i < 28 else 3 + i % 2}" for i, day in enumerate(days)]
    file = tmp_path / "heel.csv"
    file.write_text("\n".join(["felt_at,region,intensity", *rows]))
    assert painlog("import", str(file)).code == 0
    painlog("start", "stretching", "--region", "left heel", "--on", "2026-03-04")
    return painlog


def data(result):
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_a_report_says_what_the_ratings_did(heel):
    lines = heel("report", "--full").out.splitlines()
    assert lines[:2] == [
        "Pain report, Wed 4 Feb 2026 to Tue 31 Mar 2026",
        "Ratings are 0 (no pain) to 10 (worst pain imaginable).",
    ]
    at = lines.index("Stretching, from Wed 4 Mar 2026, in use")
    assert lines[at + 1] == "Mean 7.0 before (28 rated days), 3.5 in course (28 rated days)."
    assert lines[at + 2].startswith("3.5 points less (-50 %), likely between 3.3 and 3.7 less.")
    assert lines[at + 3].startswith("Numbers: change -3.5; 95 % interval -3.7 to -3.3; NAP 1.00 ")
    assert lines[at - 2 : at] == [f"{COMPARED} {LIMITS}", ""]
    assert lines[-2] == "Advice"
    assert "not a diagnosis" in lines[-1]


EFFECT = {
    "region",
    "side",
    "treatment",
    "before",
    "after",
    "change",
    "interval",
    "percent",
    "nap",
    "nap_interval",
    "tau_u",
    "autocorrelation",
    "verdict",
    "cautions",
}


def test_the_json_has_every_key_of_the_contract_and_no_number_is_rounded(heel):
    heel("add", "left heel", "3", "-t", "stretching", "--before", "6", "--at", LATE)
    heel("add", "left heel", "3", "--at", "2026-03-30 21:00")
    found = data(heel("report", "--format", "json"))
    assert found["schema"] == "painlog.report/2"
    assert {"period", "regions", "effects", "relief", "months", "peg", "advice"} <= found.keys()
    assert found["period"] == {"since": "2026-02-04", "until": "2026-03-31"}
    (region,) = found["regions"]
    assert {"region", "side", "entries", "rated_days", "mean", "worst"} <= region.keys()
    assert (region["region"], region["side"], region["entries"]) == ("heel", "left", 58)
    (effect,) = found["effects"]
    assert effect.keys() >= EFFECT
    assert effect["before"] == {
        "since": "2026-02-04",
        "until": "2026-03-03",
        "rated_days": 28,
        "mean": 7.0,
    }
    # 14 days of 3 and 13 of 4, and one with a 4, a 3, and the 6 before it, which was felt, too.
    assert effect["after"]["mean"] == (14 * 3 + 13 * 4 + 13 / 3) / 28
    assert effect["change"] == effect["after"]["mean"] - 7
    assert effect["percent"] == 100 * effect["change"] / 7
    assert effect["interval"][0] < effect["change"] < effect["interval"][1]
    assert round(effect["interval"][0], 6) != effect["interval"][0]
    assert (effect["verdict"], effect["nap"]) == ("clearly more", 1.0)
    (relief,) = found["relief"]
    assert (relief["treatment"], relief["uses"], relief["mean_before"], relief["mean_after"]) == (
        "stretching",
        1,
        6.0,
        3.0,
    )
    assert [m["month"] for m in found["months"]] == ["2026-02", "2026-03"]
    assert {a["code"] for a in found["advice"]} == {"no-consultation", "standing"}
    assert all(a["text"] for a in found["advice"])


@pytest.mark.parametrize(
    ("options", "regions", "effects"),
    [
        (["--region", "heel"], 2, 1),
        (["--region", "left heel"], 1, 1),
        (["--region", "heel", "--side", "right"], 1, 0),
        (["--side", "right"], 1, 0),
        (["--region", "knee"], 0, 0),
        (["--treatment", "stretching"], 3, 1),
        (["--treatment", "massage"], 3, 0),
        (["--until", "2026-03-03"], 1, 0),
        (["--since", "2026-03-30"], 3, 1),
    ],
)
def test_options_choose_what_is_in_it(heel, options, regions, effects):
    heel("add", "right heel", "2", "head", "5", "--at", LATE)
    found = data(heel("report", "--format", "json", *options))
    assert (len(found["regions"]), len(found["effects"])) == (regions, effects)
    assert heel("report", *options).code == 0


def test_a_window_is_a_number_of_days(heel):
    (effect,) = data(heel("report", "--format", "json", "--window", "5"))["effects"]
    assert (effect["before"]["since"], effect["before"]["rated_days"]) == ("2026-02-27", 5)
    assert (effect["after"]["since"], effect["after"]["rated_days"]) == ("2026-03-27", 5)


@pytest.mark.parametrize("days", ["2", "0", "-1", "999999999", "many", "7.5"])
def test_a_window_that_is_none_is_a_usage_error(heel, days):
    result = heel("report", "--window", days)
    assert (result.code, result.out) == (2, "")
    assert "--window" in result.err
    assert "fault" not in result.err


@pytest.mark.parametrize("days", ["2", "3651"])
def test_a_number_out_of_its_range_is_answered_in_plain_words(heel, days):
    assert heel("report", "--window", days).err == (
        f"Invalid value for '--window': {days} is not a number from 3 to 3650. "
        "See: painlog report --help\n"
    )


def test_side_none_means_what_was_rated_without_a_side(heel):
    heel("add", "heel", "2", "neck", "3", "--no-side")
    found = data(heel("report", "--format", "json", "--side", "none"))["regions"]
    assert {(r["region"], r["side"]) for r in found} == {("heel", None), ("neck", None)}
    assert heel("report", "--side", "").code == 1


def test_the_longest_window_is_no_fault(heel):
    assert heel("report", "--window", "3650").code == 0


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--region", "heal"], 1, 'No region is called "heal".'),
        (["--side", "up"], 1, '"up" is not a side.'),
        (["--treatment", "strething"], 1, "stretching"),
        (["--since", "tomorrow"], 1, "still to come"),
        (["--since", "2026-03-05", "--until", "2026-03-01"], 1, "swap them"),
        (["--format", "docx"], 2, "--format"),
    ],
)
def test_what_cannot_be_meant_is_refused(heel, options, code, said):
    result = heel("report", *options)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_too_few_days_give_words_and_no_number(painlog, format_, before, after):
    painlog("start", "heat", "--region", "head", "--on", "2026-03-20")
    for i in range(before):
        painlog("add", "head", "6", "--at", f"2026-03-{18 - i} 20:00")
    for i in range(after):
        painlog("add", "head", "4", "--at", f"2026-03-{30 - i} 20:00")
    result = painlog("report", "--full", "--format", format_)
    assert result.code == 0
    if before == after == 0:
        assert "no ratings" in result.out or json.loads(result.out)["regions"] == []
        return
    missing = (
        f"Not enough days to compare: {before} rated before and {after} in course; "
        "3 are needed on each side."
    )
    elsewhere = "if you noted them elsewhere, with --at, or compare a later restart"
    assert missing in result.out
    assert f"Add days before, {elsewhere}" in result.out
    assert "Rate " not in result.out
    assert "likely between" not in result.out
    assert "NAP 0" not in result.out
    if format_ == "json":
        (effect,) = json.loads(result.out)["effects"]
        for key in ("change", "interval", "percent", "nap", "nap_interval", "tau_u", "verdict"):
            assert effect[key] is None
        assert [c["code"] for c in effect["cautions"]] == ["not-enough-days"]


def test_days_in_course_that_can_still_be_rated_are_asked_for(heel):
    heel("start", "heat", "--region", "left heel", "--on", "2026-03-31")
    assert "Rate 2 more days in course, and this can be compared." in heel("report", "--full").out
    heel("stop", "heat", "--region", "left heel", "--on", "2026-03-31")
    assert "Rate 2 more days in course, and this can be compared." in heel("report", "--full").out


def test_what_a_comparison_cannot_tell_is_said_once_above_the_first(heel):
    heel("start", "heat", "--region", "left heel", "--on", "2026-03-10")
    for day in range(1, 31):
        heel("add", "head", "6", "-t", "rest", "--at", f"2026-03-{day:02} 09:00")
    text = heel("report", "--full").out
    assert text.count(LIMITS) == heel("report").out.count(LIMITS) == 1
    assert text.index(LIMITS) < text.index(", from ")
    markdown = heel("report", "--format", "markdown").out
    assert markdown.count("one person's days, in one order") == 1
    assert data(heel("report", "--format", "json"))["limits"] == LIMITS
    assert LIMITS not in heel("report", "--until", "2026-03-03", "--region", "heel").out


def test_a_before_that_there_never_was_has_no_dates(painlog):
    painlog("start", "heat", "--region", "head", "--on", "2026-03-20")
    painlog("add", "head", "6", "--at", "2026-03-25 20:00")
    (effect,) = data(painlog("report", "--format", "json"))["effects"]
    assert effect["before"] == {"since": None, "until": None, "rated_days": 0, "mean": None}


def test_a_pain_of_0_before_has_no_percent_and_says_why(painlog):
    for day in range(1, 8):
        painlog("add", "head", "0", "--at", f"2026-03-{day:02} 20:00")
        painlog("add", "head", "2", "--at", f"2026-03-{day + 20} 20:00")
    painlog("start", "heat", "--region", "head", "--on", "2026-03-20")
    (effect,) = data(painlog("report", "--format", "json"))["effects"]
    assert (effect["change"], effect["percent"], effect["verdict"]) == (2.0, None, "clearly worse")
    assert "no-percent" in [c["code"] for c in effect["cautions"]]
    text = painlog("report", "--full").out
    assert "2.0 points more, likely between" in text
    assert "- The mean before is 0, so the change has no percentage." in text
    assert "On 0 % of day pairs the later day hurt less." in text


def test_without_any_rating_it_says_how_to_make_the_first(painlog):
    result = painlog("report")
    assert result.code == 0
    assert "There are no ratings in this period. Add one: painlog add heel 6" in result.out


@pytest.mark.parametrize(
    ("options", "only"),
    [
        (["-r", "left heel", "-t", "stretching"], "Only: left heel; treatment stretching"),
        (["-r", "heel"], "Only: heel"),
        (["-r", "heel", "--side", "none"], "Only: heel without a side"),
        (["--side", "none"], "Only: places without a side"),
        (["--side", "left"], "Only: the left side"),
        (["--side", "both"], "Only: both sides"),
        (["-t", "tpt"], "Only: treatment trigger point therapy"),
        (["-r", "left heel", "-r", "neck"], "Only: left heel and neck"),
        (
            ["-r", "heel", "-r", "hip", "-r", "heel", "--side", "left"],
            "Only: left heel and left hip",
        ),
        (
            ["-t", "tpt", "-t", "heat", "-t", "rest"],
            "Only: treatments trigger point therapy, heat and rest",
        ),
    ],
)
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_what_a_report_was_narrowed_to_is_its_first_line(heel, options, only, format_):
    lines = [
        line for line in heel("report", *options, "--format", format_).out.splitlines() if line
    ]
    assert lines[1] == only
    assert "Only: " not in heel("report", "--format", format_).out


@pytest.mark.parametrize(
    ("options", "place"),
    [
        (["-r", "heel", "--side", "right"], "right heel"),
        (["--side", "right"], "the right side"),
        (["-r", "hip"], "hip"),
        (["-r", "hip", "-r", "left knee"], "hip or left knee"),
    ],
)
def test_a_place_without_ratings_is_not_called_a_period_without_any(heel, options, place):
    out = heel("report", *options).out
    assert f"There are no ratings of {place} in this period. All places: painlog report\n" in out


def test_a_report_on_several_places_has_these_regions_alone(heel):
    for place in ("neck", "lower back", "right heel"):
        heel("add", place, "3", "--at", LATE)

    def regions(*options):
        found = data(heel("report", "--format", "json", *options))["regions"]
        return sorted((r["region"], r["side"] or "") for r in found)

    assert regions("-r", "left heel", "-r", "neck") == [("heel", "left"), ("neck", "")]
    assert regions("-r", "heel", "-r", "neck") == [
        *[("heel", s) for s in ("left", "right")],
        ("neck", ""),
    ]
    assert regions("-r", "heel", "-r", "hip", "--side", "right") == [("heel", "right")]


def test_several_treatments_show_the_before_and_after_of_each(heel):
    heel("start", "heat", "-r", "left heel", "--on", "2026-03-28")

    def effects(*options):
        found = data(heel("report", "--format", "json", *options))["effects"]
        return sorted(e["treatment"] for e in found)

    assert effects() == effects("-t", "heat", "-t", "stretching") == ["heat", "stretching"]
    assert effects("-t", "heat", "-t", "rest") == ["heat"]
    out = heel("report", "-t", "massage", "-t", "rest").out
    assert "No course and no use of massage therapy or rest" in out


@pytest.mark.parametrize("form", [(), ("--full",), ("--format", "markdown")])
def test_a_treatment_among_chosen_entries_says_why_no_region_is_shown(heel, form):
    heel("take", "sumatriptan", "--at", "2026-03-20")
    out = heel("report", "--max", "4", "-t", "sumatriptan", *form).out
    assert (
        "Nothing is compared for sumatriptan. For the before-and-after leave out --max; for the "
        "regions leave out --treatment." in out
    )
    assert "of 0 rated days" not in out
    assert "Nothing is compared" not in heel("report", "--max", "4", *form).out
    assert "Nothing is compared" not in heel("report", "-t", "stretching", *form).out


def test_a_month_with_medicine_and_without_a_rating_is_called_not_rated(painlog):
    painlog("take", "sumatriptan", "--at", "2026-02-20")
    assert "- Feb 2026" not in painlog("report").out
    painlog("add", "head", "8", "--at", "2026-01-30")
    out = painlog("report").out
    assert "- Jan 2026: pain on 1 of 1 rated day, 1 bad day; acute medicine on 0 days\n" in out
    assert "- Feb 2026: not rated; acute medicine on 1 day\n" in out
    # Of one place, the days with pain are its own and those with medicine are not.
    out = painlog("report", "-r", "head").out
    assert "- Feb 2026: not rated; acute medicine (for anything) on 1 day\n" in out


def test_a_treatment_that_nothing_has_is_said_to_be_missing(heel):
    said = "No course and no use of "
    assert f"{said}heat" in heel("report", "-t", "heat").out
    assert said not in heel("report", "-t", "stretching").out
    assert said not in heel("report", "-t", "heat", "-r", "hip").out
    heel("add", "left heel", "3", "-t", "heat", "--before", "6", "--at", LATE)
    assert said not in heel("report", "-t", "heat").out


def test_uses_are_counted_with_the_ratings_around_them(painlog):
    for day in (1, 4, 7, 10):
        painlog(
            "add", "head", "3", "-t", "rest", "--before", "6", "--at", f"2026-03-{day:02} 20:00"
        )
    (relief,) = data(painlog("report", "--format", "json"))["relief"]
    assert (relief["uses"], relief["rated"], relief["halved"]) == (4, 4, 4)
    lines = painlog("report", "--full").out.splitlines()
    at = lines.index("Head, around a use")
    assert lines[at + 2].startswith("- rest, 4 uses, ")
    assert "- Head, rest: 4 uses, 4 rated: 6.0 before, 3.0 after" in painlog("report").out


def test_ratings_before_the_period_are_told_of(painlog):
    painlog("add", "head", "3", "--at", "2026-03-09 08:00")
    result = painlog("report", "--since", "2026-03-10")
    assert result.code == 0
    assert "There are no ratings in this period." in result.out
    assert "Mon 9 Mar 2026" in result.out


def test_a_course_that_is_not_rated_is_no_error(painlog):
    painlog("start", "heat", "--region", "knee")
    result = painlog("report")
    assert (result.code, result.err) == (0, "")
    assert "no ratings" in result.out


def test_earlier_courses_are_counted_and_shown_when_asked_for(heel):
    heel("stop", "stretching", "--region", "left heel", "--on", "2026-03-10")
    heel("start", "stretching", "--region", "left heel", "--on", "2026-03-20")
    text = heel("report", "--full").out
    assert "Stretching, from Wed 4 Mar 2026" not in text
    assert '1 earlier course: painlog report --treatment "stretching"' in text
    brief = heel("report", "--treatment", "stretching").out
    assert "stretching 4 Mar to 10 Mar: " in brief
    assert "stretching from 20 Mar: " in brief
    text = heel("report", "--full", "--treatment", "stretching").out
    assert "Stretching, from Wed 4 Mar 2026 to Tue 10 Mar 2026" in text
    assert "Stretching, from Fri 20 Mar 2026, in use" in text


def test_medicine_taken_for_another_region_counts_in_a_report_on_the_head(painlog, tmp_path):
    days = [
        f"{month}-{day:02}" for month in ("2026-01", "2026-02", "2026-03") for day in range(1, 11)
    ]
    rows = [
        f"{day} 20:00,{'head' if i % 2 else 'neck'},5,triptan"
        for i, day in enumerate([*days, "2026-03-20", "2026-03-21"])
    ]
    file = tmp_path / "taken.csv"
    file.write_text("\n".join(["felt_at,region,intensity,treatments", *rows]))
    assert painlog("import", str(file)).code == 0
    for place in ([], ["--region", "head"]):
        out = painlog("report", *place).out
        assert "Triptan: taken on 10 days or more in each of Jan, Feb and Mar (10, 10, 12)." in out
    assert "was taken on" not in painlog("report", "--region", "neck").out


def test_the_answer_comes_first_and_what_stands_against_it(heel):
    lines = heel("report", "--since", "2026-02-04").out.splitlines()
    at = lines.index("In short: 28 days before, last 28 in course")
    assert lines[at + 1].startswith(
        "- Left heel, stretching from 4 Mar: 7.0 before, 3.5 in course, likely 3.3 to 3.7 less. "
        "Clearly more than a meaningful drop."
    )
    assert lines.index("Regions") > at


def test_two_that_came_together_are_told_apart_in_no_form(heel):
    heel("start", "heat", "--region", "left heel", "--on", "2026-03-06")
    apart = re.compile("cannot be told apart from heat", re.IGNORECASE)
    for options in ([], ["--full"], ["--format", "markdown"], ["--full", "--format", "markdown"]):
        out = heel("report", *options).out
        assert apart.search(out)
        assert "a meaningful drop" not in out.split("heat")[0]
    effects = data(heel("report", "--format", "json"))["effects"]
    assert {e["treatment"]: e["verdict"] for e in effects}["stretching"] == "confounded"


@pytest.mark.parametrize("options", [[], ["--full"]])
def test_one_treatment_at_one_place_is_all_that_is_told_of(heel, options):
    heel("add", "neck", "5", "right heel", "2", "-t", "heat", "--before", "8", "--at", LATE)
    heel("peg", "6", "5", "7")
    out = heel("report", "-t", "stretching", "-r", "left heel", *options).out
    # The standing advice names what needs no doctor first.
    out, _, _ = out.partition("\nAdvice\n")
    for other in ("neck", "right heel", "heat", "PEG"):
        assert other not in out.casefold().replace("painlog peg", "")
    assert "stretching" in out.casefold()


@pytest.mark.parametrize(
    ("name", "first"),
    [("r.json", "{"), ("r.md", "# Pain report"), ("r.html", "<!DOCTYPE html>"), ("r.txt", "Pain ")],
)
def test_the_ending_of_a_file_chooses_the_format(heel, tmp_path, name, first):
    file = tmp_path / name
    assert heel("report", "-o", str(file)).code == 0
    assert file.read_text("utf-8").lower().startswith(first.lower())


def test_a_format_that_contradicts_the_ending_is_refused(heel, tmp_path):
    file = tmp_path / "r.pdf"
    result = heel("report", "-o", str(file), "--format", "json")
    assert (result.code, result.out) == (2, "")
    assert "ends in .pdf" in result.err
    assert not file.exists()
    assert heel("report", "-o", str(tmp_path / "r.txt"), "--format", "markdown").code == 0


def test_in_a_pipe_there_are_only_words(heel):
    for format_ in ("text", "markdown", "json"):
        out = heel("report", "--format", format_).out
        assert "\x1b" not in out
        assert not [c for c in out if "\u2500" <= c <= "\u259f"]


class Terminal(io.TextIOWrapper):
    """A terminal that keeps what is printed on it."""

    def __init__(self):
        self.written_bytes = io.BytesIO()
        super().__init__(self.written_bytes, encoding="utf-8", newline="")

    def isatty(self):
        return True

    def text(self):
        self.flush()
        return self.written_bytes.getvalue().decode()


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
@pytest.mark.parametrize(
    "command",
    [
        ["demo"],
        ["report"],
        ["report", "--full"],
        ["report", "--since", "1900-01-01"],
        ["explain"],
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(heel, monkeypatch, width, term, command):
    heel("consult", "--note", "a note that is rather long, and " * 9)
    from painlog.cli.app import main

    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(command) == 0
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.text()).splitlines()
    assert "\x1b" not in "".join(lines)
    assert [line for line in lines if len(line) > width] == []


def test_every_caution_is_in_every_form(painlog, tmp_path):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("start", "massage therapy", "--region", "head", "--on", "2026-02-27")
    painlog("start", "propranolol", "--region", "head", "--on", "2026-03-01")
    rows = [f"2026-{day} 12:00,head,8" for day in ("02-10", "02-11", "02-20", "03-10", "03-20")]
    file = tmp_path / "head.csv"
    file.write_text("\n".join(["felt_at,region,intensity", *rows]))
    assert painlog("import", str(file)).code == 0
    found = data(painlog("report", "--format", "json"))
    cautions = [c for effect in found["effects"] for c in effect["cautions"]]
    assert {"assumed-days", "other-change"} <= {c["code"] for c in cautions}
    page = tmp_path / "page.html"
    assert painlog("report", "--format", "html", "--output", str(page)).code == 0
    said = {
        "text": painlog("report", "--full").out,
        "markdown": painlog("report", "--full", "--format", "markdown").out,
        "page": html.unescape(page.read_text(encoding="utf-8")),
    }
    for form, text in said.items():
        # What the person can still do about too few days is not for the clinician.
        texts = [c["text"].partition(". ")[0] if form == "page" else c["text"] for c in cautions]
        assert (form, [each for each in texts if each not in text]) == (form, [])


# medicines of which nobody said what for

UNSAID = (
    "Head: on 2 of the days that count as without pain a painkiller was logged, and not what for, "
    "so there may be more pain days."
)


def test_a_report_says_how_many_days_without_pain_have_a_painkiller_for_who_knows_what(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "7", "--at", "2026-03-10 09:00", "--lasted", "2h")
    painlog("add", "left head", "7", "--at", "2026-03-12 09:00", "--lasted", "2h")
    for day in (9, 10, 12, 14, 16):
        painlog("take", "ibuprofen 400 mg", "--at", f"2026-03-{day} 20:00")
    painlog("take", "ibuprofen 400 mg", "--for", "neck", "--at", "2026-03-18")
    painlog("take", "vitamin D", "--at", "2026-03-20")
    only = "report", "-r", "head", "--side", "none"
    for words in (only, (*only, "--full"), (*only, "--full", "--format", "markdown")):
        assert UNSAID in " ".join(painlog(*words).out.split())
    assert UNSAID in painlog(*only, "--format", "html").out
    regions = json.loads(painlog("report", "--format", "json").out)["regions"]
    # No side is one that hurt on another day of the region.
    assert [(r["side"], r["unsaid_days"]) for r in regions] == [(None, 2), ("left", 2)]
    painlog("edit", "u4", "--region", "head")
    assert UNSAID.replace("on 2", "on 1") in " ".join(painlog(*only).out.split())
    painlog("edit", "u5", "--region", "head")
    assert "not what for" not in painlog(*only).out


def test_an_earlier_course_is_named_where_only_the_latest_is_told_of(painlog):
    for day in range(1, 31):
        painlog("add", "left heel", "6" if day < 20 else "4", "--at", f"2026-03-{day:02}")
    for start, end in (("2026-03-05", "2026-03-12"), ("2026-03-20", None)):
        painlog("start", "stretching", "-r", "left heel", "--on", start)
        if end:
            painlog("stop", "stretching", "-r", "left heel", "--on", end)
    out = painlog("report").out
    assert "- Left heel, stretching from 20 Mar (1 earlier course): " in out
    assert "earlier course" not in painlog("report", "-t", "stretching", "--full").out


def test_the_sides_of_a_region_have_a_line_together_in_every_format(painlog, tmp_path):
    painlog("regions", "set", "head", "--diary", "attacks")
    for place, day in (("left head", 10), ("right head", 12), ("head (both)", 12)):
        painlog("add", place, "6", "--at", f"2026-03-{day}")
    painlog("add", "head", "6", "--no-side", "--at", "2026-03-20")
    painlog("add", "head", "0", "--no-side", "--at", "2026-03-20 20:00")
    said = "Head, all sides: pain on 3 of 22 rated days of the last 28."
    page = tmp_path / "report.html"
    painlog("report", "--format", "html", "-o", str(page))
    for words in ((), ("--full",), ("--format", "markdown")):
        assert said in painlog("report", *words).out
    assert said in page.read_text()
    report = json.loads(painlog("report", "--format", "json").out)
    [together] = report["all_sides"]
    assert together == {
        "region": "head",
        "sides": [None, "both", "left", "right"],
        "rated_days": 22,
        "pain_days": 3,
        "last_28_rated_days": 22,
        "last_28_pain_days": 3,
    }
    assert [region["all_attacks"] for region in report["regions"]] == [1, 1, 1, 1]
    assert "1 attack; no end was logged." in painlog("report", "--full").out
    fix = "painlog edit --region head --clear side"
    assert f"counts as 4 places. If it is the same pain: {fix}" in painlog("report").out
    assert painlog(*fix.split()[1:], "--yes").code == 0
    assert "all sides" not in painlog("report").out


def test_an_attack_that_went_on_for_hours_counts_as_much_as_one_that_was_soon_over(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    for day, until in ((2, "10:30"), (5, "19:00"), (8, "19:00")):
        began = f"2026-03-{day:02} 09:00"
        painlog("add", "head", "7", "--from", began, "--until", until, "-t", "sumatriptan 50 mg")
    assert (
        "Head, sumatriptan 50 mg: 3 uses, none rated; attack over within 2 hours in 1 of the 3 "
        "whose end is known."
    ) in " ".join(painlog("report").out.split())
    (relief,) = data(painlog("report", "--format", "json"))["relief"]
    assert (relief["rated"], relief["gone"]) == (0, 0)
    assert (relief["with_end"], relief["over_within_2_hours"]) == (3, 1)


def test_an_attack_that_lasts_beyond_the_period_is_whole_and_later_days_are_in_no_other_figure(
    painlog,
):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "-t", "sumatriptan 50 mg", "--at", "2026-03-10 23:00")
    painlog("add", "head", "9", "--at", "2026-03-11 00:30")
    assert "lasted 9 h" in painlog("over", "head", "--at", "2026-03-11 08:00").out
    painlog("add", "head", "4", "--from", "2026-03-12 10:00", "--until", "2026-03-12 11:00")
    for days in (("--until", "2026-03-10"), ("--on", "2026-03-10")):
        text = " ".join(painlog("report", "--full", *days).out.split())
        assert "1 entry on 1 of 1 day" in text
        assert "1 pain day, worst 8. 1 attack with an end: 9 h." in text
        assert "attack over within 2 hours in 0 of the 1 whose end is known." in text
        found = data(painlog("report", "--format", "json", *days))
        (head,), (attacks,), (relief,) = found["regions"], found["attacks"], found["relief"]
        assert (head["entries"], head["rated_days"], head["worst"]) == (1, 1, 8)
        assert (head["all_attacks"], attacks["attacks"], attacks["hours"]) == (1, 1, [9.0])
        assert (relief["with_end"], relief["over_within_2_hours"]) == (1, 0)
    exported = painlog("export", "--what", "attacks", "--on", "2026-03-10", "--format", "json").out
    assert [one["hours"] for one in json.loads(exported)["attacks"]] == [9.0]


def test_a_filter_of_entries_leaves_an_attack_its_whole_length(painlog):
    painlog("regions", "set", "head", "--diary", "attacks")
    painlog("add", "head", "8", "-q", "throbbing", "--at", "2026-03-10 20:00")
    painlog("add", "head", "5", "--from", "2026-03-10 23:00", "--until", "2026-03-11 04:00")
    painlog("add", "head", "3", "--from", "2026-03-20 10:00", "--until", "2026-03-20 11:00")
    until = "--until", "2026-03-10"
    for words, hours, entries in (
        (("--min", "8"), [8.0], 1),
        (("--max", "5"), [1.0, 8.0], 2),
        (("--quality", "throbbing"), [8.0], 1),
        (("--quality", "throbbing", *until), [8.0], 1),
        (("--max", "5", *until), [8.0], 1),
    ):
        found = data(painlog("report", "--format", "json", *words))
        (head,), (attacks,) = found["regions"], found["attacks"]
        assert (attacks["hours"], head["entries"]) == (hours, entries)
        exported = painlog("export", "--what", "attacks", *words, "--format", "json").out
        assert sorted(one["hours"] for one in json.loads(exported)["attacks"]) == hours
