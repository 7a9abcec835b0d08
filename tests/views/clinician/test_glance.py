"""The cautions in short: one for each, in a few words."""

from typing import get_args

import pytest

from painlog.analysis.cautions import Code
from painlog.views.clinician.glance import IN_SHORT


def test_every_caution_has_its_words_in_short():
    assert IN_SHORT.keys() == set(get_args(Code))


@pytest.mark.parametrize("words", IN_SHORT.values())
def test_they_are_a_few_words(words):
    assert 2 <= len(words.split()) <= 4
