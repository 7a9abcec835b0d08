"""`painlog add`, as a person uses it."""

import pytest


def test_add_says_in_full_what_it_stored(painlog):
    result = painlog("add", "left heel", "6", "-t", "tpt", "--before", "8", "--at", "20:15")
    assert result.code == 0
    assert result.out.splitlines() == [
        "Saved entry 1: left heel 6 of 10, Tue 31 Mar 2026, 20:15.",
        "  8 before; trigger point therapy",
        "Not a diagnosis. See a clinician if pain persists, changes or worsens, and keep to the "
        "treatment they gave you.",
    ]
    assert result.err == ""


@pytest.mark.parametrize("rating", ["11", "-1", "6.5", "six", "7/11", "١"])
def test_an_intensity_off_the_scale_is_refused_with_its_anchors(painlog, path, rating):
    result = painlog("add", "heel", rating)
    assert result.code == 1
    assert result.err == (
        f'"{rating}" is not an intensity on the 0–10 scale. Type a whole number from 0 to 10, '
        "where 0 is no pain and 10 is the worst pain imaginable.\n"
    )
    assert result.out == ""
    assert not path.exists()
