"""Sentences about the ratings around a use, the same wherever they are shown."""

from painlog.analysis.courses import AsNeeded
from painlog.analysis.relief import Relief
from painlog.model.region import label
from painlog.model.use import with_dose
from painlog.views.wording import count, in_brackets, points, printable, times


def relief_words(relief: Relief) -> str:
    """Say what the ratings around the uses of one treatment were, never that it changed them."""
    name = printable(with_dose(relief.treatment, relief.dose))
    if not relief.place_said:
        name += f", {by_the_ratings(relief)}"
    text = f"{name}, {uses_words(relief)}"
    if relief.rated:
        text += (
            f", {relief.rated} rated before and after: mean {points(relief.mean_before)} before, "
            f"{points(relief.mean_after)} after; down by half or more in {relief.halved}, "
            f"gone in {relief.gone}"
        )
    else:
        text += ": not rated before and after"
    text += over_words(relief)
    if relief.again_within_24_hours:
        text += f"; used again within 24 hours {times(relief.again_within_24_hours)}"
    return f"{text}.{remarks(relief)}"


def over_words(relief: Relief) -> str:
    """Say after how many uses the attack was soon over, of those with an end; "" for none."""
    if not relief.with_end:
        return ""
    return (
        f"; attack over within 2 hours in {relief.over_within_2_hours:,} of the "
        f"{relief.with_end:,} whose end is known"
    )


def remarks(relief: Relief) -> str:
    """Say what is to be known of some of the uses: a sentence each, with a space before it."""
    shared = together_words(relief) if relief.rated else ""
    return f"{untimed_words(relief.untimed)}{shared}{elsewhere_words(relief)}"


def untimed_words(uses: int, places: int = 1) -> str:
    """Say how many of some uses have no time of day, and what counts for them; "" for none.

    Args:
        uses: Those without one.
        places: Of how many places they are. A use noted for two would count for each, so their
            number is left out.
    """
    if not uses:
        return ""
    if places > 1:
        return " Some of these have no time of day: only the ratings noted with them count."
    have, them = ("has", "it") if uses == 1 else ("have", "them")
    return f" Of these, {uses:,} {have} no time of day: only the ratings noted with {them} count."


def uses_words(relief: Relief) -> str:
    """Count the uses, and those that are at their place by the ratings alone if only some are."""
    text = count(relief.uses, "use") + (" in course" if relief.in_course else "")
    return f"{text}{in_brackets(partly_unsaid(relief))}"


def partly_unsaid(relief: Relief) -> str:
    """Say how many uses are at their place by the ratings alone; "" for none, or for all."""
    if not relief.place_unsaid or not relief.place_said:
        return ""
    return f"{relief.place_unsaid:,} of them by the ratings alone"


def by_the_ratings(relief: Relief) -> str:
    """Name the place whose ratings count, where nobody said what the uses were for."""
    return f"by the ratings of the {printable(label(relief.region, relief.side))}"


def together_words(relief: Relief) -> str:
    """Say how many of the uses share their ratings with another treatment; "" for none."""
    if not relief.together:
        return ""
    were = "was" if relief.together == 1 else "were"
    return f" Of these, {relief.together:,} {were} taken together with another."


def elsewhere_words(relief: Relief) -> str:
    """Say how many of the uses were noted for another place, too, and count there; "" for none."""
    if not relief.also_elsewhere:
        return ""
    were = "was" if relief.also_elsewhere == 1 else "were"
    return f" Of these, {relief.also_elsewhere:,} {were} for another place as well."


def days_as_needed(used: AsNeeded) -> str:
    """Count the days of a treatment, and those that are at the place by its ratings alone."""
    unsaid = f"{used.by_ratings:,} of them " if used.by_ratings < len(used.days) else ""
    remark = f"{unsaid}by the ratings alone" if used.by_ratings else ""
    return f"{count(len(used.days), 'day')}{in_brackets(remark)}"
