"""What the columns and words of a table mean, from options and back to options.

A mapping is saved and shown as the options that a person would type; there is no second form.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from painlog.errors import BadFileError, PainlogError, UsageError
from painlog.files.command_line import command_line
from painlog.formats.dialect import check_encoding, parse_separator
from painlog.formats.journal_csv import COLUMNS
from painlog.formats.table.dates import checked_format
from painlog.formats.table.durations import unit_called
from painlog.formats.table.option_parts import cut, pairs, quoted, tidy, unquoted
from painlog.formats.table.scale import Scale, parse_scale
from painlog.formats.table.treatment_cells import is_unit_of_dose
from painlog.model.entry import clean_text
from painlog.model.names import did_you_mean, nearest

_FIRST = ("felt_at", "time", "until", "lasted")
FIELDS = (
    *_FIRST,
    *(
        field
        for name in COLUMNS
        if name not in ("uid", *_FIRST)
        for field in ((name, "dose") if name == "treatments" else (name,))
    ),
    "uid",
)
RATED = ("intensity", "intensity_before", "interference")
LISTS = ("treatments", "qualities", "triggers", "conditions")
# Fields that may come from several columns.
SEVERAL = (*LISTS, "until", "dose", "note")
NEEDED = ("felt_at", "region", "intensity")

# Parts of a proposed command where a person must name a column, or a region.
COLUMN_TO_NAME = "COLUMN"
REGION_TO_NAME = "NAME"
FORMAT_TO_NAME = "FORMAT"

_OTHERWISE_CALLED = {
    "date": "felt_at",
    "before": "intensity_before",
    "notes": "note",
    "doses": "dose",
    "end": "until",
    "duration": "lasted",
} | {name.removesuffix("s"): name for name in ("treatments", "triggers", "conditions")}
_OTHERWISE_CALLED["quality"] = "qualities"

_MAP_EXAMPLE = 'felt_at=Date,intensity="Pain level"'
_VALUE_EXAMPLE = '--value intensity:"mild=3,severe=8"'


class TableMapping(NamedTuple):
    """How rows become entries.

    Attributes:
        columns: A field and the name of a column for it, in the order given.
        values: A field, a text of the file, and what it stands for.
        defaults: A field and its text where a row has none.
        scales: A rated field and its scale, if that is not 0–10.
        date_format: As in strptime, or "excel" or "unix"; "" if times are in ISO 8601 or their
            format is to be recognised.
        encoding: "" to recognise it.
        separator: The character between cells, "" to recognise it.
        units: "lasted" or "dose", and what its bare numbers count.
        uses: Whether a row without a rating is a use, and not a bad row.
        split: Whether a cell with several regions is an entry for each of them.
        only: A column and a text that it holds in the rows to read. Of one column, any of its texts
            will do; of several columns, each must fit.
        sheet: The sheet of a spreadsheet, "" if it has only one.
        no_header: Whether the first row is data; columns are called by their numbers then.
    """

    columns: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str, str], ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    scales: tuple[tuple[str, Scale], ...] = ()
    date_format: str = ""
    encoding: str = ""
    separator: str = ""
    units: tuple[tuple[str, str], ...] = ()
    uses: bool = False
    split: bool = False
    only: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    no_header: bool = False

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column or a default."""
        return frozenset(name for name, _ in (*self.columns, *self.defaults))

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that a row needs but that have neither a column nor a default."""
        needed = ("felt_at", "treatments") if self.is_of_uses else NEEDED
        return tuple(name for name in needed if name not in self.fields)

    @property
    def names_region(self) -> bool:
        """Whether the person need not name the region in the place of `REGION_TO_NAME`."""
        return ("region", REGION_TO_NAME) not in self.defaults

    @property
    def rates_one_place(self) -> bool:
        """Whether its column of ratings is that of one region, so that a row may have none."""
        columns = {name for name, _ in self.columns}
        defaults = {name for name, _ in self.defaults}
        of_one = "region" in defaults - columns and "intensity" in columns - defaults
        return of_one and not self.uses

    @property
    def is_of_uses(self) -> bool:
        """Whether no row can have a rating, so that each is a use."""
        return self.uses and "intensity" not in self.fields

    def over(self, other: "TableMapping") -> "TableMapping":
        """Return this mapping, filled in from another where it says nothing."""
        ours = {name for name, _ in self.columns}
        return TableMapping(
            (*(c for c in other.columns if c[0] not in ours), *self.columns),
            _last((*other.values, *self.values), 2),
            _last((*other.defaults, *self.defaults), 1),
            _last((*other.scales, *self.scales), 1),
            self.date_format or other.date_format,
            self.encoding or other.encoding,
            self.separator or other.separator,
            _last((*other.units, *self.units), 1),
            self.uses or other.uses,
            self.split or other.split,
            self.only or other.only,
            self.sheet or other.sheet,
            self.no_header or other.no_header,
        )

    def options(self) -> dict[str, list[str]]:
        """Return its options, each with its values as typed, without the shell's quotes."""
        values: dict[str, list[str]] = {}
        for name, written, meant in self.values:
            values.setdefault(name, []).append(f"{quoted(written)}={quoted(meant)}")
        return {
            "map": _joined(_column_pairs(self.columns)),
            "value": [f"{name}:{','.join(texts)}" for name, texts in values.items()],
            "default": _joined(f"{name}={quoted(text)}" for name, text in self.defaults),
            "scale": list(_scale_texts(self.scales)),
            "unit": _joined(f"{name}={quoted(unit)}" for name, unit in self.units),
            "date-format": [self.date_format] if self.date_format else [],
            "encoding": [self.encoding] if self.encoding else [],
            "separator": [self.separator] if self.separator else [],
            "uses": [""] if self.uses else [],
            "split": ["region"] if self.split else [],
            "only": _joined(f"{quoted(name)}={quoted(text)}" for name, text in self.only),
            "sheet": [self.sheet] if self.sheet else [],
            "no-header": [""] if self.no_header else [],
        }

    def words(self) -> list[str]:
        """Return its options as words of a command line."""
        return [
            word
            for option, texts in self.options().items()
            for text in texts
            for word in (f"--{option}", "tab" if text == "\t" else text)
            if word
        ]

    def to_text(self) -> str:
        """Return its options as JSON, without the empty ones."""
        said = {option: texts for option, texts in self.options().items() if texts}
        return json.dumps(said, ensure_ascii=False)


def from_text(name: str, text: str) -> TableMapping:
    """Return the mapping saved under a name, as `TableMapping.to_text` wrote it.

    Raises:
        BadFileError: if another program wrote it in another way.
    """
    try:
        said: dict[str, Any] = json.loads(text)
        return parse_mapping(
            said.get("map", ()),
            said.get("value", ()),
            said.get("default", ()),
            said.get("scale", ()),
            *("".join(said.get(option, ())) for option in ("date-format", "encoding", "separator")),
            units=said.get("unit", ()),
            uses="uses" in said,
            split=said.get("split", ()),
            only=said.get("only", ()),
            sheet="".join(said.get("sheet", ())),
            no_header="no-header" in said,
        )
    except (PainlogError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadFileError(
            f'The mapping "{name}" cannot be read. Remove it, and save it again: '
            f"painlog mappings remove {command_line(name)}"
        ) from error


def parse_mapping(
    columns: Iterable[str] = (),
    values: Iterable[str] = (),
    defaults: Iterable[str] = (),
    scales: Iterable[str] = (),
    date_format: str = "",
    encoding: str = "",
    separator: str = "",
    *,
    units: Iterable[str] = (),
    uses: bool = False,
    split: Iterable[str] = (),
    only: Iterable[str] = (),
    sheet: str = "",
    no_header: bool = False,
) -> TableMapping:
    """Return the mapping that options describe.

    Args:
        columns: "felt_at=Date,note=Comments+Mood".
        values: "intensity:mild=3,severe=8".
        defaults: "region=head".
        scales: "0-100", or for one field "interference:0-4".
        date_format: "%d/%m/%Y".
        encoding: A name that Python knows.
        separator: A character, or "tab", "comma", "semicolon".
        units: "lasted=hours,dose=mg".
        uses: Whether a row without a rating is a use.
        split: "region", whose cells may name several.
        only: "category=Symptom".
        sheet: The name of a sheet.
        no_header: Whether the first row is data.

    Raises:
        UsageError: if an option is not written as it should be.
        RefusedError: if it has a character that cannot be stored.
    """
    columns, values, defaults, units, only = (
        tuple(map(clean_text, said)) for said in (columns, values, defaults, units, only)
    )
    return TableMapping(
        _columns(columns),
        _last((v for text in values for v in _values(text)), 2),
        _last(
            (
                (_field(name, "--default"), unquoted(text))
                for said in defaults
                for name, text in pairs(said, "--default", "region=head")
            ),
            1,
        ),
        _last((s for text in scales for s in _scales(text)), 1),
        checked_format(date_format),
        check_encoding(encoding),
        parse_separator(separator),
        _last((unit for text in units for unit in _units(text)), 1),
        uses,
        _splits(split),
        tuple(dict.fromkeys(wanted for text in only for wanted in _wanted(text))),
        clean_text(sheet).strip(),
        no_header,
    )


def _columns(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for text in texts:
        for name, headings in pairs(text, "--map", _MAP_EXAMPLE):
            field = _field(name, "--map")
            for heading in cut(headings, "+"):
                plain = tidy(unquoted(heading))
                if not plain:
                    raise UsageError(f"--map names no column for {field}, as in: {_MAP_EXAMPLE}")
                if field not in SEVERAL and field in (f for f, _ in found):
                    raise UsageError(f"--map names two columns for {field}; name one.")
                if (field, plain) not in found:
                    found.append((field, plain))
    return tuple(found)


def _values(text: str) -> Iterator[tuple[str, str, str]]:
    sides = cut(text, ":", most=1)
    if len(sides) < 2 or "=" in sides[0]:
        raise UsageError(f"--value names a field first, as in: {_VALUE_EXAMPLE}")
    field = _field(sides[0], "--value")
    for written, meant in pairs(sides[1], "--value", f'{field}:"written=meant"'):
        if unquoted(meant) == "?":
            raise UsageError(f'Replace the ? with what "{written}" means in: --value {text}')
        yield field, tidy(written), unquoted(meant)


def _scales(text: str) -> Iterator[tuple[str, Scale]]:
    field, sign, said = text.rpartition(":")
    scale = parse_scale(said)
    if not sign:
        # The pain is rated on one scale before and after.
        yield from (("intensity", scale), ("intensity_before", scale))
        return
    name = _field(field, "--scale")
    if name not in RATED:
        raise UsageError(f"--scale is for {', '.join(RATED)}, not for {name}.")
    yield name, scale


def _units(text: str) -> Iterator[tuple[str, str]]:
    for name, said in pairs(text, "--unit", "lasted=hours"):
        field, unit = _field(name, "--unit"), unquoted(said)
        if field == "lasted":
            if not (unit := unit_called(unit)):
                raise UsageError(f'"{said}" is not a unit of time, as in: --unit lasted=hours')
        elif field != "dose":
            raise UsageError(f"--unit is for lasted and dose, not for {field}.")
        elif not is_unit_of_dose(unit):
            raise UsageError(f'"{said}" is not a unit of a dose, as in: --unit dose=mg')
        yield field, unit


def _splits(texts: Iterable[str]) -> bool:
    fields = [_field(text, "--split") for text in texts]
    if other := next((field for field in fields if field != "region"), ""):
        raise UsageError(f"--split is for region, not for {other}.")
    return bool(fields)


def _wanted(text: str) -> Iterator[tuple[str, str]]:
    for name, said in pairs(text, "--only", "category=Symptom"):
        yield tidy(name), tidy(unquoted(said))


def _scale_texts(scales: tuple[tuple[str, Scale], ...]) -> Iterator[str]:
    said = dict(scales)
    both = {said.get(name) for name in ("intensity", "intensity_before")}
    together = both.pop() if len(both) == 1 else None
    if together:
        yield f"{together.low}-{together.high}"
    for name, scale in said.items():
        if not (together and name != "interference"):
            yield f"{name}:{scale.low}-{scale.high}"


def _field(name: str, option: str) -> str:
    plain = name.strip().casefold().replace(" ", "_").replace("-", "_")
    plain = _OTHERWISE_CALLED.get(plain, plain)
    if plain in FIELDS:
        return plain
    near = did_you_mean(nearest(plain, {field: field for field in FIELDS}))
    raise UsageError(f'{option}: no field is called "{name}".{near} Fields: {", ".join(FIELDS)}.')


def _column_pairs(columns: tuple[tuple[str, str], ...]) -> Iterator[str]:
    headings: dict[str, list[str]] = {}
    for field, heading in columns:
        headings.setdefault(field, []).append(quoted(heading))
    return (f"{field}={'+'.join(several)}" for field, several in headings.items())


def _joined(texts: Iterable[str]) -> list[str]:
    text = ",".join(texts)
    return [text] if text else []


def _last(rows: Iterable[tuple[Any, ...]], key: int) -> tuple[Any, ...]:
    """Return the rows; of those that begin with the same `key` parts, the last one counts."""
    return tuple({tuple(map(_folded, row[:key])): row for row in rows}.values())


def _folded(text: str) -> str:
    return text.casefold()
