"""What goes with the pain, in words: never why."""

from collections.abc import Iterator, Sequence

from painlog.analysis.goes_with import FEWEST_ON_A_SIDE, GoesWith, Look, Split
from painlog.views.wording import change, count, held, points, printable, signed, titled

TITLE = "What goes with it"
LOOKS_SHOWN = 12
# True of every comparison of days that were not assigned by lot.
NOT_WHY = (
    "That two things go together does not say why: one may come before the other, or a third "
    "before both."
)
_TRIGGERS = (
    "A trigger is mostly written down when it hurts, so its days hurt more for that reason alone."
)


def about_looks(found: GoesWith, whose: str = "your") -> str:
    """Say how many comparisons there are, and which level of interval that asks for.

    Args:
        found: The comparisons.
        whose: Whose days they are, for the person or for their clinician.
    """
    number = len(found.looks)
    looks = "1 comparison" if number == 1 else f"{number} comparisons"
    raised = (
        ""
        if number == 1
        else " With so many, some differ by chance alone, so the ranges are wider than 95 % "
        "ranges: of what stands out, about 1 in 20 may be chance (Benjamini and Hochberg 1995)."
    )
    return (
        f"{looks} of days with and without, for the same day or the day after, surest first. "
        f"A factor that is a number is split into {whose} own lower and upper third, or more than "
        f"a third where values are equal.{raised} "
        f"Ranges: {_percent(found.confidence)} %. {NOT_WHY}"
    )


def cautions(found: GoesWith) -> Iterator[str]:
    """Yield what else to keep in mind about the looks shown."""
    if any(look.split.kind == "trigger" for look in found.looks):
        yield _TRIGGERS


def look_words(look: Look) -> str:
    """Say a look in full: where and when, both means with their days, the change, the verdict."""
    when = "the day after" if look.days_later else "the same day"
    having, lacking = _side_words(look.split)
    low, high = held(look.low, look.high, look.mean_without)
    return (
        f"{titled(look.place)}, {when}: {points(look.mean_with)} on "
        f"{count(look.days_with, 'day')} {having}, {points(look.mean_without)} on "
        f"{look.days_without} {lacking}. {change(look.change).capitalize()} "
        f"({signed(low)} to {signed(high)}): {verdict(look)}."
    )


def look_in_short(look: Look) -> str:
    """Return the means alone, for the page, which shows only what stands out."""
    having, lacking = _side_words(look.split)
    later = " the day after" if look.days_later else ""
    return (
        f"{titled(look.place)} {points(look.mean_with)}{later} on {look.days_with} days {having}, "
        f"{points(look.mean_without)} on {look.days_without} {lacking}."
    )


def level_in_short(found: GoesWith) -> str:
    """Say how many of the comparisons stand out, and that this does not say why."""
    out = len(found.standing_out)
    return (
        f"Of {count(len(found.looks), 'comparison')} {out} {'stands' if out == 1 else 'stand'} out "
        f"({_percent(found.confidence)} % ranges); this does not say why."
    )


def verdict(look: Look) -> str:
    """Say whether a look stands out, and never more than that."""
    if not look.stands_out:
        return "does not stand out"
    return f"stands out, these days hurt {'more' if look.change > 0 else 'less'}"


def in_one_line(found: GoesWith) -> str:
    """Say in a sentence what stands out; "" where nothing was compared."""
    if not found.looks:
        return ""
    out = found.standing_out
    number = len(found.looks)
    if not out:
        none = "1 comparison does not stand" if number == 1 else f"none of {number} stands"
        return f"{TITLE}: {none} out. To see what was compared: painlog factors show"
    first = look_words(out[0]).partition(": stands out")[0]
    more = f" {len(out) - 1} more {'stands' if len(out) == 2 else 'stand'} out." if out[1:] else ""
    return (
        f"{TITLE}: {first}.{more} {number} compared; this does not say why. All of them: "
        "painlog factors show"
    )


def shown_looks(found: GoesWith) -> Sequence[Look]:
    """Return the looks to show: all that stand out, and the surest of the others."""
    return found.looks[: max(len(found.standing_out), LOOKS_SHOWN)]


def missing_words(found: GoesWith) -> Iterator[str]:
    """Yield what has too few days to compare, with how many it has and how many it needs."""
    for name, having, lacking, alike in found.too_few:
        if alike >= 2 * FEWEST_ON_A_SIDE:
            yield (
                f"{printable(name)}: nothing to compare. Too many of its {alike} values are the "
                "same, so there is no upper and lower third."
            )
            continue
        so_far = f"{alike} with a value" if alike else f"{having} with, {lacking} without"
        yield (
            f"{printable(name)}: too few days to compare ({so_far}); at least {FEWEST_ON_A_SIDE} "
            "rated days on each side are needed."
        )


def _side_words(split: Split) -> tuple[str, str]:
    name, factor = printable(split.name), split.factor
    if factor is None or factor.measure == "yes-no" or split.low is None or split.high is None:
        return f"with {name}", "without"
    high, low = (printable(factor.words(value)) for value in (split.high, split.low))
    return f"with {name} of {high} or more", f"with {low} or less"


def _percent(confidence: float) -> str:
    """Write a level of confidence in percent: 95, 99.75 or 99.958."""
    return f"{100 * confidence:.3f}".rstrip("0").rstrip(".")
