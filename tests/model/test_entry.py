"""An entry's parts are read exactly, or refused with what to type instead."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import entry
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError
from painlog.model.entry import (
    Entry,
    checked,
    clean_text,
    looks_like_number,
    parse_intensity,
    parse_tags,
    typed_tags,
)

NOT_A_RATING = [
    *("6.5", "6,5", "11", "-1", "-0", "+-7", "7/5", "70/100", "7/", "/10", "7%", "7.", "7 8"),
    *("1e1", "0x7", "010.5", "", " ", "seven", "７", "٧", "7\0", "\ud800", "1" * 5000),
]


def test_an_intensity_before_needs_a_treatment():
    whole = entry("heel", 6, before=8, treatments=["heat"])
    assert checked(whole) is whole
    without = entry("heel", 6, before=0)
    with pytest.raises(RefusedError) as refused:
        checked(without)
    assert str(refused.value) == (
        "An intensity before treatment needs a treatment: name one, or leave that intensity out."
    )


@pytest.mark.parametrize(
    ("written", "intensity"),
    [
        *((str(n), n) for n in range(11)),
        ("7/10", 7),
        ("7 / 10", 7),
        ("10/10", 10),
        ("7.0", 7),
        ("7,0", 7),
        ("10.00", 10),
        ("7.0/10", 7),
        ("+7", 7),
        ("07", 7),
        ("00", 0),
        ("010", 10),
        (" 7 ", 7),
    ],
)
def test_a_rating_is_a_whole_number_from_0_to_10(written, intensity):
    assert parse_intensity(written) == intensity


@pytest.mark.parametrize("written", NOT_A_RATING)
def test_what_is_no_rating_is_refused_with_the_anchors(written):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_intensity(written)
    assert str(refused.value) == (
        f'"{written}" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, '
        "where 0 is no pain and 10 is the worst pain imaginable."
    )


def test_interference_has_anchors_of_its_own():
    with pytest.raises(NotUnderstoodError) as refused:
        parse_intensity("11", "interference")
    assert str(refused.value) == (
        '"11" is not an interference on the 0–10 scale. Type a whole number from 0 to 10, '
        "where 0 is no interference with your day and 10 is complete interference."
    )


@pytest.mark.parametrize(
    "written",
    ["7", "07", "+7", "-1", "11", "6.5", "6,5", "7/10", "7 / 10", "70/100", "7%", " 7 ", "999"],
)
def test_a_number_is_told_from_a_word_whether_good_or_not(written):
    assert looks_like_number(written)


@pytest.mark.parametrize("written", ["", "heel", "L5", "C5/6", "7 heels", "seven", "７", "/10"])
def test_a_word_is_told_from_a_number(written):
    assert not looks_like_number(written)


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ([], ()),
        (["", ";", " ; "], ()),
        (["burning"], ("burning",)),
        (["sharp; burning"], ("burning", "sharp")),
        (["sharp", "burning;sharp"], ("burning", "sharp")),
        (["  long\t walk "], ("long walk",)),
        (["Burning", "burning"], ("Burning", "burning")),
        (["brûlant;ziehend, dumpf"], ("brûlant", "ziehend, dumpf")),
    ],
)
def test_tags_are_kept_once_each_and_sorted(written, tags):
    assert parse_tags(written) == tags


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        (["stabbing, cramping"], ("cramping", "stabbing")),
        (["sex,long walk;stress", "sex"], ("long walk", "sex", "stress")),
        (["1,5 km walk, stairs"], ("1,5 km walk", "stairs")),
        ([" , "], ()),
    ],
)
def test_a_comma_separates_tags_that_are_typed(typed, tags):
    assert typed_tags(typed) == tags


@pytest.mark.parametrize("text", ["", "plain", "two\nlines\ttabbed", "zażółć 🦶", "\x1b[31m"])
def test_a_text_that_can_be_stored_stays_as_it_is(text):
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("a\0b", "A text holds a null character, which cannot be stored; remove it."),
        ("a\ud800b", "A text holds bytes that are not valid UTF-8; type it again."),
        ("\udcff", "A text holds bytes that are not valid UTF-8; type it again."),
    ],
)
def test_a_text_that_cannot_be_stored_is_refused(text, refusal):
    with pytest.raises(RefusedError) as refused:
        clean_text(text)
    assert str(refused.value) == refusal
    with pytest.raises(RefusedError) as refused:
        parse_tags(["burning", f"sharp;{text}"])
    assert str(refused.value) == refusal


@pytest.mark.parametrize(
    ("felt_at", "day"),
    [
        (datetime(2026, 3, 5, 23, 59, tzinfo=timezone(timedelta(hours=14))), date(2026, 3, 5)),
        (datetime(2026, 3, 5, 0, 0, tzinfo=timezone(timedelta(hours=-11))), date(2026, 3, 5)),
        (datetime(2026, 3, 5, 12, 0, tzinfo=UTC), date(2026, 3, 5)),
    ],
)
def test_the_day_of_an_entry_is_the_day_where_it_was_felt(felt_at, day):
    assert Entry(felt_at, "heel", 6).day == day


@pytest.mark.parametrize(
    ("written", "place"),
    [("heel", "heel"), ("L heel", "left heel"), ("both heels", "heel (both)")],
)
def test_an_entry_says_its_place_in_words(written, place):
    assert entry(written, 6).place == place


def test_an_entry_is_never_changed_in_place():
    with pytest.raises(AttributeError):
        entry("heel", 6).intensity = 5  # type: ignore[misc]


@given(st.text() | st.text("0123456789+-.,/ %", max_size=8))
def test_any_text_is_a_rating_or_a_refusal(text):
    try:
        assert parse_intensity(text) in range(11)
    except PainlogError:
        return
    assert looks_like_number(text)


@given(st.lists(st.text()))
def test_any_texts_are_tags_or_a_refusal(texts):
    try:
        tags = parse_tags(texts)
    except PainlogError:
        return
    assert parse_tags(tags) == tags
    assert parse_tags([";".join(tags)]) == tags
