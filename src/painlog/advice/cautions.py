"""What else could explain a change: the sentence of each caution."""

from collections.abc import Mapping
from datetime import date

from painlog.analysis.arithmetic import rounded
from painlog.analysis.cautions import Caution, Code
from painlog.model.names import day_in_words, sentence_start


def sentence(caution: Caution) -> str:
    """Return the caution in plain words, with what the person can do about it."""
    text = reason(caution)
    return text + _what_is_missing(caution.facts) if caution.code == "not-enough-days" else text


def reason(caution: Caution) -> str:
    """Return the caution in plain words, for anyone who reads the figures."""
    words = {name: _in_words(value) for name, value in caution.facts.items()}
    if caution.code == "not-enough-days" and _is_cut(caution.facts):
        cut = ", since {cut_by} {cut_what} on {cut_on},".format(**words)
        words["before_name"] += cut
    text = _SENTENCES[caution.code].format(**words)
    return sentence_start(text)


_SENTENCES: Mapping[Code, str] = {
    "not-enough-days": "Not enough days to compare: {before} rated {before_name} and {after} "
    "{after_name}; {fewest} are needed on each side.",
    "few-days": "Few days: {before} rated {before_name} and {after} {after_name}. The numbers may "
    "still move a lot.",
    "falling-before": "The pain was already falling {which} (Kendall's tau {tau}): the change may "
    "be the same fall going on.",
    "rising-before": "The pain was already rising {which} (Kendall's tau {tau}): the change may be "
    "the same rise going on.",
    "baseline-peak": "The days {which} began at a peak: the first {days} rated ones were {points} "
    "points above the rest. Pain tends to come down from a peak by itself.",
    "start-peak": "The days {which} ended at a peak: the last {days} rated ones were {points} "
    "points above the rest. Pain tends to come down from a peak by itself.",
    "high-before": "The {rated} rated days {which} average {mean}: people tend to begin when it is "
    "worst, and the worst tends to pass by itself.",
    "few-before": "Only {rated} rated days {which}, and then a drop: people begin when it is "
    "worst, and the worst tends to pass by itself.",
    "weekends": "{before} of {before_rated} rated days {before_name} and {after} of {after_rated} "
    "{after_name} are weekend days. Weekends may hurt more or less than other days.",
    "long-between": "{weeks} weeks lie between the days {before_name} and the days {after_name}. "
    "Much else may have changed in that time.",
    "as-needed": "No start of {treatment} was logged, so the days are those from its first use to "
    "7 days after its last. If it is used when pain is high, they are not days before and after a "
    "start.",
    "named-on-bad-days": "The days with {treatment} average {named}, the days without it "
    "{unnamed}. What is used because it hurts has such days, so they cannot say what it does.",
    "other-change": "{treatment} {what} on {day}, within 7 days of this start. The ratings cannot "
    "tell the two apart.",
    "ended-before": "{treatment} ended on {day}, within 7 days before days {which} began. What it "
    "did may reach into those days.",
    "other-treatment": "{treatment} was in use on {before} of the {before_rated} rated days "
    "before, and on {after} of the {after_rated} in course. The ratings cannot tell the two apart.",
    "other-dose": "{treatment} was at {first_doses} {first}, and at {second_doses} {second}. The "
    "ratings cannot tell the dose from the rest.",
    "other-factor": "{factor} was yes on {before} of {before_answered} answered days "
    "{before_name}, and on {after} of {after_answered} {after_name}. Days with it average "
    "{with_it}, days without it {without_it}. The ratings cannot tell the two apart.",
    "also-used": "{treatment} was also used now and then: on {before} of {before_rated} rated days "
    "{before_name}, and on {after} of {after_rated} {after_name}.",
    "assumed-days": "{days} of {rated} days have no entry and count as days without pain, because "
    "every attack is written down.",
    "missing-days": "Many days are missing: {rated} of {days} days {which} are rated. The others "
    "may have been different.",
    "only-around-uses": "On {days} of {rated} days {which} the only ratings were made when a "
    "treatment was used; that says little about the rest of the day.",
    "no-percent": "The mean {which} is 0, so the change has no percentage.",
}


def _is_cut(facts: Mapping[str, object]) -> bool:
    """Tell whether the days before are few because another treatment came or went."""
    return bool(facts.get("cut_by")) and int(str(facts["before"])) < int(str(facts["fewest"]))


def _what_is_missing(facts: Mapping[str, object]) -> str:
    """Say what can still be done: days that are over can only be added from other notes."""
    if _is_cut(facts):
        return " Something else was done before that, so those days are not compared."
    fewest = int(str(facts["fewest"]))
    lacking = {
        str(facts[f"{side}_name"]): fewest - rated
        for side in ("before", "after")
        if (rated := int(str(facts[side]))) < fewest
    }
    over = [
        name
        for side in ("before", "after")
        if (name := str(facts[f"{side}_name"])) in lacking and facts[f"{side}_over"]
    ]
    if facts.get("never_followed"):
        return ""
    if over:
        return (
            f" Add days {' and '.join(over)}, if you noted them elsewhere, with --at, or compare a "
            "later restart."
        )
    days = [f"{n} more {'day' if n == 1 else 'days'} {name}" for name, n in lacking.items()]
    return f" Rate {' and '.join(days)}, and this can be compared."


def _in_words(value: object) -> str:
    if isinstance(value, float):
        return f"{rounded(value, 2):.2f}" if abs(value) < 1 else f"{rounded(value):.1f}"
    if isinstance(value, date):
        return day_in_words(value)
    return "-" if value is None else str(value)
