"""The cautions of a report, explained: what each looks at, and what it stands against."""

from painlog.advice.term import Term

CAUTIONS: tuple[Term, ...] = (
    Term(
        "not-enough-days",
        "Caution: fewer than 3 rated days on one side. No number is printed: it would look "
        "surer than it is.",
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
        "more. So few days show a bad time, not the usual level. See: regression to the mean.",
    ),
    Term(
        "few-before",
        "Caution: fewer than 14 rated days before, and the change is a drop. People begin when it "
        "is worst: of 100 simulated journals in which nothing has an effect, about 15 show a drop "
        "then.",
    ),
    Term(
        "weekends",
        "Caution: fewer than 14 rated days on a side, and one side has at least one weekend day a "
        "week more than the other.",
    ),
    Term(
        "long-between",
        "Caution: more than 28 days lie between the days before and the days in course that are "
        "compared. Seasons, jobs, sleep and much else change in that time. The change of the "
        "first 28 days is shown beside it.",
    ),
    Term(
        "as-needed",
        "Caution: a treatment that you used but never started with painlog start. If you use it on "
        "bad days, its days are bad days, whatever it does. What you do regularly can be started: "
        "painlog start",
    ),
    Term(
        "named-on-bad-days",
        "Caution: the days with this treatment hurt more than the days without it in the same "
        "time, by as much as a meaningful change. What is used because it hurts has such days, so "
        "there is no verdict.",
    ),
    Term(
        "other-change",
        "Caution: another treatment for the region started, ended or changed its dose within 7 "
        "days of this start. "
        "The ratings cannot tell which of the two a change belongs to, or whether to either.",
    ),
    Term(
        "ended-before",
        "Caution: in painlog compare, another treatment ended within 7 days before days of one of "
        "the two began, after days of the other. What it did may reach into those days.",
    ),
    Term(
        "other-treatment",
        "Caution: another treatment was in course on some of the days compared and not on others: "
        "it came in with this one, or went out. The ratings cannot tell the two apart.",
    ),
    Term(
        "other-dose",
        "Caution: a treatment that both sides have was at one dose on the days of one, and at "
        "another on days of the other. To compare doses in painlog compare, name them in both.",
    ),
    Term(
        "other-factor",
        "Caution: a yes/no factor of your own, such as period, has more of its days on one side "
        "than on the other, and its days hurt more or less than the rest. The ratings cannot tell "
        "which of the two a change belongs to. For pain that comes with a cycle, compare whole "
        "cycles: painlog report --window 56",
    ),
    Term(
        "also-used",
        "Caution: another treatment, never started with painlog start, was used before or in "
        "course. "
        "It changes no figure here.",
    ),
    Term(
        "assumed-days",
        "Caution: in an attack diary, days without an entry count as days without pain. If an "
        "attack was not written down, or nobody said what a painkiller was for, the figures look "
        "better than they are.",
    ),
    Term(
        "missing-days",
        "Caution: fewer than half of the calendar days on one side are rated. If you rate on bad "
        "days only, or on good ones only, every number is off.",
    ),
    Term(
        "only-around-uses",
        "Caution: on a third or more of the rated days of one side, every rating was made when a "
        "treatment was used. That is not an ordinary moment of the day.",
        synonyms=("only-sessions",),
    ),
    Term(
        "no-percent",
        "Caution: the mean to compare with is 0, so the change has no percentage. The change in "
        "points stands.",
    ),
)
