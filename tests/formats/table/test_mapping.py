"""A mapping is its options: parsed, shown as words to type, kept, and put over another."""

import json
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painlog.errors import BadFileError, UsageError
from painlog.formats.table.mapping import FIELDS, SEVERAL, TableMapping, from_text, parse_mapping
from painlog.formats.table.scale import Scale

MAP = 'felt_at=Date,intensity="Pain level"'


def test_the_options_are_read_as_people_type_them():
    assert parse_mapping(
        ["felt_at=Date, time=Time,intensity=Pain level", "notes=Comments+Mood", "treatment=Relief"],
        ["intensity:none=0,mild=3", "region:lumbar L5=lower back", "treatment:n/a="],
        ["region=head"],
        ["0-100"],
        "%d/%m/%Y",
        "Windows-1252",
        "tab",
    ) == TableMapping(
        (
            ("felt_at", "Date"),
            ("time", "Time"),
            ("intensity", "Pain level"),
            ("note", "Comments"),
            ("note", "Mood"),
            ("treatments", "Relief"),
        ),
        (
            ("intensity", "none", "0"),
            ("intensity", "mild", "3"),
            ("region", "lumbar L5", "lower back"),
            ("treatments", "n/a", ""),
        ),
        (("region", "head"),),
        (("intensity", Scale(0, 100)), ("intensity_before", Scale(0, 100))),
        "%d/%m/%Y",
        "cp1252",
        "\t",
    )


def test_what_holds_a_sign_stands_in_quotes():
    mapping = parse_mapping(
        ['note="Comments, if any"+"a+b"+"say ""hi""",felt_at="x=y"'],
        ['region:"a=b, c"="lower back","d:e"=neck'],
    )
    assert mapping.columns == (
        ("note", "Comments, if any"),
        ("note", "a+b"),
        ("note", 'say "hi"'),
        ("felt_at", "x=y"),
    )
    assert mapping.values == (("region", "a=b, c", "lower back"), ("region", "d:e", "neck"))


def test_a_mapping_is_shown_as_words_to_type():
    mapping = parse_mapping(
        ["felt_at=Date,intensity=Pain level", "note=A+B"],
        ["intensity:mild=3", "region:L5=lower back", "intensity:severe=8"],
        ["side=left"],
        ["0-100", "interference:0-4"],
        "%d.%m.%Y %H:%M",
        separator="tab",
    )
    assert shlex.join(mapping.words()) == (
        "--map 'felt_at=Date,intensity=Pain level,note=A+B' --value intensity:mild=3,severe=8 "
        "--value 'region:L5=lower back' --default side=left --scale 0-100 "
        "--scale interference:0-4 --date-format '%d.%m.%Y %H:%M' --separator tab"
    )


def test_a_mapping_is_kept_as_its_options():
    text = parse_mapping(["felt_at=Datum"], scales=["1-5"]).to_text()
    assert json.loads(text) == {"map": ["felt_at=Datum"], "scale": ["1-5"]}
    assert from_text("it", text) == parse_mapping(["felt_at=Datum"], scales=["1-5"])


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "[]", "1", "null", "[" * 100_000),
        *('{"map": 1}', '{"map": [1]}', '{"map": "abc"}', '{"value": ["x"]}', '{"scale": ["q"]}'),
        *('{"date-format": 5}', '{"date-format": [["a"]]}', '{"encoding": ["rot13"]}'),
    ],
)
def test_a_mapping_that_another_program_wrote_is_refused_by_its_name(text):
    with pytest.raises(BadFileError) as refused:
        from_text("my app", text)
    assert str(refused.value) == (
        'The mapping "my app" cannot be read. Remove it, and save it again: '
        "painlog mappings remove 'my app'"
    )


def test_of_two_mappings_the_upper_one_stands():
    kept = parse_mapping(
        ["felt_at=Date,note=A+B,region=Where"],
        ["intensity:mild=3,severe=8"],
        ["side=left"],
        ["0-100"],
        "%d/%m/%Y",
        "utf-8",
    )
    said = parse_mapping(["note=C"], ["intensity:Mild=2"], ["side=right"], ["0-5"], "%m/%d/%Y")
    assert said.over(kept) == parse_mapping(
        ["felt_at=Date,region=Where,note=C"],
        ["intensity:Mild=2,severe=8"],
        ["side=right"],
        ["0-5"],
        "%m/%d/%Y",
        "utf-8",
    )


def test_what_an_entry_needs_and_nothing_stands_for_is_missing():
    assert TableMapping().missing == ("felt_at", "region", "intensity")
    assert parse_mapping(["felt_at=D"], defaults=["region=head"]).missing == ("intensity",)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"columns": ["Date"]}, f'"Date" is not "name=what", as in: --map {MAP}'),
        ({"columns": ["felt_at="]}, f"--map names no column for felt_at, as in: {MAP}"),
        ({"columns": ["felt_at=A,felt_at=B"]}, "--map names two columns for felt_at; name one."),
        ({"columns": ["region=A+B"]}, "--map names two columns for region; name one."),
        (
            {"columns": ["regoin=A"]},
            '--map: no field is called "regoin". Did you mean "region"? Fields: felt_at, time, '
            "until, lasted, region, side, intensity, intensity_before, interference, treatments, "
            "dose, qualities, triggers, conditions, note, uid.",
        ),
        ({"columns": ['note="A']}, 'A quote is not closed in: note="A'),
        (
            {"values": ["mild=3"]},
            '--value names a field first, as in: --value intensity:"mild=3,severe=8"',
        ),
        (
            {"values": ["intensity:mild"]},
            '"mild" is not "name=what", as in: --value intensity:"written=meant"',
        ),
        (
            {"values": ["intensity:awful=?"]},
            'Replace the ? with what "awful" means in: --value intensity:awful=?',
        ),
        ({"defaults": ["head"]}, '"head" is not "name=what", as in: --default region=head'),
        (
            {"scales": ["region:0-5"]},
            "--scale is for intensity, intensity_before, interference, not for region.",
        ),
    ],
)
def test_what_is_not_written_as_it_should_be_is_refused(options, sentence):
    with pytest.raises(UsageError) as refused:
        parse_mapping(**options)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "text", ["DD/MM/YYYY", "%d/%m", "%H:%M", "%Q", "%", "2026", "%d/%m/%Y %", "%d%d%m%Y", "%H%H"]
)
def test_a_date_format_says_day_month_and_year(text):
    with pytest.raises(UsageError, match="does not say day, month and year"):
        parse_mapping(date_format=text)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Z"]), min_size=1, max_size=8
)
WORDS = (
    st.lists(TEXTS, min_size=1, max_size=3)
    .map(" ".join)
    .filter(lambda text: " ".join(text.split()) == text)
)
COLUMNS = st.dictionaries(
    st.sampled_from(FIELDS), st.lists(WORDS, min_size=1, max_size=3, unique=True)
)


@st.composite
def mappings(draw):
    columns = [
        (field, heading)
        for field, headings in draw(COLUMNS).items()
        for heading in (headings if field in SEVERAL else headings[:1])
    ]
    values = draw(
        st.lists(
            st.tuples(
                st.sampled_from(sorted(FIELDS)),
                WORDS,
                (st.just("") | WORDS).filter(lambda t: t != "?"),
            ),
            max_size=3,
            unique_by=lambda value: (value[0], value[1].casefold()),
        )
    )
    # Options keep what belongs to one field together.
    order = {field: i for i, (field, *_) in reversed([*enumerate(values)])}
    scales = draw(st.sampled_from(["", "0-100", "intensity:1-5", "intensity_before:0-4"]))
    return TableMapping(
        tuple(columns),
        tuple(sorted(values, key=lambda value: order[value[0]])),
        tuple(draw(st.dictionaries(st.sampled_from(FIELDS), WORDS, max_size=2)).items()),
        parse_mapping(scales=[scales] if scales else []).scales,
        draw(st.sampled_from(["", "%d/%m/%Y", "%d.%m.%y %H:%M"])),
        draw(st.sampled_from(["", "cp1252"])),
        draw(st.sampled_from(["", ";", "\t"])),
    )  # fmt: skip


def parsed(words):
    """What a shell and the command's parser would make of the words."""
    said: dict[str, list[str]] = {}
    typed = iter(shlex.split(shlex.join(words)))
    for option in typed:
        said.setdefault(option, []).append(next(typed))
    map_, value, default, scale = (
        said.get(f"--{name}", []) for name in ("map", "value", "default", "scale")
    )
    dates, encoding, separator = (
        "".join(said.get(f"--{name}", [])) for name in ("date-format", "encoding", "separator")
    )
    return parse_mapping(map_, value, default, scale, dates, encoding, separator)


@given(mappings())
def test_whatever_was_shown_is_read_back(mapping):
    assert parsed(mapping.words()) == mapping
    assert from_text("it", mapping.to_text()) == mapping


def test_units_and_uses_are_typed_saved_and_shown():
    mapping = parse_mapping(["lasted=For"], units=["lasted=Minutes,dose=mg"], uses=True)
    assert mapping.units == (("lasted", "minutes"), ("dose", "mg"))
    assert mapping.words() == [
        *("--map", "lasted=For", "--unit", "lasted=minutes,dose=mg", "--uses")
    ]
    assert from_text("app", mapping.to_text()) == mapping


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("lasted=mg", '"mg" is not a unit of time, as in: --unit lasted=hours'),
        ("dose=Q", '"Q" is not a unit of a dose, as in: --unit dose=mg'),
        ("region=mg", "--unit is for lasted and dose, not for region."),
    ],
)
def test_a_unit_of_something_else_is_refused(unit, said):
    with pytest.raises(UsageError) as refused:
        parse_mapping(units=[unit])
    assert str(refused.value) == said


def test_only_regions_can_be_split():
    mapping = parse_mapping(split=["region"])
    assert mapping.words() == ["--split", "region"]
    assert from_text("app", mapping.to_text()) == mapping
    with pytest.raises(UsageError, match="--split is for region, not for note"):
        parse_mapping(split=["note"])


def test_rows_of_uses_need_neither_region_nor_rating():
    mapping = parse_mapping(["felt_at=When"], uses=True)
    assert mapping.missing == ("treatments",)
    assert parse_mapping(["felt_at=When,intensity=Pain"], uses=True).missing == ("region",)
