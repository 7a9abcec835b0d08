"""How changes and stored texts are written."""

import pytest

from painlog.views.wording import change, change_against, printable, shortened


@pytest.mark.parametrize(
    ("value", "alone", "against"),
    [
        (0.0, "no change", "the same as the 7 before"),
        (-0.04, "no change", "the same as the 7 before"),
        (-0.4, "0.4 points less", "0.4 points less than the 7 before"),
        (1.0, "1.0 point more", "1.0 point more than the 7 before"),
    ],
)
def test_a_change_alone_and_against_something(value, alone, against):
    assert change(value) == alone
    assert change_against(value, "the 7 before") == against


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d⚕️ 🏳️\u200d🌈 👨🏽\u200d🦽",
        "می\u200cخواهم",
        "ක්\u200dෂ",
    ],
)
def test_what_holds_letters_together_stays_between_them(text):
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("he\u200del", "he<200D>el"),
        ("\u200c\u0645", "<200C>\u0645"),
        ("\u0645\u200c", "\u0645<200C>"),
        ("👩\u200d\u200d⚕", "👩<200D><200D>⚕"),
        ("a\ufdd0b", "a<FDD0>b"),
    ],
)
def test_elsewhere_what_cannot_be_seen_is_named(text, shown):
    assert printable(text) == shown


def test_a_very_long_text_loses_its_middle():
    assert shortened("x" * 2000) == "x" * 2000
    assert shortened("a" * 1500 + "b" * 1500) == "a" * 1000 + " […] " + "b" * 1000
