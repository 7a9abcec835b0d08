"""Read what a person says of an entry, for `add` and `edit`. Nothing here asks or shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from painlog.errors import NotUnderstoodError, PainlogError, UsageError
from painlog.model.entry import (
    Entry,
    clean_text,
    looks_like_number,
    parse_intensity,
    parse_tags,
)
from painlog.model.region import Regions, parse_said_side

if TYPE_CHECKING:
    from collections.abc import Callable

    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal
    from painlog.tasks.treatments import Asking

# The values of options, by the option's long name; None where it was not given.
Given = Mapping[str, Any]

# What `--clear` takes, with the field that it empties.
CLEARED: Mapping[str, tuple[str, Any]] = {
    "side": ("side", None),
    "before": ("intensity_before", None),
    "interference": ("interference", None),
    "treatment": ("treatments", ()),
    "quality": ("qualities", ()),
    "trigger": ("triggers", ()),
    "condition": ("conditions", ()),
    "note": ("note", ""),
}


def pairs_in(words: Sequence[str], regions: Regions) -> Iterator[tuple[str, str | None]]:
    """Yield REGION INTENSITY pairs; a region may be several words, the last intensity missing.

    Raises:
        UsageError: if an intensity comes before its region.
        NotUnderstoodError: if what follows the last pair is not a region.
    """
    name: list[str] = []
    for word in words:
        if name and looks_like_number(word):
            yield " ".join(name), word
            name = []
        elif looks_like_number(word):
            raise UsageError(
                f'"{word}" comes before its region. Write the region first, as in: '
                "painlog add heel 6"
            )
        else:
            name.append(word)
    if not name:
        return
    try:
        regions.find(" ".join(name))
    except NotUnderstoodError:
        # "heel six": the region is known, so what follows it was meant as the intensity.
        if len(name) > 1 and _is_region(" ".join(name[:-1]), regions):
            parse_intensity(name[-1])
        raise
    yield " ".join(name), None


def _is_region(text: str, regions: Regions) -> bool:
    try:
        regions.find(text)
    except PainlogError:
        return False
    return True


class Said(NamedTuple):
    """The fields of an entry that were said, by name, and the treatments that are new by them."""

    fields: dict[str, Any]
    new: Sequence["Treatment"] = ()


class Edited(NamedTuple):
    """An entry as it is to be, and the treatments that are new by it."""

    entry: Entry
    new: Sequence["Treatment"] = ()


def fields_said(
    given: Given, journal: "Journal", now: datetime, asking: "Asking | None" = None
) -> Said:
    """Return the fields of an entry that options give; the others are left out.

    Args:
        given: The options.
        journal: What names mean.
        now: What times are reckoned from.
        asking: How to ask about a treatment that is not known; None where nobody can be asked.
    """
    read: Mapping[str, tuple[str, Callable[[Any], object]]] = {
        "intensity": ("intensity", parse_intensity),
        "at": ("felt_at", lambda text: _moment(text, now)),
        "before": ("intensity_before", parse_intensity),
        "interference": ("interference", lambda text: parse_intensity(text, "interference")),
        "note": ("note", clean_text),
        "quality": ("qualities", parse_tags),
        "trigger": ("triggers", parse_tags),
        "condition": ("conditions", parse_tags),
    }
    fields = {
        field: understand(given[name])
        for name, (field, understand) in read.items()
        if given.get(name) is not None
    }
    if given.get("treatment") is None:
        return Said(fields)
    # The catalogue is loaded when a treatment is named.
    from painlog.tasks.treatments import name_treatments

    named = name_treatments(given["treatment"], journal.treatments, asking)
    return Said(fields | {"treatments": named.names, "doses": named.doses}, named.new)


def _moment(text: str, now: datetime) -> datetime:
    from painlog.model.when import parse_when

    return parse_when(text, now)


def edited(
    journal: "Journal",
    old: Entry,
    given: Given,
    cleared: Sequence[str],
    now: datetime,
    asking: "Asking | None" = None,
) -> Edited:
    """Return an entry as the options of `edit` change it.

    Raises:
        UsageError: if one field is both given and cleared, or cannot be cleared.
    """
    fields, new = fields_said(given, journal, now, asking)
    if given["region"] is not None or given["side"] is not None:
        chosen, without_side = parse_said_side(given["side"])
        named = old.region if given["region"] is None else given["region"]
        region, chosen = journal.regions.find(named, chosen, without_side=without_side)
        if chosen and given["region"] is not None and "side" in cleared and not given["side"]:
            raise UsageError(
                f'"{named}" gives the side that --clear side would empty; give one of them.'
            )
        # A new region does not inherit the old one's side where it has none.
        keeps = given["side"] is None and region.sides != "none"
        fields |= {"region": region.name, "side": chosen or (old.side if keeps else None)}
    for name in cleared:
        if name not in CLEARED:
            raise UsageError(f'"{name}" cannot be cleared; --clear takes {", ".join(CLEARED)}.')
        if given[name] is not None:
            raise UsageError(f"--{name} gives what --clear {name} would empty; give one of them.")
    fields |= dict(CLEARED[name] for name in cleared)
    if "treatment" in cleared:
        fields["doses"] = ()
    return Edited(replace(old, **fields), new)
