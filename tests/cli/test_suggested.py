"""Commands that painlog suggests: each can be copied, and painlog accepts it."""

import re
import shlex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CATALOGUE, TREATED_WITH
from painlog.errors import PainlogError
from painlog.files.command_line import as_typed, quoted
from painlog.model.region import Regions
from painlog.tasks.entering import pairs_in
from painlog.tasks.treatments import name_treatments

NAMES = ["$(id)", 'the "bad" knee', "it's sore", "a`b`c", "%off%", "wow!", r"back\slash", "~home"]
anything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.text(
    "ab \"'$`\\!%-(){}*?#~;&|<>=,.:1nosevent", min_size=1, max_size=8
)


def suggested(out, start="painlog"):
    """The words of the command that stands at the end of what was said."""
    [command] = re.findall(rf"{start} .*", " ".join(out.split()))
    return shlex.split(command)[1:]


@pytest.mark.posix
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_a_quoted_word_is_one_argument_to_a_shell(word):
    assert shlex.split(quoted(word)) == shlex.split(as_typed(word)) == [word]


@pytest.mark.posix
@pytest.mark.parametrize("word", ["$(id)", "$HOME", "`id`", 'a"b', "a\\b", "no!"])
def test_no_double_quotes_stand_where_a_shell_still_reads_what_is_in_them(word):
    assert quoted(word) == as_typed(word) == f"'{word}'"


@pytest.mark.posix
@settings(max_examples=300)
@given(anything)
def test_a_region_that_is_accepted_can_be_rated_as_suggested(name):
    try:
        region = CATALOGUE.new(name, "optional")
    except PainlogError:
        return
    known = Regions([*CATALOGUE.all, region])
    words = shlex.split(f"{quoted(region.name)} 4")
    [(place, rating)] = pairs_in(words, known)
    assert (known.find(place)[0].name, rating) == (region.name, "4")
    assert not words[0].startswith("-")


@pytest.mark.posix
@settings(max_examples=300)
@given(anything)
def test_a_treatment_that_is_accepted_can_be_named_as_suggested(name):
    try:
        made = TREATED_WITH.new(name, "other", conventional=False)
    except PainlogError:
        return
    known = type(TREATED_WITH)([*TREATED_WITH.all, made])
    [*_, option, text] = shlex.split(f"-t {quoted(made.name)}")
    assert name_treatments([text], known, None).names == (made.name,)
    assert (option, text.startswith("-")) == ("-t", False)


@pytest.mark.posix
@pytest.mark.parametrize("name", NAMES)
def test_the_commands_after_a_new_name_run(painlog, name):
    assert painlog(*suggested(painlog("regions", "add", name).out)).code == 0
    assert painlog(*suggested(painlog("treatments", "add", f"{name} cure").out)).code == 0
    assert painlog(*suggested(painlog("factors", "add", name).out)).code == 0
    refused = painlog("regions", "remove", name).err
    assert painlog(*suggested(refused)).code == 0
    said = painlog("add", "heel", "3", "-t", f"{name} soup").out
    renamed = suggested(said, "painlog treatments rename")
    assert painlog(*renamed).code == 0


@pytest.mark.parametrize("noun", ["regions", "treatments", "factors"])
def test_a_name_that_begins_as_an_option_does_is_refused(painlog, noun):
    refused = painlog(noun, "add", "--", "-dash")
    assert (refused.code, refused.err) == (
        1,
        f'"-dash" begins as an option does; begin a {noun[:-1]} with a letter.\n',
    )
    assert painlog("add", "heel", "3", "-t", "-dash").code == 1


@pytest.mark.parametrize("name", ["none", "no pain", "worst", "seven"])
def test_a_region_that_would_be_read_as_a_rating_is_refused(painlog, name):
    refused = painlog("regions", "add", name)
    assert (refused.code, refused.err) == (
        1,
        f'"{name}" would be read as an intensity; choose another name.\n',
    )
