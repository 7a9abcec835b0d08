"""What else could explain a change: the sentence of each caution."""

from collections.abc import Mapping
from datetime import date

from painlog.analysis.cautions import Caution, Code


def sentence(caution: Caution) -> str:
    """The caution in plain words, with what the person can do about it."""
    text = reason(caution)
    return text + _what_is_missing(caution.facts) if caution.code == "not-enough-days" else text


def reason(caution: Caution) -> str:
    """The caution in plain words, for anyone who reads the figures."""
    words = {name: _in_words(value) for name, value in caution.facts.items()}
    text = _SENTENCES[caution.code].format(**words)
    return text[:1].upper() + text[1:]


_SENTENCES: Mapping[Code, str] = {
    "not-enough-days": "Not enough days to compare: {before} rated {before_name} and {after} "
    "{after_name}; {fewest} are needed on each side.",
    "few-days": "Few days: {before} rated {before_name} and {after} {after_name}. The numbers may "
    "still move a lot.",
    "falling-before": "The pain was already falling {which} (Kendall's tau {tau}). With that taken "
    "off, Tau-U is {tau_u}.",
    "baseline-peak": "The days {which} began at a peak: the first {days} rated ones were {points} "
    "points above the rest. Pain tends to come down from a peak by itself.",
    "start-peak": "The days {which} ended at a peak: the last {days} rated ones were {points} "
    "points above the rest. Pain tends to come down from a peak by itself.",
    "other-change": "{treatment} {what} on {day}, within 7 days of this start. The ratings cannot "
    "tell the two apart.",
    "other-treatment": "{treatment} was not in use before, but on {days} of the {rated} rated days "
    "in course. The ratings cannot tell the two apart.",
    "missing-days": "Many days are missing: {rated} of {days} days {which} are rated. The others "
    "may have been different.",
    "only-sessions": "The days {which} were rated only at sessions, which says little about the "
    "days between them.",
    "no-percent": "The mean {which} is 0, and nothing can be told in percent of 0.",
}


def _what_is_missing(facts: Mapping[str, object]) -> str:
    before, after, fewest = (int(str(facts[name])) for name in ("before", "after", "fewest"))
    # The days before are over; they can only be added from memory or from other notes.
    over = facts["before_name"] == "before" and before < fewest
    lacking = [
        f"{fewest - number} more {'day' if fewest - number == 1 else 'days'} {name}"
        for number, name in ((before, facts["before_name"]), (after, facts["after_name"]))
        if number < fewest and not (over and name == "before")
    ]
    text = f" Rate {' and '.join(lacking)}, and this can be compared." if lacking else ""
    return " Days before that you noted elsewhere can be added with --at." + text if over else text


def _in_words(value: object) -> str:
    if isinstance(value, float):
        # Zero is added so that what rounds to it has no sign.
        return f"{round(value, 2) + 0:.2f}" if abs(value) < 1 else f"{value:.1f}"
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    return "-" if value is None else str(value)
