"""Ratings are read as people type them; what lies between two is never rounded for them."""

import pytest

from painlog.errors import NotUnderstoodError
from painlog.model.rating import looks_like_rating, parse_rating


@pytest.mark.parametrize(
    ("typed", "rating"),
    [
        ("7", 7),
        ("7/10", 7),
        ("seven", 7),
        ("Ten", 10),
        ("zero", 0),
        ("none", 0),
        ("no pain", 0),
        ("pain-free", 0),
        ("worst", 10),
        ("Worst pain imaginable", 10),
        ("about 5", 5),
        ("Around five", 5),
        ("roughly 7/10", 7),
        ("~ 5", 5),
        ("~5", 5),
    ],
)
def test_numbers_and_words_are_ratings(typed, rating):
    assert parse_rating(typed) == rating
    assert looks_like_rating(typed)


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("5.5", "5 or 6"),
        ("5,5/10", "5 or 6"),
        ("5½", "5 or 6"),
        ("9.5", "9 or 10"),
        ("5-6", "5 or 6"),
        ("6–5", "5 or 6"),
        ("5 to 6", "5 or 6"),
        ("five or six", "5 or 6"),
        ("4-7", "4 or 7"),
        ("about 5-6", "5 or 6"),
        ("~5.5", "5 or 6"),
    ],
)
def test_what_lies_between_is_answered_with_both_numbers(typed, choice):
    with pytest.raises(NotUnderstoodError) as refused:
        parse_rating(typed)
    assert str(refused.value) == f'"{typed}" is not one whole number. Choose {choice}.'


@pytest.mark.parametrize(
    "typed", ["10.5", "5-5", "9-11", "-1", "lots", "", "7%", "about", "about none", "about 5 about"]
)
def test_everything_else_is_refused_with_the_anchors(typed):
    with pytest.raises(NotUnderstoodError, match="0 is no pain and 10 is the worst"):
        parse_rating(typed)


def test_interference_has_no_worst_pain():
    assert parse_rating("none", "interference") == 0
    with pytest.raises(NotUnderstoodError, match="interference with your day"):
        parse_rating("worst", "interference")


def test_a_word_of_a_regions_name_is_no_rating():
    assert not any(map(looks_like_rating, ["left", "lower", "low-back", "heel", "5-a"]))


def test_two_numbers_in_words_are_both_named():
    for text in ("six-seven", "six to seven", "Six or 7", "six and a half"):
        with pytest.raises(NotUnderstoodError, match=r"is not one whole number. Choose 6 or 7\."):
            parse_rating(text)
