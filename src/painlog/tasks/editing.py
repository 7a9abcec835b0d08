"""Change entries and uses as the options of `edit` say. Nothing here asks, shows or saves."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from painlog.errors import NotFoundError, RefusedError, UsageError
from painlog.model.dose_reading import parse_dose
from painlog.model.duration import checked_end
from painlog.model.entry import Entry, checked
from painlog.model.region import parse_said_side, side_in
from painlog.model.selection import ChosenPlace, Selection
from painlog.model.use import Use
from painlog.model.when import offset_elsewhere, parse_when
from painlog.tasks.entering import Given, Said, fields_said, span_fields

if TYPE_CHECKING:
    from painlog.model.dose import Dose
    from painlog.model.treatment import Treatment
    from painlog.store.journal import Journal
    from painlog.tasks.treatments import Asking, NamedTreatments

Cleared = Mapping[str, Mapping[str, Any]]

# What `--clear` takes for an entry, with the fields that it empties.
CLEARED: Cleared = {
    "side": {"side": None},
    "before": {"intensity_before": None},
    "interference": {"interference": None},
    "treatment": {"treatments": (), "doses": ()},
    "dose": {"doses": ()},
    "until": {"until": None},
    "quality": {"qualities": ()},
    "trigger": {"triggers": ()},
    "condition": {"conditions": ()},
    "note": {"note": ""},
}
CLEARED_OF_USE: Cleared = {
    "region": {"region": None, "side": None},
    "side": {"side": None},
    "dose": {"dose": None},
    "note": {"note": ""},
}
_OF_USE = ("region", "side", "treatment", "dose", "at", "note")
# One time cannot be that of several entries, but entries of one moment may move together.
_OF_ONE = ("at", "until")


class Changes(NamedTuple):
    """What is to change: the options as typed and as fields of an entry, and what to clear.

    `dose` is a dose that was given without a treatment.
    """

    given: Given
    cleared: Sequence[str]
    said: Said
    dose: "Dose | None"
    now: datetime


def read_changes(
    journal: "Journal",
    given: Given,
    cleared: Sequence[str],
    now: datetime,
    asking: "Asking | None" = None,
) -> Changes:
    """Read the options of `edit` once for everything that they change.

    Raises:
        UsageError: if one field is both given and cleared, or cannot be cleared.
    """
    for name in cleared:
        if name not in CLEARED and name not in CLEARED_OF_USE:
            raise _not_cleared(name, CLEARED)
        if given.get(name) is not None:
            raise UsageError(
                f"--{name} and --clear {name} contradict each other; give one of them."
            )
    if "until" in cleared and given.get("lasted") is not None:
        raise UsageError("--lasted and --no-until contradict each other; give one of them.")
    # What a time means depends on where the entry was written: see `_moment_said`.
    said = fields_said({n: v for n, v in given.items() if n != "at"}, journal, now, asking)
    dose = None if given.get("dose") is None else parse_dose(given["dose"])
    if dose and said.fields.get("doses"):
        raise UsageError("-t and --dose both give a dose; give it once.")
    return Changes(given, cleared, said, dose, now)


def edited_all(
    journal: "Journal", things: "Sequence[Entry | Use]", changes: Changes
) -> "list[Entry | Use]":
    """Return entries and uses with the changes made.

    Raises:
        PainlogError: if one of them cannot be changed so.
    """
    name = next((n for n in _OF_ONE if changes.given.get(n)), "")
    if name and len(things) > 1 and (name != "at" or not _of_one_moment(things)):
        also = ", or entries of the same moment" if name == "at" else ""
        raise UsageError(f"--{name} is for one entry; give one number{also}.")
    return [
        edited_entry(journal, thing, changes)
        if isinstance(thing, Entry)
        else edited_use(journal, thing, changes)
        for thing in things
    ]


class Edits(NamedTuple):
    """What an edit does: pairs of before and after, what stays as it is, what treatments it names.

    `new` are treatments of the person's own, and `brands` pairs each brand with the medicine.
    """

    changed: "Sequence[tuple[Entry | Use, Entry | Use]]"
    unchanged: "Sequence[Entry | Use]" = ()
    new: "Sequence[Treatment]" = ()
    brands: "Sequence[tuple[str, str]]" = ()


def compared(
    before: "Sequence[Entry | Use]",
    after: "Sequence[Entry | Use]",
    named: "Said | NamedTreatments",
) -> Edits:
    """Return what differs between things before and after an edit."""
    pairs = list(zip(before, after, strict=True))
    return Edits(
        [(old, new) for old, new in pairs if old != new],
        [old for old, new in pairs if old == new],
        named.new,
        named.brands,
    )


def newly_dosed(old: Entry | Use, new: Entry | Use) -> list[Use]:
    """Return the uses of an entry, or a use, that have another dose or time than before."""
    known = {(use.treatment, use.dose, use.used_at) for use in old.uses}
    return [use for use in new.uses if (use.treatment, use.dose, use.used_at) not in known]


def _of_one_moment(things: "Sequence[Entry | Use]") -> bool:
    return len({t.felt_at for t in things if isinstance(t, Entry)}) == 1 and all(
        isinstance(thing, Entry) for thing in things
    )


def edited_entry(journal: "Journal", old: Entry, changes: Changes) -> Entry:
    """Return an entry with the changes made."""
    fields = dict(changes.said.fields)
    fields |= _place(journal, old, changes)
    fields |= _span(old, changes)
    fields |= _emptied(changes, CLEARED)
    if changes.dose:
        treatments = fields.get("treatments", old.treatments)
        if len(treatments) != 1:
            raise RefusedError(
                f"--dose is for an entry with one treatment, and entry {old.id} has "
                f'{len(treatments) or "none"}. Name each with its dose: -t "ibuprofen 400 mg"'
            )
        fields["doses"] = ((treatments[0], changes.dose),)
    return checked(old._replace(**fields), "add --clear before")


def edited_use(journal: "Journal", old: Use, changes: Changes) -> Use:
    """Return a use without a rating as the changes make it.

    Raises:
        UsageError: if a change is to a field that only an entry has.
    """
    others = [n for n, value in changes.given.items() if value is not None and n not in _OF_USE]
    if others:
        raise UsageError(
            f"{old.number} is a use without a rating, which has no {others[0]}. Change its "
            "treatment (-t), --dose, --at, --region, --side or --note."
        )
    said = changes.said.fields
    fields = {field: said[field] for field in ("note",) if field in said}
    if moment := _moment_said(old.used_at, changes):
        fields["used_at"] = moment
    if "treatments" in said:
        if len(said["treatments"]) != 1:
            raise UsageError(f"{old.number} is one use; give one treatment with -t.")
        [name] = said["treatments"]
        fields |= {"treatment": name, "dose": dict(said["doses"]).get(name)}
    if changes.dose:
        fields["dose"] = changes.dose
    fields |= _place(journal, old, changes)
    return old._replace(**fields | _emptied(changes, CLEARED_OF_USE))


def series(journal: "Journal", region: str, *, without_side: bool) -> list[Entry]:
    """Return every entry of a region, oldest first, or only those without a side.

    Raises:
        NotFoundError: if there is none.
    """
    found, side = journal.regions.find(region, without_side=without_side)
    # As in the filters, "hands" also means each hand alone.
    place = ChosenPlace(found.name, side if side_in(region) else None, without_side)
    entries = list(journal.entries(Selection((place,))))
    if not entries:
        where = f"{found.name} without a side" if without_side else region
        raise NotFoundError(f"There is no entry of {where}. See: painlog list")
    return entries


def _place(journal: "Journal", old: Entry | Use, changes: Changes) -> dict[str, Any]:
    region, side = changes.given.get("region"), changes.given.get("side")
    if region is None and side is None:
        return {}
    chosen, without_side = parse_said_side(side)
    named = old.region if region is None else region
    if named is None:
        raise RefusedError(
            "Nothing says what this use was for. Name a region too, as in: --region heel"
        )
    found, chosen = journal.regions.find(named, chosen, without_side=without_side)
    if chosen and region is not None and "side" in changes.cleared and not side:
        raise UsageError(f'"{named}" names a side, and --clear side removes it; give one of them.')
    # A new region does not inherit the old one's side where it has none.
    keeps = side is None and found.sides != "none"
    return {"region": found.name, "side": chosen or (old.side if keeps else None)}


def _span(old: Entry, changes: Changes) -> dict[str, Any]:
    given, said = changes.given, _moment_said(old.felt_at, changes)
    both = given.get("lasted") is not None and given.get("until") is not None
    began = said or (None if both else old.felt_at)
    zone = offset_elsewhere(said or old.felt_at)
    now = changes.now.astimezone(zone) if zone else changes.now
    if span := span_fields(given, began, now, zone):
        return span
    if said is None:
        return {}
    if old.until is None or "until" in changes.cleared:
        return {"felt_at": said}
    # A new day moves the whole attack; a new hour moves only its beginning.
    moved = said.date() != old.felt_at.date()
    until = old.until + (said - old.felt_at) if moved else old.until
    checked_end(said, until, changes.now)
    return {"felt_at": said, "until": until}


def _moment_said(old: datetime, changes: Changes) -> datetime | None:
    """Return the time of --at, in the time zone of the old one if that was another."""
    text = changes.given.get("at")
    return None if text is None else moment_again(text, old, changes.now)


def moment_again(text: str, old: datetime, now: datetime) -> datetime:
    """Read the moment that is to replace an old one, in the time zone of the old one."""
    zone = offset_elsewhere(old)
    return parse_when(text, now.astimezone(zone) if zone else now, zone)


def _emptied(changes: Changes, known: Cleared) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in changes.cleared:
        if name not in known:
            raise _not_cleared(name, known)
        fields |= known[name]
    return fields


def _not_cleared(name: str, known: Cleared) -> UsageError:
    return UsageError(f'"{name}" cannot be cleared; --clear takes {", ".join(known)}.')
