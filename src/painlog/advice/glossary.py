"""The words of a report, explained in two or three plain sentences, with their source."""

from collections.abc import Iterable

from painlog.advice.caution_terms import CAUTIONS
from painlog.advice.term import Term
from painlog.errors import NotUnderstoodError
from painlog.model.names import did_you_mean, nearest, normal, singular

_SERIAL = "Tang & Landes 2020, PLoS ONE 15:e0228077"
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
        "one, their mean, because days are compared, not clicks. The intensity before a use is a "
        "rating like any other, and an attack is felt on every day that it touches.",
        synonyms=("daily mean", "mean", "day"),
    ),
    Term(
        "course",
        "The days on which a treatment is in use for a region, from `painlog start` to `painlog "
        "stop`. A new dose is a new step, which is compared with the days at the old dose. A "
        "treatment other than a medicine that you used on 3 days or more, without starting it, has "
        "a course as well: from its first use to 7 days after its last, as long as no more than 14 "
        "days lie between two uses.",
        synonyms=("in course", "in use", "earlier course", "step", "inferred course"),
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
        "use",
        "One time that a treatment was used: a tablet taken, a massage had. It comes from -t on "
        "an entry, or from `painlog take`. A use is never a course: it changes no days of any "
        "other treatment.",
        synonyms=("session",),
    ),
    Term(
        "relief",
        "The ratings around a use: the one before it, and the one nearest to two hours after it, "
        "between one and four hours (for massage, needling and other things done by hand: the one "
        "right after). The report shows how often the pain came down by half or more, and how "
        "often to 0. The end of an attack is no rating: of the uses in an attack with an end, the "
        "report counts those after which it was over within two hours. People take something when "
        "pain is high, and high pain comes down by itself, so there is no verdict.",
        "Diener 2019, Cephalalgia 39:687–710, for the two hours",
        ("down by half", "gone", "over within 2 hours", "taken again"),
    ),
    Term(
        "attack diary",
        "A region of which you write down every attack: painlog regions set head --diary attacks. "
        "From its first entry on, a day without an attack or a painkiller for it counts as "
        "one without pain. Every figure that rests on this says so.",
        synonyms=("diary", "attack", "attacks"),
    ),
    Term(
        "pain days in 28",
        "Where every attack is written down, or 30 % or more of the rated days are without pain, "
        "the mean says little. Then days with pain (worst 1 or more) and bad days (worst 7 or "
        "more) in 28 days are compared instead. Half as many is the mark that trials of prevention "
        "use.",
        "Tassorelli et al. 2018, Cephalalgia 38:815–832",
        ("episodic", "responder", "pain days per 28"),
    ),
    Term(
        "change",
        "The mean of the days in course minus the mean of the days before, in points. Below 0 is "
        "less pain. The percentage is of the mean before.",
        synonyms=("percent", "points less", "points more", "no change"),
    ),
    Term(
        "interval",
        "The change you see comes from these days; other days would have given another change. "
        "Intervals made this way hold the true change in about 90 to 96 of 100 simulated journals "
        "whose pain has a steady level. They do so in fewer where a side has only 3 to 6 days, the "
        "carry-over is very strong, or the level drifts. The interval allows for the fact that one "
        "day's pain carries over to the next, which the usual interval does not.",
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
        "The minimal clinically important difference (MCID): 30 % of the mean before, and never "
        "under 1 point, which is the smallest change that people notice. The percentage holds at "
        "every level of pain; the points do not.",
        f"{_FARRAR}; {_SALAFFI}",
        (
            "MCID",
            "minimal clinically important difference",
            "meaningful change",
            "much improved",
            "meaningful rise",
        ),
    ),
    Term(
        "verdict",
        "What the whole interval, not only its middle, says about a meaningful drop. Clearly more: "
        "even the smallest change in it is one. About: every change in it is a drop, some of them "
        "meaningful and some smaller. Less: every change in it is a drop, and none is meaningful. "
        "Little change: 0 lies in it, but no meaningful drop or rise. No drop: 0 and a meaningful "
        "rise lie in it, but no meaningful drop. Slightly worse, worse and clearly worse are the "
        "same three for a rise. Cannot tell: it reaches from a meaningful drop to 0 or more pain. "
        "Confounded: another treatment came or went with it, or a factor such as the period did, "
        "and the ratings cannot tell the two apart.",
        "painlog's own words; for the size of a meaningful drop see: meaningful drop",
        (
            "clearly more",
            "about",
            "less",
            "little change",
            "no drop",
            "no meaningful drop",
            "slightly worse",
            "worse",
            "clearly worse",
            "more pain",
            "cannot tell",
            "cannot tell yet",
            "confounded",
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
        "the days before taken off. The more days there are in course, the less is taken off: on "
        "one straight fall, with nothing done, it is still about 0.5 with as many days in course "
        "as before, and over 0.8 with three times as many.",
        "Parker, Vannest, Davis & Sauber 2011, Behav Ther 42:284–299",
    ),
    Term(
        "Kendall's tau",
        "How steadily the days before went one way, from -1 (every later day hurt less) through 0 "
        "(no trend) to 1.",
        "Kendall 1945, Biometrika 33:239–251",
        ("kendall", "tau", "trend before"),
    ),
    Term(
        "trend in course",
        "The middle one of the slopes between all pairs of days in course (Theil–Sen), in points a "
        "week, with its 95 % interval. Single odd days hardly move it. With fewer than 7 rated "
        "days there is none. Where most pairs of days are equal, ratings in whole points can hide "
        "a small slope.",
        "Sen 1968, J Am Stat Assoc 63:1379–1389; carry-over: Yue & Wang 2004, Water Resour Manag "
        "18:201–218",
        ("theil-sen", "slope", "trend", "trend since", "a week"),
    ),
    Term(
        "regression to the mean",
        "People tend to start something when it is at its worst. The days after an extreme one are "
        "mostly nearer to the usual level again, with any treatment or none.",
        synonyms=("peak",),
    ),
    Term(
        "placebo in time",
        "With 84 rated days or more before a start, painlog looks at how often a change from one "
        "week to the next was as big in those days, when nothing was started. It cannot see "
        "a slow drift, nor anything else that began together with the treatment.",
        synonyms=("untreated days", "by itself"),
    ),
    *CAUTIONS,
    Term(
        "trial",
        "Two things, A and B, in turns: pairs of blocks of days, in an order drawn by chance. If "
        "it made no difference which came when, the ratings would have been the same in every "
        "other order. The report says in how many of these orders the difference is as big. You "
        "know what each day is for, so what you expect counts too.",
        "Guyatt et al. 1988, CMAJ 139:497–503; Edgington & Onghena 2007, Randomization Tests",
        ("n-of-1 trial", "possible orders", "orders", "block", "arm", "A and B"),
    ),
    Term(
        "pain day",
        "A day whose worst rating is 1 or more. On a bad day it is 7 or more.",
        synonyms=("bad day",),
    ),
    Term(
        "PEG",
        "Three questions about the past week, each answered from 0 to 10: the pain on average, "
        "and how much it interfered with enjoyment of life and with general activity, in the "
        "published words. The score is their mean; more is worse. About 1 point is the smallest "
        "change that matters to people (most estimates are 1 to 1.75). The report compares the "
        "latest with the first, and with the last one answered 28 to 42 days before it. To answer: "
        "painlog peg",
        "Krebs 2009, J Gen Intern Med 24:733–738; smallest change that matters: Reed 2024, J Pain "
        "25:142–152",
        ("PEG scale", "PEG score", "three questions"),
    ),
    Term(
        "acute medicine",
        "A medicine that is taken when it hurts, such as ibuprofen, paracetamol or a triptan, and "
        "not every day to prevent pain. A report counts the days with any of them, whatever it was "
        "taken for: a tablet for the head counts in the lines on the heel, too, as it may ease "
        "both. What is put on the skin does not count.",
        "",
        ("acute medicines", "days with acute medicine"),
    ),
    Term(
        "medicine overuse",
        "For headache, taking medicines of one class on 10 days a month or more (triptans, "
        "opioids, ergotamine, combination painkillers) or 15 (simple painkillers, which are one "
        "class: paracetamol, aspirin, anti-inflammatories and others that are no opioids) for over "
        "three months is a line worth talking about with a clinician. So is a mix of several "
        "classes on 10 days, each below its own line. painlog counts the days of intake in the "
        "last three whole months, and names them. What is put on the skin does not count, nor does "
        "oxygen.",
        "ICHD-3, 8.2.1–8.2.6",
        (
            "overuse",
            "medication overuse",
            "overuse line",
            "headache line",
            "medicine days",
            "simple painkillers",
        ),
    ),
    Term(
        "red flag",
        "A sign that needs care now and not a diary. All of them: painlog redflags. To be asked "
        "about each: painlog redflags --check. Finding none rules nothing out.",
        "the public pages that painlog redflags names",
        ("warning sign",),
    ),
)


def find_term(text: str, terms: Iterable[Term] = TERMS) -> Term:
    """Return the term that a word stands for, such as "nap" or "MCID".

    Raises:
        NotUnderstoodError: if no term has that name; up to three are suggested.
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
