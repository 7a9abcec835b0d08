"""What goes with the pain is said in words, with its level, and never why."""

from painlog.analysis.goes_with import GoesWith, Look, Split, TooFewDays
from painlog.model.factor import Factor
from painlog.views.goes_with import (
    NOT_WHY,
    about_looks,
    cautions,
    in_one_line,
    look_words,
    missing_words,
    shown_looks,
)

SLEEP = Split(
    "factor", "sleep", frozenset(), frozenset(), 5.5, 7.0, Factor("sleep", "number", "hours")
)
RAIN = Split("factor", "rain", frozenset(), frozenset(), 0.0, 1.0, Factor("rain", "yes-no"))
WINE = Split("trigger", "red wine", frozenset(), frozenset())


def look(split=WINE, mean_with=5.9, mean_without=4.5, low=0.3, high=2.5, later=0, p=0.001):
    return Look("heel", "left", split, later, 9, 40, mean_with, mean_without, low, high, p)


NOTHING = look(RAIN, 4.5, 4.6, -1.2, 1.0, later=1, p=0.7)


def test_a_look_names_its_days_its_difference_and_its_range():
    assert look_words(look()) == (
        "Left heel, the same day: 5.9 on 9 days with red wine, 4.5 on 40 without. "
        "1.4 points more (+0.3 to +2.5): stands out, these days hurt more."
    )
    assert look_words(NOTHING) == (
        "Left heel, the day after: 4.5 on 9 days with rain, 4.6 on 40 without. "
        "0.1 points less (-1.2 to +1.0): does not stand out."
    )


def test_a_range_ends_at_what_is_possible():
    assert "(-4.5 to +5.5)" in look_words(look(low=-6.25, high=9.05))


def test_a_number_names_the_ends_of_its_thirds():
    said = look_words(look(SLEEP, 3.9, 6.0, -3.0, -1.0))
    assert "3.9 on 9 days with sleep of 7 hours or more, 6.0 on 40 with 5.5 hours or less." in said
    assert said.endswith("(-3.0 to -1.0): stands out, these days hurt less.")


def test_the_number_of_looks_and_the_level_that_it_asks_for_are_said():
    said = about_looks(GoesWith((look(), *[NOTHING] * 19), 0.9975))
    assert said.startswith("20 comparisons of days with and without")
    assert "Benjamini and Hochberg 1995" in said
    assert "Ranges: 99.75 %." in said
    assert said.endswith(NOT_WHY)
    alone = about_looks(GoesWith((NOTHING,)))
    assert "Benjamini" not in alone
    assert "Ranges: 95 %." in alone


def test_of_a_trigger_it_is_said_that_it_is_written_down_where_it_hurts():
    assert len(list(cautions(GoesWith((look(),))))) == 1
    assert list(cautions(GoesWith((NOTHING,)))) == []


def test_one_line_tells_the_surest_and_how_many_were_compared():
    assert in_one_line(GoesWith()) == ""
    assert in_one_line(GoesWith((NOTHING, NOTHING))) == (
        "What goes with it: none of 2 stands out. To see what was compared: painlog factors show"
    )
    said = in_one_line(GoesWith((look(), look(), NOTHING)))
    assert said.startswith("What goes with it: Left heel, the same day: 5.9 on 9 days")
    assert said.endswith(
        "1 more stands out. 3 compared; this does not say why. All of them: painlog factors show"
    )


def test_all_that_stands_out_is_shown_and_a_dozen_at_least():
    assert len(shown_looks(GoesWith((look(),) * 15 + (NOTHING,) * 9))) == 15
    assert len(shown_looks(GoesWith((look(), *[NOTHING] * 30)))) == 12


def test_a_factor_without_thirds_says_so_with_its_days():
    found = GoesWith(too_few=(TooFewDays("sleep", 0, 0, 30), TooFewDays("steps", 0, 0, 13)))
    assert list(missing_words(found)) == [
        "sleep: nothing to compare. Too many of its 30 values are the same, so there is no upper "
        "and lower third.",
        "steps: too few days to compare (13 with a value); at least 7 rated days on each side are "
        "needed.",
    ]


def test_what_has_too_few_days_says_how_many():
    (said,) = missing_words(GoesWith(too_few=(TooFewDays("coffee", 2, 9),)))
    assert said == (
        "coffee: too few days to compare (2 with, 9 without); at least 7 rated days on each side "
        "are needed."
    )


def test_no_word_of_it_claims_a_cause():
    every = GoesWith((look(), look(SLEEP), NOTHING), 0.99)
    said = " ".join(
        [about_looks(every), *cautions(every), in_one_line(every), *map(look_words, every.looks)]
    )
    assert not [word for word in ("cause", "due to", "leads to", "makes") if word in said]
