"""The words of a report, explained in two or three plain sentences, with their source."""

from collections.abc import Iterable
from dataclasses import dataclass

from painlog.errors import NotUnderstoodError
from painlog.model.names import did_you_mean, nearest, normal, singular


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a report, other words for it, what it means, and the source of that."""

    name: str
    text: str
    source: str = ""
    synonyms: tuple[str, ...] = ()


_SERIAL = "Tang & Landes 2020, arXiv 1904.01622"
_FARRAR = "Farrar et al. 2001, Pain 94:149–158"
_SALAFFI = "Salaffi et al. 2004, Eur J Pain 8:283–291"

TERMS: tuple[Term, ...] = (
    Term(
        "intensity",
        "How much it hurts, as a whole number from 0 (no pain) to 10 (worst pain imaginable): the "
        "11-point numeric rating scale. The distance between two numbers is called a point.",
        synonyms=("NRS-11", "NRS", "rating", "numeric rating scale", "points", "scale"),
    ),
    Term(
        "rated day",
        "A day with at least one rating of a region and side. Several ratings of a day count as "
        "one, their mean, because days and not clicks are what is compared.",
        synonyms=("daily mean", "mean", "day"),
    ),
    Term(
        "course",
        "The days on which a treatment is in use for a region, from `painlog start` to `painlog "
        "stop`. Where you never typed start, the first entry that names the treatment begins a "
        "course, and it ends 7 days after the last such entry.",
        synonyms=("in course", "in use", "earlier course"),
    ),
    Term(
        "regimen",
        "All treatments in course for a region on one day, together.",
    ),
    Term(
        "phase",
        "A run of days with the same regimen. A phase with no treatment at all is a baseline.",
        synonyms=("baseline",),
    ),
    Term(
        "before and in course",
        "Before: the rated days of the phase just before a course starts, at most 28 calendar days "
        "back. In course: the rated days of its last 28 calendar days. `--window` changes the 28.",
        synonyms=("before", "after", "window", "before and after"),
    ),
    Term(
        "session",
        "An entry that names a treatment and the intensity before it. The change right after it is "
        "shown apart, with the next day against the intensity before, where 3 or more are rated. "
        "Sessions are held when pain is high, which then tends to come down by itself.",
    ),
    Term(
        "change",
        "The mean of the days in course minus the mean of the days before, in points. Less is less "
        "pain. In percent it is told of the mean before.",
        synonyms=("percent", "points less", "points more", "no change"),
    ),
    Term(
        "interval",
        "The change that was seen is one draw: other days would have given another. Intervals made "
        "this way hold the true change in about 90 to 96 of 100 drawn journals whose pain has a "
        "steady level; in fewer with only 3 to 6 days a side, with very much carry-over, or where "
        "the level drifts. It allows for the fact that one day's pain carries over to the next, "
        "which the usual interval does not.",
        _SERIAL,
        ("95 % interval", "confidence interval", "likely between", "uncertainty", "95 %", "CI"),
    ),
    Term(
        "carry-over",
        "How much a day's pain resembles the day before, from 0 (not at all) to 1: the lag-1 "
        "autocorrelation of the daily means. With much carry-over, ten days tell as much as a few "
        "independent ones, and the interval is wider.",
        _SERIAL,
        ("autocorrelation",),
    ),
    Term(
        "meaningful drop",
        "The minimal clinically important difference (MCID): a drop of 2 points or of 30 %, "
        "whichever is reached first, is what people with chronic pain call much improved. Under 1 "
        "point people hardly notice a change, so painlog never asks for less.",
        f"{_FARRAR}; {_SALAFFI}",
        ("MCID", "minimal clinically important difference", "meaningful change", "much improved"),
    ),
    Term(
        "verdict",
        "What the whole interval, not only its middle, says of a meaningful drop. Clearly more: "
        "even its weak end is one. About: all of it is a drop, and a meaningful one lies in it, "
        "but smaller ones, too. Less: all of it is a drop short of a meaningful one. Little "
        "change: it holds no change, and no meaningful one up or down. No drop: no change or a "
        "rise, but no meaningful drop. Worse: all of it is a rise. Cannot tell: it reaches from a "
        "meaningful drop to no change or more pain.",
        "painlog's own words; the size of a meaningful drop is explained there",
        (
            "clearly more",
            "about",
            "less",
            "little change",
            "no drop",
            "no meaningful drop",
            "worse",
            "more pain",
            "cannot tell",
            "cannot tell yet",
        ),
    ),
    Term(
        "NAP",
        "Nonoverlap of all pairs: take every day before with every day in course, and count the "
        "share of pairs in which the later day hurt less; ties count half. 0.50 is no difference, "
        "1.00 is every single pair. It says how often, not how much.",
        "Parker & Vannest 2009; interval: Newcombe 2006, method 5",
        ("nonoverlap of all pairs", "day pairs", "nonoverlap", "pairs", "ties", "hurt less"),
    ),
    Term(
        "Tau-U",
        "NAP as a number from -1 to 1, where more than 0 is less pain, with part of the trend of "
        "the days before taken off: the less of it, the more days there are in course. On one "
        "straight fall, with nothing done, it is still about 0.5 with as many days in course as "
        "before, and over 0.8 with three times as many.",
        "Parker, Vannest, Davis & Sauber 2011, Behav Ther 42:284–299",
    ),
    Term(
        "Kendall's tau",
        "How steadily the days before went one way, from -1 (every later day hurt less) over 0 (no "
        "trend) to 1.",
        "Kendall 1945, Biometrika 33:239–251",
        ("kendall", "tau", "trend before"),
    ),
    Term(
        "trend in course",
        "The middle one of the slopes between all pairs of days in course (Theil–Sen), in points a "
        "week, with its 95 % interval. Single odd days hardly move it. With fewer than 7 rated "
        "days there is none. Where most pairs of days are equal, whole points can show no slope: a "
        "small one may be there all the same.",
        "Sen 1968, J Am Stat Assoc 63:1379–1389; carry-over: Yue & Wang 2004, Water Resour Manag "
        "18:201–218",
        ("theil-sen", "slope", "trend", "trend since", "a week"),
    ),
    Term(
        "regression to the mean",
        "People tend to start something when it is at its worst. Days after an extreme one are "
        "mostly nearer to the usual again, with any treatment or none.",
        synonyms=("peak",),
    ),
    Term(
        "not-enough-days",
        "Caution: fewer than 3 rated days on one side. No number is printed, because any would "
        "pretend.",
    ),
    Term(
        "few-days",
        "Caution: fewer than 7 rated days on one side. The numbers may still move a lot.",
    ),
    Term(
        "falling-before",
        "Caution: with 5 rated days or more before, Kendall's tau of these days is -0.3 or lower. "
        "The pain was on its way down before anything was started, and a drop may be the same fall "
        "going on.",
    ),
    Term(
        "rising-before",
        "Caution: with 5 rated days or more before, Kendall's tau of these days is 0.3 or higher. "
        "The pain was on its way up before anything was started, and a rise may be the same rise "
        "going on.",
    ),
    Term(
        "baseline-peak",
        "Caution: the change is a drop, and the first 3 rated days before average 1 point or more "
        "above the rest of them (7 days or more). People begin a diary when it is bad. See: "
        "regression to the mean.",
    ),
    Term(
        "start-peak",
        "Caution: the change is a drop, and the last 3 rated days before average 1 point or more "
        "above the rest of them (7 days or more). People begin a treatment when it is bad. See: "
        "regression to the mean.",
    ),
    Term(
        "high-before",
        "Caution: the change is a drop, and the days before are fewer than 14 and average 7 or "
        "more. So few days tell of a bad time and not of the usual level. See: regression to the "
        "mean.",
    ),
    Term(
        "long-between",
        "Caution: more than 8 weeks lie between the days before and the days in course that are "
        "compared. Seasons, jobs, sleep and much else change in that time.",
    ),
    Term(
        "as-needed",
        "Caution: a medicine that your entries name, and that you never started with painlog "
        "start. Days with a medicine for bad hours are bad days, whatever it does. What is taken "
        "every day can be started: painlog start",
    ),
    Term(
        "other-change",
        "Caution: another treatment for the region started or ended within 7 days of this start. "
        "The ratings cannot tell which of the two a change belongs to, or whether to either.",
    ),
    Term(
        "other-treatment",
        "Caution: another treatment was in course on days in course of this one, and not before.",
    ),
    Term(
        "missing-days",
        "Caution: fewer than half of the calendar days on one side are rated. If you rate on bad "
        "days only, or on good ones only, every number is off.",
    ),
    Term(
        "only-sessions",
        "Caution: on a third of the rated days of one side or more, every rating was made at a "
        "session. Right after a treatment is not an ordinary moment.",
    ),
    Term(
        "no-percent",
        "Caution: the mean that a change would be told in percent of is 0. The change in points "
        "stands.",
    ),
    Term(
        "pain day",
        "A day whose worst rating is 1 or more. On a bad day it is 7 or more. The intensity before "
        "a treatment counts here as well; the mean of a day leaves it out.",
        synonyms=("bad day",),
    ),
    Term(
        "PEG",
        "Three questions about the past week, each answered from 0 to 10: how strong the pain was "
        "on average, and how much it got in the way of enjoyment of life and of general activity. "
        "The score is their mean; more is worse. About 1 point is the smallest change that matters "
        "to people (most estimates are 1 to 1.75). The report compares the latest with the first, "
        "and with the last one answered 28 to 42 days before it. To answer: painlog peg",
        "Krebs 2009, J Gen Intern Med 24:733–738; smallest change that matters: Reed 2024, J Pain "
        "25:142–152",
        ("PEG scale", "PEG score", "three questions"),
    ),
    Term(
        "medicine overuse",
        "For headache, taking a medicine on 10 days a month or more (triptans, opioids, "
        "ergotamine, combination painkillers) or 15 (paracetamol, aspirin, anti-inflammatories) "
        "for over three months is a line worth talking about with a clinician. painlog counts "
        "the days on which entries name it, those of one class together, in three whole months in "
        "a row and in the present one.",
        "ICHD-3, 8.2",
        ("overuse", "medication overuse", "overuse line"),
    ),
    Term(
        "red flag",
        "A sign that needs care now and not a diary. All of them: painlog redflags.",
        "NHS pages on back pain and on headaches",
        ("warning sign",),
    ),
)


def find_term(text: str, terms: Iterable[Term] = TERMS) -> Term:
    """Return the term that a word stands for, such as "nap" or "MCID".

    Raises:
        NotUnderstoodError: if it is none; up to three are suggested.
    """
    terms = tuple(terms)
    forms = {normal(s): term.name for term in terms for s in (*term.synonyms, term.name)}
    by_name = {term.name: term for term in terms}
    for form in (whole := normal(text), singular(whole)):
        if form in forms:
            return by_name[forms[form]]
    raise NotUnderstoodError(
        f'"{text}" is not explained here.{did_you_mean(nearest(text, forms))} '
        "See all words with: painlog explain"
    )
