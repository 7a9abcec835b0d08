"""The questions of `painlog edit` about one entry or use; Enter keeps what is there."""

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from painlog.cli.base.ask import ask, check_long_ago
from painlog.cli.base.options import time_in_chosen_order
from painlog.cli.base.treating import asking
from painlog.cli.base.typed_note import note_typed
from painlog.errors import NotUnderstoodError
from painlog.model.duration import checked_end, end_after
from painlog.model.entry import Entry, checked
from painlog.model.nothing_said import means_nothing
from painlog.model.rating import parse_rating
from painlog.model.use import Use
from painlog.model.when import offset_elsewhere
from painlog.tasks.editing import Edits, compared, moment_again
from painlog.tasks.treatments import NamedTreatments, name_treatment, name_treatments
from painlog.views.terminal.screen import say
from painlog.views.wording import moment, printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from painlog.model.region import Side
    from painlog.store.journal import Journal

T = TypeVar("T")


def asked(journal: "Journal", old: Entry | Use, this_moment: datetime) -> Edits:
    """Ask for each part of an entry or use, and return what is to change."""
    say(['Enter keeps what is there; "-" removes it.'])
    if isinstance(old, Use):
        return _asked_use(journal, old, this_moment)
    return _asked_entry(journal, old, this_moment)


def _asked_entry(journal: "Journal", old: Entry, this_moment: datetime) -> Edits:
    region, side = ask(
        f"Where [{printable(old.place)}]", lambda text: journal.regions.find(text or old.place)
    )
    intensity = ask(
        f"Intensity, 0 to 10 [{old.intensity}]",
        lambda text: parse_rating(text or str(old.intensity)),
    )
    began = _asked_when(old.felt_at, this_moment)
    until = old.until
    if old.until or region.diary == "attacks":
        until = _asked_until(old, began, this_moment)
    named = _asked_treatments(journal, old)
    new = old._replace(
        region=region.name,
        side=side,
        intensity=intensity,
        felt_at=began,
        until=until,
        treatments=named.names,
        doses=named.doses,
        intensity_before=_asked_before(old) if named.names else None,
        note=_asked_note(old.note),
    )
    return compared([old], [checked(new)], named)


def _asked_use(journal: "Journal", old: Use, this_moment: datetime) -> Edits:
    named = ask(
        f"What, with the dose [{printable(old.what)}]",
        lambda text: name_treatment(text, journal.treatments, asking()) if text else None,
    )
    used_at = _asked_when(old.used_at, this_moment)
    region, side = ask(
        f"What for [{printable(old.place or 'not said')}]",
        lambda text: _kept_or(text, (old.region, old.side), (None, None), _place_in(journal)),
    )
    new = old._replace(
        treatment=named.name if named else old.treatment,
        dose=named.dose if named else old.dose,
        used_at=used_at,
        region=region,
        side=side,
        note=_asked_note(old.note),
    )
    brands = ((named.brand, named.name),) if named and named.brand else ()
    made = (named.new,) if named and named.new else ()
    return compared([old], [new], NamedTreatments(new=made, brands=brands))


def _asked_when(old: datetime, this_moment: datetime) -> datetime:
    def understand(text: str) -> datetime:
        if not text:
            return old
        said = moment_again(time_in_chosen_order(text) or "", old, this_moment)
        check_long_ago(text, said.date(), this_moment.date())
        return said

    return ask(f"When [{moment(old, this_moment.utcoffset())}]", understand)


def _asked_until(old: Entry, began: datetime, this_moment: datetime) -> datetime | None:
    was = "not said" if old.until is None else moment(old.until, this_moment.utcoffset())
    zone = offset_elsewhere(began)
    now = this_moment.astimezone(zone) if zone else this_moment

    def understand(text: str) -> datetime | None:
        if text not in ("", "-"):
            return end_after(began, text, now, zone)
        if text == "-" or old.until is None:
            return None
        return checked_end(began, old.until, this_moment)

    return ask(f"Over [{was}]", understand)


def _asked_treatments(journal: "Journal", old: Entry) -> NamedTreatments:
    kept = NamedTreatments(old.treatments, old.doses)
    return ask(
        f"Treatments, with ; between [{printable('; '.join(use.what for use in old.uses))}]",
        lambda text: _kept_or(
            text,
            kept,
            NamedTreatments(),
            lambda texts: name_treatments([texts], journal.treatments, asking()),
        ),
    )


def _asked_before(old: Entry) -> int | None:
    was = "none" if old.intensity_before is None else str(old.intensity_before)
    return ask(
        f"Intensity before the treatment [{was}]",
        lambda text: _kept_or(text, old.intensity_before, None, parse_rating),
    )


def _asked_note(old: str) -> str:
    return ask(f"Note [{printable(old)}]", lambda text: _kept_or(text, old, "", note_typed))


def _place_in(journal: "Journal") -> "Callable[[str], tuple[str | None, Side | None]]":
    def place(text: str) -> "tuple[str | None, Side | None]":
        region, side = journal.regions.find(text)
        return region.name, side

    return place


def _kept_or(text: str, old: T, empty: T, understand: "Callable[[str], T]") -> T:
    if not text:
        return old
    if text == "-":
        return empty
    if means_nothing(text) and old != empty:
        raise NotUnderstoodError('Enter keeps what is there; "-" removes it.')
    return empty if means_nothing(text) else understand(text)
