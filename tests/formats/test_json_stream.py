"""A JSON object of any length, a little at a time."""

import io
import json
import tracemalloc
from collections.abc import Generator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from painlog.errors import BadFileError
from painlog.formats import json_stream
from painlog.formats.json_stream import JsonItem, items

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def read(text):
    return list(items(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def refused(text):
    with pytest.raises(BadFileError) as error:
        read(text)
    sentence = str(error.value)
    assert sentence.endswith(" Nothing was imported.")
    return sentence.removesuffix(" Nothing was imported.")


class Endless(io.RawIOBase):
    """A file that begins in some way and goes on with the same bytes for a thousand million."""

    def __init__(self, start, again, end=1_000_000_000):
        self.start, self.again, self.end, self.at = start, again, end, 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def seek(self, place, whence=0):
        assert whence == 0
        self.at = place
        return place

    def tell(self):
        return self.at

    def readinto(self, room):
        if self.at >= self.end:
            return 0
        if self.at < len(self.start):
            some = self.start[self.at :][: len(room)]
        else:
            begun = (self.at - len(self.start)) % len(self.again)
            some = (self.again * (len(room) // len(self.again) + 2))[begun:][: len(room)]
        room[: len(some)] = some
        self.at += len(some)
        return len(some)


def test_lists_give_their_items_and_the_rest_comes_whole():
    assert read('{"a": [1, {"b": [2]}], "c": {"d": []}, "e": [], "f": null}') == [
        JsonItem("a", 1, 1),
        JsonItem("a", 2, {"b": [2]}),
        JsonItem("c", 0, {"d": []}),
        JsonItem("f", 0, None),
    ]
    assert read(" {\n} \n") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_read(encoding):
    assert read('{"a": "Füße 👣"}'.encode(encoding)) == [JsonItem("a", 0, "Füße 👣")]


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.integers(1, 40), st.booleans())
@settings(max_examples=300)
def test_what_is_read_is_what_the_standard_library_reads(whole, size, spread):
    text = json.dumps(whole, indent=2 if spread else None, ensure_ascii=spread)
    expected = [
        item
        for field, value in whole.items()
        for item in (
            [JsonItem(field, n, v) for n, v in enumerate(value, start=1)]
            if isinstance(value, list)
            else [JsonItem(field, 0, value)]
        )
    ]
    with pytest.MonkeyPatch.context() as patch:
        # However the text is cut up, whatever stands at the end of a part.
        patch.setattr(json_stream, "_CHARACTERS_AT_A_TIME", size)
        assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1]", "Line 1 is not JSON as painlog writes it: an object in braces is expected."),
        ("", "Line 1 is not JSON as painlog writes it: the file ends too early."),
        ('{"a": [1, 2', "Line 1 is not JSON as painlog writes it: the file ends too early."),
        ('{"a":\n[{"b": "c', "Line 2 is not JSON as painlog writes it: the file ends too early."),
        ('{"a": 1', "Line 1 is not JSON as painlog writes it: the file ends too early."),
        ('{"a": 1,}', "Line 1 is not JSON as painlog writes it: a name in quotes is expected."),
        ("{1: 1}", "Line 1 is not JSON as painlog writes it: a name in quotes is expected."),
        ('{"a" 1}', "Line 1 is not JSON as painlog writes it: a colon is expected."),
        (
            '{"a": [1 2]}',
            "Line 1 is not JSON as painlog writes it: a comma or the end of the list is expected.",
        ),
        (
            '{"a": 1 "b": 2}',
            "Line 1 is not JSON as painlog writes it: a comma or the end of the object is "
            "expected.",
        ),
        (
            '{"a": 1}\n{"a": 2}',
            "Line 2 is not JSON as painlog writes it: there is more after the end of the object.",
        ),
        ('{"a": 1, "a": 2}', 'Line 1 is not JSON as painlog writes it: "a" is there twice.'),
        (
            '{"a": [\n{"b": 1,\n"c": 2, "b": 1}]}',
            'Line 2 is not JSON as painlog writes it: "b" is there twice.',
        ),
        ('{"a": NaN}', "Line 1 is not JSON as painlog writes it: NaN is not a number."),
        (
            '{"a": [-Infinity]}',
            "Line 1 is not JSON as painlog writes it: -Infinity is not a number.",
        ),
        (
            '{"a": ' + "9" * 5000 + "}",
            "Line 1 is not JSON as painlog writes it: a number is too long.",
        ),
        ('{"a": nul}', "Line 1 is not JSON as painlog writes it: expecting value."),
        (
            '{"a": "b\nc"}',
            "Line 1 is not JSON as painlog writes it: invalid control character at.",
        ),
        (b'{"a": "\xff"}', "The file is not UTF-8 text."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, sentence):
    assert refused(text) == sentence


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (
            Endless(b'{"a": 0.', b"1"),
            "Line 1 is not JSON as painlog writes it: one value has more than 16,777,216 "
            "characters. Nothing was imported.",
        ),
        (
            Endless(b'{"a": ', b"["),
            "Line 1 is not JSON as painlog writes it: it is nested too deeply. "
            "Nothing was imported.",
        ),
        (
            Endless(b'{"a": [', b'{"a":'),
            "Line 1 is not JSON as painlog writes it: it is nested too deeply. "
            "Nothing was imported.",
        ),
        (
            Endless(b'{"a": [{"note": "', b"x"),
            "Line 1 is not JSON as painlog writes it: one value has more than 16,777,216 "
            "characters. Nothing was imported.",
        ),
        (
            Endless(b'{"a": 1', b"1"),
            "Line 1 is not JSON as painlog writes it: a number is too long. Nothing was imported.",
        ),
    ],
    ids=["a long fraction", "lists in lists", "objects in objects", "a long text", "a long number"],
)
def test_a_file_without_end_is_refused_in_bounded_memory(file, sentence):
    tracemalloc.start()
    with pytest.raises(BadFileError) as refused:
        list(items(io.BufferedReader(file)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(refused.value) == sentence
    assert peak < 120_000_000


def test_a_long_list_is_read_in_little_memory():
    file = io.BufferedReader(Endless(b'{"a": [{"b": 1}', b', {"b": 1}', end=1_500_000))
    tracemalloc.start()
    with pytest.raises(BadFileError, match=r"^Line 1 is not JSON"):
        for _ in items(file):
            pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Half of the text, and less than a tenth of its items.
    assert peak < 750_000


def test_an_object_has_only_so_many_fields():
    whole = json.dumps({str(number): 1 for number in range(1001)})
    assert refused(whole) == (
        "Line 1 is not JSON as painlog writes it: the object has more than 1,000 fields."
    )


def test_the_file_stays_open_and_can_be_read_again():
    file = io.BytesIO(b'{"a": 1}')
    assert list(items(file)) == list(items(file)) == [JsonItem("a", 0, 1)]


def test_who_stops_half_way_may_have_closed_the_file():
    file = io.BytesIO(b'{"entries": [1, 2, 3]}')
    reading = items(file)
    assert next(reading).value == 1
    file.close()
    assert isinstance(reading, Generator)
    reading.close()
