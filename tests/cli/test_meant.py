"""What is typed in place of a command, an option or a region is answered with what to type."""

import shlex

import pytest


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("7", "add heel 7"),
        ("head 7", "add head 7"),
        ("hed 5", "add hed 5"),
        ("my left knee 6", "add my left knee 6"),
        ("left knee", "add left knee"),
        ("took 2 ibuprofen", "take 2 ibuprofen"),
        ("taken sumatriptan 50 mg", "take sumatriptan 50 mg"),
    ],
)
def test_words_without_a_command_are_answered_with_it(painlog, typed, command):
    refused = painlog(*typed.split())
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f'There is no command "{typed.split()[0]}". To log ')
    assert refused.err.endswith(f": painlog {command}\n")


@pytest.mark.parametrize("typed", ["medicines", "medicine", "meds", "list medicines", "list meds"])
def test_whoever_looks_for_their_medicines_is_led_to_one_list(painlog, typed):
    refused = painlog(*typed.split())
    assert refused.code == 2
    assert refused.err.endswith(
        "For what is in use, and the medicines that you logged: painlog courses\n"
    )
    assert painlog("meds", "ibuprofen", "400", "mg").err == (
        'There is no command "meds". To log what you took: painlog take ibuprofen 400 mg\n'
    )


@pytest.mark.parametrize("typed", ["it hurts", "hello world", "took"])
def test_words_that_say_nothing_of_a_command_are_only_refused(painlog, typed):
    assert "To log" not in painlog(*typed.split()).err


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("list today", "painlog list --on today"),
        ("week yesterday", "painlog week --on yesterday"),
        ("day sleep 7", "painlog day --sleep 7"),
        ("chart lower back", 'painlog chart --region "lower back"'),
        ("start stretching heel", "painlog start stretching --region heel"),
        # With all else that was given.
        (
            "start physio -r neck --on yesterday 'left heel'",
            'painlog start physio --region "left heel" --region neck --on yesterday',
        ),
        ("list --limit 3 today", "painlog list --limit 3 --on today"),
        (
            "take heat for my neck --note 'by noon' --at '2 hours ago'",
            'painlog take heat --for "neck" --at "2 hours ago" --note "by noon"',
        ),
    ],
)
def test_words_too_many_are_answered_with_the_option_that_they_belong_to(painlog, typed, command):
    painlog("add", "lower back", "4")
    refused = painlog(*shlex.split(typed))
    assert refused.code == 2
    assert refused.err.endswith(f": {command}\n")
    assert painlog(*shlex.split(command)[1:]).code == 0


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("start yoga --for back", "--region"),
        ("list --from yesterday", "--since"),
        ("add heel 6 --date yesterday", "--at"),
        ("add heel 6 --on", "--at"),
        ("day --date yesterday", "--on"),
        ("add heel 6 --comment bad", "--note"),
    ],
)
def test_another_word_for_an_option_is_answered_with_ours(painlog, typed, option):
    refused = painlog(*typed.split())
    assert refused.code == 2
    assert f'Did you mean "{option}"?' in refused.err


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("add heel 3 --on yesterday", "add heel 3 --at yesterday"),
        ("add --on='2 days ago' heel 3", 'add --at "2 days ago" heel 3'),
        ("take heat --date yesterday --note x", "take heat --at yesterday --note x"),
        ("list --at yesterday", "list --on yesterday"),
        ("start heat --at yesterday -r heel", "start heat --on yesterday -r heel"),
        ("add heel 3 --since 20:00 --lasted 30min", "add heel 3 --from 20:00 --lasted 30min"),
        ("today --on yesterday", "list --on yesterday"),
        ("--on yesterday", "list --on yesterday"),
        ("today --since yesterday", "list --on yesterday"),
    ],
)
def test_an_option_that_is_called_otherwise_here_is_answered_with_the_command(
    painlog, typed, command
):
    refused = painlog(*shlex.split(typed))
    assert refused.code == 2
    assert refused.err.endswith(f": painlog {command}\n")
    assert painlog(*shlex.split(command)).code == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "add heel 4 -t ibuprofen gel",
            'No region is called "gel". If "gel" belongs to "ibuprofen", put all of it in quotes: '
            'painlog add heel 4 -t "ibuprofen gel"\n',
        ),
        (
            "add heel 4 -t dry needling neck 3",
            'No region is called "needling neck". Did you mean "neck"? If "needling" belongs to '
            '"dry", put all of it in quotes: painlog add heel 4 -t "dry needling" neck 3\n',
        ),
        (
            "add heel 4 -t hand exercises --note quiet",
            'No region is called "exercises". If "exercises" belongs to "hand", put all of it in '
            'quotes: painlog add heel 4 -t "hand exercises" --note quiet\n',
        ),
        (
            "add heel 4 --note bad day",
            'No region is called "day". If "day" belongs to "bad", put all of it in quotes: '
            'painlog add heel 4 --note "bad day"\n',
        ),
        (
            "list -r lower back",
            'Unexpected words: back. If "back" belongs to "lower", put all of it in quotes: '
            'painlog list -r "lower back"\n',
        ),
        (
            "list --on last friday",
            'Unexpected words: friday. If "friday" belongs to "last", put all of it in quotes: '
            'painlog list --on "last friday"\n',
        ),
        (
            "take heat --note very good --at 10:00",
            'Unexpected words: good. If "good" belongs to "very", put all of it in quotes: '
            'painlog take heat --note "very good" --at 10:00\n',
        ),
        (
            "start heat --region lower back",
            'Unexpected words: back. If "back" belongs to "lower", put all of it in quotes: '
            'painlog start heat --region "lower back"\n',
        ),
        # No such treatment is known.
        ("add heel 4 -t ibuprofen thing", 'No region is called "thing". See them all with'),
        ("add heel 4 -t heat day", 'No region is called "day". See them all with: painlog regions'),
    ],
)
def test_a_value_without_its_quotes_is_answered_with_them(painlog, typed, said):
    refused = painlog(*typed.split())
    assert refused.err.startswith(said)
    if said.endswith("\n"):
        assert painlog(*shlex.split(said.partition(": painlog ")[2])).code == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "start hand exercises --region hand --on yesterday",
            'painlog does not know "hand exercises". If it is one treatment, put it in quotes: '
            'painlog start "hand exercises" --region hand --on yesterday\n',
        ),
        (
            "start thai massage 20 min twice a week",
            'painlog does not know "thai massage 20 min". If it is one treatment, put it in '
            'quotes: painlog start "thai massage 20 min" twice a week\n',
        ),
        (
            "stop dry needling --on yesterday",
            "Unexpected words: needling. A name of several words needs quotes: "
            'painlog stop "dry needling" --on yesterday\n',
        ),
        (
            "treatments add hand exercises --kind exercise",
            "Unexpected words: exercises. A name of several words needs quotes: "
            'painlog treatments add "hand exercises" --kind exercise\n',
        ),
        (
            "treatments show trigger point therapy",
            "Unexpected words: point therapy. A name of several words needs quotes: "
            'painlog treatments show "trigger point therapy"\n',
        ),
        (
            "regions set lower back --diary attacks",
            "Unexpected words: back. A name of several words needs quotes: "
            'painlog regions set "lower back" --diary attacks\n',
        ),
        (
            "compare rest dry needling --region heel",
            "Unexpected words: needling. A name of several words needs quotes: "
            'painlog compare rest "dry needling" --region heel\n',
        ),
        (
            "factors add cups of coffee",
            "Unexpected words: of coffee. A name of several words needs quotes: "
            'painlog factors add "cups of coffee"\n',
        ),
    ],
)
def test_a_name_without_its_quotes_is_answered_with_the_command(painlog, typed, said):
    painlog("start", "dry needling", "--on", "2026-03-01", "-r", "heel")
    painlog("add", "heel", "4", "-t", "rest")
    refused = painlog(*typed.split())
    assert (refused.code, refused.err) == (2, said)
    assert painlog(*shlex.split(said.partition(": painlog ")[2])).code == 0


def test_words_of_take_that_may_be_one_name_are_offered_in_quotes(painlog):
    refused = painlog("take", "hand", "exercises", "--at", "10:00")
    assert (refused.code, refused.err) == (
        2,
        '"hand" is a place and no treatment. Name it with --for, as in: painlog take exercises '
        '--for "hand" --at 10:00\n'
        'If "hand exercises" is one treatment: painlog take "hand exercises" --at 10:00\n',
    )
    assert painlog("take", "hand exercises", "--at", "10:00").code == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("my left knee hurts", '"left knee"'),
        ("low back hurts", '"lower back"'),
        ("head:7", '"head"'),
        ("neck left shoulder", '"neck" or "left shoulder"'),
    ],
)
def test_a_region_among_other_words_is_named(painlog, typed, meant):
    assert f"Did you mean {meant}?" in painlog("add", typed, "6").err


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        (
            "add 'neck and left shoulder' 6 --note hi",
            'add neck 6 "left shoulder" 6 --note hi',
        ),
        ("add neck, left shoulder 6 heel 3", 'add neck 6 "left shoulder" 6 heel 3'),
        ("add 'head and neck'", "add head 6 neck 6"),
        (
            "list -r 'neck, left shoulder' --since yesterday",
            'list -r neck -r "left shoulder" --since yesterday',
        ),
        ("start physio --region 'neck & heel'", "start physio --region neck --region heel"),
    ],
)
def test_several_places_in_one_text_are_answered_with_each_by_itself(painlog, typed, command):
    painlog("add", "heel", "6")
    refused = painlog(*shlex.split(typed))
    assert refused.code == 1
    assert refused.err.endswith(f". Give each by itself. Type: painlog {command}\n")
    assert painlog(*shlex.split(command)).code == 0


@pytest.mark.parametrize("typed", ["take heat --for 'neck and heel'", "edit 1 -r 'neck and heel'"])
def test_a_command_for_one_place_names_the_several_alone(painlog, typed):
    painlog("add", "heel", "6")
    assert painlog(*shlex.split(typed)).err == (
        '"neck and heel" is two places: "neck" and "heel". Give each by itself.\n'
    )


def test_undo_last_is_undo(painlog):
    painlog("add", "heel", "6")
    assert painlog("undo", "last").out.startswith("Took back: add: entry 1")
    assert painlog("redo", "that").out.startswith("Made again: add: entry 1")


@pytest.mark.parametrize(
    "words", [("list",), ("peg", "list"), ("add", "heel", "6", "--", "neck", "3")]
)
def test_json_may_come_before_the_command(painlog, words):
    before = painlog("--json", *words)
    assert (before.code, before.out[:1]) == (0, "{")
