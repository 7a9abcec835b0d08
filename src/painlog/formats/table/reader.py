"""Rows of a table as entries and uses, through a mapping.

Each cell is first translated into painlog's own words, and the row is then read as a row of
painlog's own CSV is: one place decides what an entry may be.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from painlog.errors import NotUnderstoodError
from painlog.formats.journal_csv import JOINED_WITH, OWN_HEADINGS, Reader, as_wide, unguard
from painlog.formats.names import places_in
from painlog.formats.read_row import LackingError, ReadRow, row_of
from painlog.formats.table.columns import bare, column, row_filter
from painlog.formats.table.durations import read_duration, unit_in
from painlog.formats.table.mapping import LISTS, RATED, TableMapping
from painlog.formats.table.moments import Moments
from painlog.formats.table.option_parts import tidy
from painlog.formats.table.part_columns import parts_named, widened
from painlog.formats.table.scale import converted
from painlog.formats.table.treatment_cells import (
    dose_unit_in,
    in_parts,
    treatments_in,
    with_doses,
)
from painlog.formats.table.uses import are_of_uses
from painlog.formats.table.vocabulary import field_of, is_of_several_days
from painlog.model.entry import Entry
from painlog.model.joined_treatments import may_be_one_product
from painlog.model.medicine_form import name_and_dose
from painlog.model.nothing_said import is_no_treatment
from painlog.model.use import Use

# The tags with which apps write line ends and the look of letters.
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)>", re.IGNORECASE)
_LOOK = re.compile(r"</?(?:b|i|u|em|strong|span|ul|ol|p|div|li)>", re.IGNORECASE)
_ORIGINAL = {
    "intensity": "original",
    "intensity_before": "original before",
    "interference": "original interference",
}

_TAGS = tuple(field for field in LISTS if field != "treatments")

Column = tuple[int, str]


class MappedReader:
    """Reads the rows below one header row."""

    def __init__(
        self,
        reader: Reader,
        mapping: TableMapping,
        headings: Sequence[str],
        *,
        verbatim: bool = False,
    ) -> None:
        """Find the columns that a mapping names.

        Args:
            reader: Reads rows in painlog's own words.
            mapping: What the columns hold.
            headings: The header row.
            verbatim: Whether every text is as it was written: no quote keeps a spreadsheet from
                running it, and tags are not for its look.

        Raises:
            BadFileError: if there is no such column, or two of that name.
        """
        self.wants = row_filter(headings, mapping.only)
        self._reader = reader
        self._unguard = str if verbatim else unguard
        self._without_tags = str if verbatim else _no_tags
        self._bare_headings = list(map(bare, headings))
        self._parts = parts_named(headings, (name for _, name in (*mapping.columns, *mapping.only)))
        self._table_width = len(headings)
        headings = [*headings, *(part.heading(headings) for part in self._parts)]
        self._headings = headings
        # In painlog's own lists a comma is part of an item; in those of other programs it separates
        # items.
        names = {heading.strip().casefold() for heading in headings}
        self._own_lists = "felt_at" in names or names <= OWN_HEADINGS or are_of_uses(names)
        self._width = max(
            (i + 1 for i, heading in enumerate(self._bare_headings) if heading.strip()), default=0
        )
        self._columns = {
            field: [(column(headings, heading), heading) for _, heading in several]
            for field, several in groupby(sorted(mapping.columns, key=_field), key=_field)
        }
        self._meant = {
            (field, written.casefold()): meant for field, written, meant in mapping.values
        }
        self._defaults = dict(mapping.defaults)
        self._scales = dict(mapping.scales)
        self._moments = Moments(mapping.date_format, reader.now, reader.zone)
        self._uses = mapping.uses
        self._are_of_uses = mapping.is_of_uses
        self._may_be_unrated = mapping.rates_one_place
        self._split = mapping.split
        # If only one column goes into the note, the note needs no headings.
        notes = self._columns.get("note", ())
        self._is_note = len(notes) == 1 and (
            mapping.no_header or field_of(headings[notes[0][0]]) == "note"
        )
        # The same few cells come again and again.
        self._several = lru_cache(1024)(self._treatments_of)
        units = dict(mapping.units)
        self._lasted_unit = units.get("lasted") or unit_in(self._heading("lasted"))
        self._dose_unit = units.get("dose") or dose_unit_in(self._heading("dose"))

    def text(self, field: str, cells: Sequence[str]) -> str:
        """Return the cell in the one column of a field; "" if there is none."""
        places = self._columns.get(field)
        return self._bare_cell(places[0][0], cells) if places else ""

    def _bare_cell(self, place: int, cells: Sequence[str]) -> str:
        if place < len(cells):
            return bare(self._unguard(cells[place]))
        part = place - self._table_width
        return bare(self._parts[part].of(cells)) if part >= 0 else ""

    def row(self, line: int, cells: Sequence[str]) -> ReadRow:
        """Read one row as an entry or as uses, or say why it is neither."""
        return row_of(line, lambda: self._made(cells))

    def _made(self, cells: Sequence[str]) -> Entry | Sequence[Entry | Use]:
        cells = self._full(cells)
        if not self._split:
            return self._made_of(cells, self._plain("region", cells))
        first, *others = self._places(cells)
        made = self._made_of(cells, first)
        if not others:
            return made
        if isinstance(made, Entry):
            further = [self._made_of(cells, place) for place in others]
            return [made, *(e._replace(uid="") for e in further if isinstance(e, Entry))]
        # A tablet for two places is one tablet.
        where = f"{self._heading('region')}: {self.text('region', cells)}"
        return [
            use._replace(region=None, side=None, note="\n".join(filter(None, (use.note, where))))
            for use in made
        ]

    def _places(self, cells: Sequence[str]) -> list[str]:
        """Return the regions that a cell lists, in painlog's own words where they are known."""
        text = self._plain("region", cells)
        if self._reader.names.regions.knows(text):
            return [text]
        return list(
            dict.fromkeys(
                place
                for part in places_in(text)
                if (place := self._translated("region", part)) or not text
            )
        )

    def _made_of(self, cells: Sequence[str], region: str) -> Entry | Sequence[Use]:
        own = self._in_own_words(cells, region)
        if self._uses and not own["intensity"]:
            if self._are_of_uses and not own["treatments"]:
                lacks = f'no treatment in "{self._heading("treatments")}"'
                raise LackingError(lacks, may_lack=not self._joined("dose", cells).strip("0-., "))
            note = "\n".join(filter(None, (own["note"], *self._beside_use(cells))))
            return self._reader.uses({**own, "note": note})
        self._refuse_empty(own)
        entry = self._reader.entry(own)
        lasted = self._plain("lasted", cells)
        if not lasted or entry.until is not None:
            return entry
        length = read_duration(lasted, self._lasted_unit)
        return entry._replace(until=self._moments.after(entry.felt_at, length)) if length else entry

    def lacks_rating(self, cells: Sequence[str]) -> bool:
        """Tell whether a row has no rating in the column that this mapping names."""
        return not self._rated_text("intensity", cells)

    def names_treatment(self, cells: Sequence[str]) -> bool:
        """Tell whether a row says that something was used, known or not."""
        return bool(self._treatments(cells)[0])

    def _refuse_empty(self, own: Mapping[str, str]) -> None:
        """Name the column where a row lacks what an entry needs."""
        if not own["region"].strip() and (heading := self._heading("region")):
            raise NotUnderstoodError(f'names no region in "{heading}"')
        if not own["intensity"].strip() and (heading := self._heading("intensity")):
            raise LackingError(
                f'no rating in "{heading}"',
                may_lack=self._may_be_unrated,
                unrated=self._reader.unrated(own),
            )

    def _full(self, cells: Sequence[str]) -> Sequence[str]:
        """Return the cells of a row, at least one for each heading."""
        if len(cells) < self._table_width:
            # A header row that ends with a separator has no column there that a row could lack.
            as_wide(cells, self._bare_headings[: self._width])
            cells = [*cells, *([""] * (self._table_width - len(cells)))]
        cells = as_wide(cells, self._bare_headings)
        return widened(cells, self._table_width, self._parts) if self._parts else cells

    def _in_own_words(self, cells: Sequence[str], region: str) -> Mapping[str, str]:
        own = {field: self._plain(field, cells) for field in ("side", "uid")}
        own["region"] = region
        own |= {field: self._list(field, cells) for field in _TAGS}
        own["treatments"], dose = self._treatments(cells)
        if own["region"] or self._uses:
            # First, so that every unknown name is listed, whatever else is wrong.
            self._reader.names.check(own["region"], own["treatments"])
        notes = [self._note(cells), dose]
        for field in RATED:
            own[field], original = self._rating(field, cells)
            notes.append(original)
        own["note"] = "\n".join(filter(None, notes))
        own["felt_at"] = self._began(cells)
        if end := self._joined("until", cells):
            own["until"] = self._moments.ended(end, own["felt_at"])
        return own

    def _began(self, cells: Sequence[str]) -> str:
        day = self._plain("felt_at", cells)
        if not any(map(str.isdigit, day)):
            if word := next(filter(is_of_several_days, map(bare, cells)), ""):
                raise NotUnderstoodError(f'"{word}" looks like a sum or mean of days, not a day')
            if not day:
                raise NotUnderstoodError(f'has no date in "{self._heading("felt_at")}"')
        return self._moments.began(day, self._plain("time", cells))

    def _plain(self, field: str, cells: Sequence[str]) -> str:
        """Return the translated text of a field that comes from one column."""
        return self._translated(field, self.text(field, cells)) or self._defaults.get(field, "")

    def _joined(self, field: str, cells: Sequence[str]) -> str:
        """Return the translated text of a field whose columns are parts of it: "400", "mg"."""
        places = self._columns.get(field, ())
        text = " ".join(filter(None, (bare(self._unguard(cells[place])) for place, _ in places)))
        return self._translated(field, text) or self._defaults.get(field, "")

    def _translated(self, field: str, text: str) -> str:
        if not self._meant:
            return text
        return self._meant.get((field, tidy(text).casefold()), text)

    def _list(self, field: str, cells: Sequence[str]) -> str:
        found: list[str] = []
        for place, heading in self._columns.get(field, ()):
            text = self._translated(field, self._unguard(cells[place]).strip())
            parts = in_parts(text, own=self._own_lists and heading.casefold() == field)
            found += [self._translated(field, part.strip()) for part in parts]
        return JOINED_WITH.join(filter(None, found)) or self._defaults.get(field, "")

    def _treatments(self, cells: Sequence[str]) -> tuple[str, str]:
        """Return the treatments of a row with their doses, and what to say of a dose alone."""
        found: list[str] = []
        for place, heading in self._columns.get("treatments", ()):
            own = self._own_lists and heading.casefold() in ("treatments", "treatment")
            found += self._several(self._unguard(cells[place]).strip(), own=own)
        dose = self._joined("dose", cells)
        if not found:
            found = [*filter(None, [self._defaults.get("treatments", "")])]
        if dose and found:
            return JOINED_WITH.join(with_doses(found, dose, self._dose_unit)), ""
        # Programs fill in the dose even where nothing was taken.
        alone = f"{self._heading('dose')}: {dose}" if dose.strip("0-., ") else ""
        return JOINED_WITH.join(found), alone

    def _treatments_of(self, text: str, *, own: bool) -> tuple[str, ...]:
        found = [self._translated("treatments", text)]
        if found == [text]:
            found = list(treatments_in(text, self._meaning, own=own))
        return tuple(name for name in found if name and not is_no_treatment(name))

    def _meaning(self, text: str) -> str | None:
        """Return painlog's words for a treatment with its dose; None if they mean none here."""
        meant = self._translated("treatments", text)
        if meant != text or is_no_treatment(text):
            return meant
        names = self._reader.names
        if names.treatments.understands(text) or may_be_one_product(text, names.treatments):
            return text
        name, dose = name_and_dose(text)
        meant = self._translated("treatments", name)
        if dose is None or meant == name:
            return None
        return f"{meant} {dose.written}" if meant else ""

    def _beside_use(self, cells: Sequence[str]) -> Iterator[str]:
        """Yield what a use has no field for, as lines of its note."""
        for field in (*_TAGS, "intensity_before", "interference", "until", "lasted"):
            for place, heading in self._columns.get(field, ()):
                if text := self._translated(field, bare(self._unguard(cells[place]))):
                    yield f"{tidy(self._headings[place]) or heading}: {text}"

    def _note(self, cells: Sequence[str]) -> str:
        places = self._columns.get("note", ())
        texts = [
            (
                tidy(self._headings[place]) or heading,
                text if self._own_lists else self._without_tags(text),
            )
            for place, heading in places
            if (text := self._translated("note", self._unguard(cells[place]))).strip()
        ]
        if not texts:
            return self._defaults.get("note", "")
        if self._is_note:
            return texts[0][1]
        return "\n".join(f"{heading}: {text}" for heading, text in texts)

    def _rating(self, field: str, cells: Sequence[str]) -> tuple[str, str]:
        """Return a rating 0–10 as text, and what to keep of how it was written."""
        text = self.text(field, cells)
        meant = self._rated_text(field, cells)
        if not meant:
            return self._defaults.get(field, ""), ""
        if meant != text:
            return meant, f"{_ORIGINAL[field]}: {text}"
        scale = self._scales.get(field)
        if scale is None:
            return text, ""
        rating = converted(text, scale)
        original = f"{_ORIGINAL[field]}: {text} on {scale}" if rating.rounded else ""
        return str(rating.value), original

    def _rated_text(self, field: str, cells: Sequence[str]) -> str:
        return self._translated(field, self.text(field, cells))

    def _heading(self, field: str) -> str:
        """Return the headings of a field's columns in one text."""
        places = self._columns.get(field, ())
        return " ".join(tidy(self._headings[place]) or heading for place, heading in places)


def _no_tags(text: str) -> str:
    """Return a note without the tags that apps write into it."""
    return _LOOK.sub("", _BREAK.sub("\n", text)).strip() if "<" in text else text


def _field(column_: tuple[str, str]) -> str:
    return column_[0]
