"""A trial of one's own to take away: its days as CSV, and the items of CENT 2015 as Markdown.

CENT 2015 (Vohra et al., BMJ 350:h1738; Shamseer et al., BMJ 350:h1793) says what a report on a
trial of one person should hold.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from painlog.advice.standing import WHOLE
from painlog.advice.trials import not_counted, trial_caution
from painlog.analysis.arithmetic import p_in_words
from painlog.analysis.days import RatedDay
from painlog.analysis.trials import ArmDays, TrialReading
from painlog.formats.journal_csv import guard
from painlog.model.contents import Consultation

COLUMNS = ("day", "block", "pair", "arm", "treatment", "counted", "rating")


def trial_csv(reading: TrialReading, days: Sequence[RatedDay], today: date) -> str:
    """Return the days of a trial, a row each; without ratings until its last day is past."""
    rated = {d.day: d.mean for d in days} if reading.trial.is_over(today) else {}
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    last = reading.trial.stopped_on or reading.trial.ends_on
    for block in reading.blocks:
        for n in range((block.last - block.first).days + 1):
            day = block.first + timedelta(days=n)
            if day > last:
                return file.getvalue()
            mean = rated.get(day)
            writer.writerow(
                [
                    day.isoformat(),
                    block.number,
                    block.pair,
                    block.arm,
                    guard(reading.trial.of_arm(block.arm)),
                    int(day >= block.counted_from),
                    "" if mean is None else f"{mean:.10g}",
                ]
            )
    return file.getvalue()


def cent_items(reading: TrialReading, visit: Consultation | None) -> Iterator[str]:
    """Yield the items of CENT 2015 that painlog can answer, as lines of Markdown.

    Items that painlog cannot know, such as the diagnosis, are marked for the clinician to add.
    """
    trial = reading.trial
    yield f"# N-of-1 trial: {_md(trial.a)} against {_md(trial.b)}, {_md(trial.place)}"
    yield ""
    yield "Items of CENT 2015 (BMJ 350:h1738) from a pain journal; numbers are those of its list."
    for item, text in (*_design(reading, visit), *_conduct(reading), *_results(reading)):
        yield ""
        yield f"**{item}.** {text}"
    yield ""
    yield WHOLE.text


def _design(reading: TrialReading, visit: Consultation | None) -> Iterator[tuple[str, str]]:
    trial = reading.trial
    agreed = f"{trial.agreed_on}" + (f": {_md(visit.note)}" if visit and visit.note else "")
    agreed += "" if visit else ", which is no longer in the journal"
    days = "1 day" if trial.block_days == 1 else f"{trial.block_days} days"
    left_out = not_counted(trial)
    uncounted = f"{left_out} (washout by analysis)" if left_out else ", all counted"
    yield (
        "2a.2, 2b Why such a trial, and the question",
        (
            "A before-and-after of one person cannot tell a treatment from the passing of time. "
            f"The question is whether pain in the {_md(trial.place)} differs between "
            f"A ({_md(trial.a)}) and B ({_md(trial.b)})."
        ),
    )
    yield (
        "3a Design",
        (
            f"{trial.pairs} pairs of periods, each pair one of A and one of B in random order; "
            f"each period {days}{uncounted}; no run-in. Planned "
            f"{trial.starts_on} to {trial.ends_on}."
        ),
    )
    again = (
        f"Stopped by the person on {caution.facts['day']} and taken up again."
        for caution in reading.cautions
        if caution.code == "looked-at"
    )
    mixed = (trial_caution(c) for c in reading.cautions if c.code in ("own-course", "own-use"))
    stopped = [f"Stopped by the person on {trial.stopped_on}."] if trial.stopped_on else []
    yield "3b Changes after the start", _md(" ".join([*again, *mixed, *stopped])) or "None."
    yield "4a Diagnosis, other conditions and treatments", "For the clinician to add."
    yield (
        "4c Research or care",
        f"No research: a person's own trial, agreed to at the visit of {agreed}".rstrip(".") + ".",
    )
    yield "5 Interventions", f"A: {_md(trial.a)}. B: {_md(trial.b)}. Chosen by the person."


def _conduct(reading: TrialReading) -> Iterator[tuple[str, str]]:
    trial = reading.trial
    yield (
        "6a Outcome",
        (
            "Pain intensity, 0 to 10 (11-point numeric rating scale), rated by the person; the "
            "mean of a day, then of the counted days of a period."
        ),
    )
    yield (
        "7a Number of periods",
        (
            f"{2 * trial.pairs}. With {trial.pairs} pairs the smallest two-sided result is "
            f"{p_in_words(2 / 2**trial.pairs)}."
        ),
    )
    seed = "Seed given" if trial.seed_given else "Seed drawn by painlog"
    yield (
        "8, 9, 10 Randomisation",
        (
            f"{seed}: {_md(trial.seed)}. Drawing {trial.draws} of this question. Pair i is B "
            'first where the first byte of SHA-256 of "seed/i" is 128 or more. Order drawn: '
            f"{', '.join(reading.order)}. The person can see the order from the start."
        ),
    )
    yield "11 Blinding", "None."
    yield (
        "12 Analysis",
        (
            "Exact sign-flip test of the differences within pairs, as drawn; interval by inversion "
            "of the test. A pair counts where both periods have half of their counted days rated."
        ),
    )
    yield "23, 24 Registration and protocol", f"None public; planned on {trial.planned_on}."


def _results(reading: TrialReading) -> Iterator[tuple[str, str]]:
    test = reading.test
    yield (
        "13 Periods completed",
        f"{reading.used} of {reading.trial.pairs} pairs can be used. {_arms(reading.arms)}"
        if reading.pairs
        else f"The trial is {reading.status}; nothing is compared before its last day is past.",
    )
    for pair in reading.pairs:
        a, b, apart = (
            "-" if value is None else f"{float(value):.2f}"
            for value in (pair.a, pair.b, pair.difference)
        )
        yield f"17a Pair {pair.number} ({pair.order})", f"A {a}, B {b}, B minus A {apart}."
    if test is not None:
        ends = "none (fewer than 6 pairs)"
        if test.interval and test.confidence is not None:
            low, high = (f"{float(end):.2f}" for end in test.interval)
            ends = f"{low} to {high} ({100 * float(test.confidence):.1f} %)"
        yield (
            "17a Estimate",
            (
                f"B minus A: {float(test.estimate):.2f} points, interval {ends}; "
                f"{p_in_words(float(test.p))} ({test.as_big} of {test.orders} orders)."
            ),
        )
    yield (
        "19 Harms",
        (
            "A warning sign was written down during the trial."
            if any(c.code == "warning-sign" for c in reading.cautions)
            else "No warning sign was written down in the journal during the trial."
        ),
    )
    said = " ".join(trial_caution(c, to_clinician=True) for c in reading.cautions)
    yield "20 Limitations", _md(said) or "Not yet."


def _arms(arms: Sequence[ArmDays]) -> str:
    return " ".join(
        f"{arm.arm}: {arm.rated} of {arm.counted} counted days rated, as planned on "
        f"{arm.as_planned} of {arm.answered} days answered, acute medicine on "
        f"{arm.medicine_days}{_in_course(arm)}."
        for arm in arms
    )


def _in_course(arm: ArmDays) -> str:
    return f" logged, in course on {arm.course_days}" if arm.course_days else ""


def _md(text: str) -> str:
    """Return a stored text as one line of Markdown without markup."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return re.sub(r"([\\`*_\[\]<>|~&$#])", r"\\\1", plain)
