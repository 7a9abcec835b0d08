"""A warm painlog that can be made to fail or die, and the journals that it starts from."""

from functools import cache

import pytest

import failing
from absent import do_without
from cases import make_starts, there_are
from interrupt import MORE
from trial import prepare
from warm import Warm


@pytest.fixture(scope="session")
def warm(pytestconfig):
    if lacking := failing.missing():
        do_without(pytestconfig, lacking, "run tests/faults/setup.sh")
    with Warm() as running:
        yield running


@pytest.fixture(scope="session")
def starts(warm, tmp_path_factory):
    return make_starts(warm, tmp_path_factory.mktemp("starts"))


@pytest.fixture(scope="session")
def trial(warm, starts, tmp_path_factory):
    """The case of a name, in a directory of its own."""
    work = tmp_path_factory.mktemp("work")

    @cache
    def find(name):
        (case,) = (case for case in (*there_are(), *MORE) if case.name == name)
        return prepare(warm, case, starts[case.start], work / name)

    return find
