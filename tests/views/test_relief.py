"""The ratings around a use in words."""

from builders import on
from painlog.analysis.courses import AsNeeded
from painlog.analysis.relief import Relief
from painlog.model.dose_reading import parse_dose
from painlog.views.relief import days_as_needed, relief_words, untimed_words


def test_relief_is_told_as_ratings_around_uses():
    dose = parse_dose("50 mg")
    found = Relief("head", None, "sumatriptan", dose, 12, 10, 7.8, 2.1, 8, 5, 3, 9, -4.0)
    assert relief_words(found) == (
        "sumatriptan 50 mg, 12 uses, 10 rated before and after: mean 7.8 before, 2.1 after; down "
        "by half or more in 8, gone in 5; used again within 24 hours 3 times."
    )
    assert relief_words(found._replace(together=4)).endswith(
        "3 times. Of these, 4 were taken together with another."
    )
    unrated = Relief("head", None, "heat", None, 1, 0, None, None, 0, 0, 0, 0, None)
    assert relief_words(unrated) == "heat, 1 use: not rated before and after."


def test_ends_and_taking_again_are_told_without_a_rating():
    found = Relief("head", None, "ibuprofen", None, 7, 0, None, None, 0, 0, 2, 0, None)
    assert relief_words(found) == (
        "ibuprofen, 7 uses: not rated before and after; used again within 24 hours twice."
    )
    found = found._replace(with_end=6, over_within_2_hours=1)
    assert relief_words(found) == (
        "ibuprofen, 7 uses: not rated before and after; attack over within 2 hours in 1 of the 6 "
        "whose end is known; used again within 24 hours twice."
    )
    assert relief_words(found._replace(rated=2, mean_before=7.0, mean_after=4.0)) == (
        "ibuprofen, 7 uses, 2 rated before and after: mean 7.0 before, 4.0 after; down by half or "
        "more in 0, gone in 0; attack over within 2 hours in 1 of the 6 whose end is known; used "
        "again within 24 hours twice."
    )


def test_it_is_said_which_uses_are_at_a_place_by_the_ratings_alone():
    mixed = Relief("shoulder", "left", "heat", None, 2, 1, 7, 3, 1, 0, 0, 0, None, place_unsaid=1)
    assert relief_words(mixed) == (
        "heat, 2 uses (1 of them by the ratings alone), 1 rated before and after: mean 7.0 before, "
        "3.0 after; down by half or more in 1, gone in 0."
    )
    assert relief_words(mixed._replace(place_unsaid=2)) == (
        "heat, by the ratings of the left shoulder, 2 uses, 1 rated before and after: mean 7.0 "
        "before, 3.0 after; down by half or more in 1, gone in 0."
    )
    assert "ratings alone" not in relief_words(mixed._replace(place_unsaid=0))


def test_days_as_needed_say_which_are_by_the_ratings_alone():
    used = AsNeeded("heat", (on(1), on(2)))
    assert days_as_needed(used) == "2 days"
    assert days_as_needed(used._replace(by_ratings=1)) == "2 days (1 of them by the ratings alone)"
    assert days_as_needed(used._replace(by_ratings=2)) == "2 days (by the ratings alone)"


def test_uses_without_a_time_of_day_are_counted_apart():
    found = Relief("head", None, "heat", None, 3, 1, 7, 3, 1, 0, 0, 0, None, together=1, untimed=2)
    assert relief_words(found).endswith(
        "gone in 0. Of these, 2 have no time of day: only the ratings noted with them count. Of "
        "these, 1 was taken together with another."
    )
    unrated = Relief("head", None, "heat", None, 1, 0, None, None, 0, 0, 0, 0, None, untimed=1)
    assert relief_words(unrated) == (
        "heat, 1 use: not rated before and after. Of these, 1 has no time of day: only the ratings "
        "noted with it count."
    )


def test_the_number_of_uses_without_a_time_is_of_one_place_alone():
    words = "no time of day: only the ratings noted with"
    assert untimed_words(0, 3) == ""
    assert untimed_words(1) == f" Of these, 1 has {words} it count."
    assert untimed_words(2, 2) == f" Some of these have {words} them count."
