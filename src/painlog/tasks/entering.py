"""Read what a person says of an entry: where, how much and all else. Nothing here asks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple

from painlog.errors import NotUnderstoodError, PainlogError, UsageError
from painlog.files.command_line import as_typed
from painlog.model.entry import clean_text, typed_tags
from painlog.model.names import normal, without_quotes
from painlog.model.rating import ABOUT, looks_like_rating, parse_rating
from painlog.model.region import Region, Regions, Side, is_of_middle

if TYPE_CHECKING:
    from collections.abc import Callable

    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal
    from painlog.tasks.treatments import Asking

# The values of options, by the option's long name; None where it was not given.
Given = Mapping[str, Any]

# A side that was rated longer ago says nothing about today's.
_LOOKED_BACK = timedelta(days=90)


def pairs_in(words: Sequence[str], regions: Regions) -> Iterator[tuple[str, str | None]]:
    """Yield REGION INTENSITY pairs; a region may be several words, the last intensity missing.

    Raises:
        UsageError: if an intensity comes before its region.
        NotUnderstoodError: if what follows the last pair is not a region, or is an aura.
    """
    name: list[str] = []
    rated = False
    for word in _with_about(list(map(without_quotes, words))):
        if name and looks_like_rating(word):
            _refuse_aura(name, word, regions)
            yield " ".join(name), word
            name, rated = [], True
        elif looks_like_rating(word):
            where = "has no region" if rated else "comes before its region"
            raise UsageError(
                f'"{word}" {where}. Write a region before each intensity, as in: '
                "painlog add heel 6 neck 3"
            )
        else:
            name.append(word)
    if not name:
        return
    _refuse_aura(name, "0", regions)
    try:
        regions.find(" ".join(name))
    except NotUnderstoodError:
        # "heel six": the region is known, so what follows it was meant as the intensity.
        if len(name) > 1 and _is_region(" ".join(name[:-1]), regions):
            parse_rating(name[-1])
        raise
    yield " ".join(name), None


def _with_about(words: Sequence[str]) -> Iterator[str]:
    """Yield the words; "about" and the number behind it are one."""
    about = ""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if not about and word.casefold() in ABOUT and looks_like_rating(following):
            about = f"{word} "
        else:
            yield about + word
            about = ""


def has_aura(words: str) -> bool:
    """Tell whether some words name an aura, which is a quality of a rating and no place."""
    return "aura" in normal(words).split()


def _refuse_aura(words: Sequence[str], rating: str, regions: Regions) -> None:
    name = " ".join(words)
    if not has_aura(name) or regions.knows(name):
        return
    rest = " ".join(word for word in words if not has_aura(word))
    where = rest if _is_region(rest, regions) else "head"
    raise NotUnderstoodError(
        "An aura is a quality of a rating, and an intensity of 0 is no pain. Type: painlog add "
        f"{as_typed(where)} {parse_rating(rating)} -q aura"
    )


def _is_region(text: str, regions: Regions) -> bool:
    try:
        regions.find(text)
    except PainlogError:
        return False
    return True


class Sided(NamedTuple):
    """A region with its side; `as_before` says that it is the only side of the last 90 days."""

    region: Region
    side: Side | None = None
    as_before: bool = False


def sided(
    journal: "Journal",
    text: str,
    today: date,
    side: Side | None = None,
    *,
    without_side: bool = False,
) -> Sided:
    """Return the region and side that a person means; without a side, it is as before.

    What they call the middle, as "between the shoulder blades", gets no side from before.

    Args:
        journal: Whose entries tell on which side a region has been hurting.
        text: As typed.
        today: The day from which to look back.
        side: A side that was given apart from the text.
        without_side: Whether the person said, apart from the text, that there is no side.

    Raises:
        NotUnderstoodError: if no region has that name.
        RefusedError: if the side cannot be one of that region.
    """
    region, chosen = journal.regions.find(text, side, without_side=without_side)
    if chosen or without_side or region.sides == "none" or is_of_middle(text):
        return Sided(region, chosen)
    before = _side_as_before(journal, region, today)
    return Sided(region, before, before is not None)


def _side_as_before(journal: "Journal", region: Region, today: date) -> Side | None:
    from painlog.store.recent import sides_lately

    lately = sides_lately(journal, region.name, today - _LOOKED_BACK)
    # Where a region may hurt without a side, as the neck does, a rating without one counts.
    sides = {side for side in lately if side or region.sides == "optional"}
    return sides.pop() if len(sides) == 1 else None


class Said(NamedTuple):
    """The fields of an entry that were given, by name, and the treatments that are new.

    `brands` pairs each brand that was typed with the medicine that it is.
    """

    fields: dict[str, Any]
    new: Sequence["Treatment"] = ()
    brands: Sequence[tuple[str, str]] = ()


def fields_said(
    given: Given, journal: "Journal", now: datetime, asking: "Asking | None" = None
) -> Said:
    """Return the fields of an entry that options give; the others are left out.

    Args:
        given: The options.
        journal: What names mean.
        now: The moment from which times are reckoned.
        asking: How to ask about a treatment that is not known; None where nobody can be asked.
    """
    read: Mapping[str, tuple[str, Callable[[Any], object]]] = {
        "intensity": ("intensity", parse_rating),
        "at": ("felt_at", lambda text: _moment(text, now)),
        "before": ("intensity_before", parse_rating),
        "interference": ("interference", lambda text: parse_rating(text, "interference")),
        "note": ("note", clean_text),
        "quality": ("qualities", typed_tags),
        "trigger": ("triggers", typed_tags),
        "condition": ("conditions", typed_tags),
    }
    fields = {
        field: understand(given[name])
        for name, (field, understand) in read.items()
        if given.get(name) is not None
    }
    if given.get("treatment") is None:
        return Said(fields)
    # The catalogue is loaded only when a treatment is named.
    from painlog.tasks.treatments import name_treatments

    named = name_treatments(given["treatment"], journal.treatments, asking)
    return Said(fields | {"treatments": named.names, "doses": named.doses}, named.new, named.brands)


def span_fields(
    given: Given, began: datetime | None, now: datetime, zone: tzinfo | None = None
) -> dict[str, datetime | None]:
    """Return when an attack began and ended, as fields of an entry; none if no end was given.

    Args:
        given: The options, of which `lasted` and `until` are read.
        began: When it began; None if that was not said.
        now: The present moment.
        zone: The time zone in which it was felt; None for the machine's.

    Raises:
        PainlogError: as `span_of` does.
    """
    lasted, until = given.get("lasted"), given.get("until")
    if lasted is None and until is None:
        return {}
    from painlog.model.duration import span_of

    span = span_of(now, began, lasted=lasted, until=until, zone=zone)
    return {"felt_at": span.began, "until": span.until}


def _moment(text: str, now: datetime) -> datetime:
    from painlog.model.when import parse_when

    return parse_when(text, now)
