"""Two anti-inflammatory painkillers together get a word, once, and a line of the report."""

GUIDANCE = (
    "Public guidance is that nobody takes two of them together without talking to a doctor or "
    "pharmacist, because side effects become more likely (NHS, Taking diclofenac with other "
    "medicines). If they were prescribed to you together, go by what your prescriber said."
)
BOTH = (
    f"! Diclofenac and naproxen are or contain anti-inflammatory painkillers (NSAIDs). {GUIDANCE}"
)


def told(result):
    return [line for line in result.out.splitlines() if line.startswith("! ")]


def test_the_second_that_is_taken_within_a_course_is_told_once(painlog):
    assert told(painlog("start", "naproxen", "500 mg", "-r", "heel", "--on", "2026-03-01")) == []
    assert told(painlog("take", "diclofenac", "50 mg")) == [BOTH]
    assert told(painlog("take", "diclofenac", "50 mg", "--at", "20:00")) == []
    assert told(painlog("take", "diclofenac gel")) == []


def test_the_second_of_a_day_and_of_one_entry_is_told(painlog):
    painlog("take", "naproxen", "--at", "2026-03-30 08:00")
    assert told(painlog("take", "diclofenac", "--at", "2026-03-29 08:00")) == []
    result = painlog("add", "heel", "5", "-t", "diclofenac", "--at", "2026-03-30 12:00")
    assert told(result) == [BOTH]
    both = ("-t", "ibuprofen", "-t", "paracetamol", "-t", "naproxen")
    (one,) = told(painlog("add", "neck", "5", *both, "--at", "2026-03-31 09:00"))
    assert one.startswith("! Ibuprofen and naproxen are or contain")


def test_a_course_that_begins_within_another_is_told_and_a_new_dose_is_not(painlog):
    painlog("start", "naproxen", "-r", "heel", "--on", "2026-03-01")
    result = painlog("start", "diclofenac", "50 mg", "-r", "neck", "--on", "2026-03-10")
    assert told(result) == [BOTH]
    assert told(painlog("start", "diclofenac", "75 mg", "-r", "neck", "--on", "2026-03-20")) == []


def test_an_edit_that_brings_a_second_is_told(painlog):
    painlog("take", "naproxen")
    painlog("take", "paracetamol", "500 mg")
    assert told(painlog("edit", "u2", "-t", "diclofenac")) == [BOTH]
    assert told(painlog("edit", "u2", "--dose", "50 mg")) == []


def test_the_report_says_on_how_many_days_they_were_in_use(painlog):
    painlog("add", "heel", "5", "--at", "2026-03-01")
    painlog("start", "naproxen", "-r", "heel", "--on", "2026-03-01")
    for day in ("03", "09"):
        painlog("take", "diclofenac", "--at", f"2026-03-{day} 09:00")
    said = (
        "- Diclofenac and naproxen are or contain anti-inflammatory painkillers (NSAIDs): in use "
        "together on 2 days, the last of them 9 Mar 2026."
    )
    assert f"{said} {GUIDANCE}\n" in painlog("report").out
    painlog("take", "ibuprofen")
    assert (
        "- Diclofenac, ibuprofen and naproxen are or contain anti-inflammatory painkillers "
        "(NSAIDs): two of them or more in use together on 3 days, the last of them 31 Mar 2026."
    ) in painlog("report").out
