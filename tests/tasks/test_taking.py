"""What a person took, read from the words of `take`."""

import pytest

from builders import CATALOGUE, TREATED_WITH
from painlog.errors import NotUnderstoodError, PainlogError, RefusedError, UsageError
from painlog.tasks.taking import read_taken, treatments_in
from painlog.tasks.treatments import Asking


def taken(text, **rest):
    words = text if isinstance(text, list) else text.split()
    found = read_taken(words, TREATED_WITH, rest.get("asking"))
    return [f"{name} {dose.written}" if dose else name for name, dose in found.things]


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("ibuprofen", ["ibuprofen"]),
        ("ibuprofen 400 mg", ["ibuprofen 400 mg"]),
        ("ibuprofen 400mg", ["ibuprofen 400 mg"]),
        ("400 mg ibuprofen", ["ibuprofen 400 mg"]),
        ("2x500mg paracetamol", ["paracetamol 2 × 500 mg"]),
        ("half a tablet of sumatriptan", ["sumatriptan ½ tablet"]),
        ("ibuprofen 400 mg paracetamol 1 g", ["ibuprofen 400 mg", "paracetamol 1 g"]),
        ("ibuprofen paracetamol", ["ibuprofen", "paracetamol"]),
        ("ibuprofen 400 mg paracetamol", ["ibuprofen 400 mg", "paracetamol"]),
        ("400 mg ibuprofen 1 g paracetamol", ["ibuprofen 400 mg", "paracetamol 1 g"]),
        ("trigger point therapy heat", ["trigger point therapy", "heat"]),
        (["ibuprofen", "400 mg", "heat"], ["ibuprofen 400 mg", "heat"]),
        (["ibuprofen 400 mg; paracetamol 1 g"], ["ibuprofen 400 mg", "paracetamol 1 g"]),
        ("ibuprofen 400 mg, heat", ["ibuprofen 400 mg", "heat"]),
        ("acetaminophen 500 mg", ["paracetamol 500 mg"]),
        ("co-codamol 8/500, 10 tablets", ["co-codamol 10 × 8/500"]),
        ("co-codamol 10 x 8/500", ["co-codamol 10 × 8/500"]),
        ("ibuprofen 400 mg, 2 tablets", ["ibuprofen 2 × 400 mg"]),
    ],
)
def test_treatments_stand_one_after_the_other_with_their_doses(words, things):
    assert taken(words) == things


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("metformin 500 mg", ["metformin 500 mg"]),
        ("green tea", ["green tea"]),
        ("green tea ibuprofen 400 mg", ["green tea", "ibuprofen 400 mg"]),
        ("ibuprofen 400 mg green tea", ["ibuprofen 400 mg", "green tea"]),
        ("metformin 500 mg magnesia 2 g", ["metformin 500 mg", "magnesia 2 g"]),
        ("metformin; green tea", ["metformin", "green tea"]),
    ],
)
def test_what_is_not_known_is_what_is_left_between_the_known(words, texts):
    assert treatments_in(words.split(), TREATED_WITH) == texts


def test_what_is_not_known_becomes_the_persons_own():
    found = read_taken(["metformin", "500", "mg"], TREATED_WITH, None)
    assert [(t.name, t.own) for t in found.new] == [("metformin", True)]
    assert found.things[0][1].written == "500 mg"


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        ([], UsageError, "take needs what you took or did, as in: painlog take ibuprofen 400 mg"),
        (["400", "mg"], NotUnderstoodError, '"400 mg" names no treatment.'),
        (["50"], NotUnderstoodError, '"50" names no treatment.'),
        (["sumatriptan", "50"], NotUnderstoodError, '"sumatriptan 50" gives a number without a u'),
        (["ibuprofn"], NotUnderstoodError, 'No treatment is called "ibuprofn".'),
        (["ibuprofen", "400mg", "ibuprofen"], RefusedError, "ibuprofen is named twice."),
    ],
)
def test_what_cannot_be_taken_is_refused(words, error, said):
    with pytest.raises(error) as refused:
        read_taken(words, TREATED_WITH, None)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("400 mg ibuprofen and sumatriptan 50 mg", ["ibuprofen 400 mg", "sumatriptan 50 mg"]),
        ("ibuprofen 400mg with sumatriptan", ["ibuprofen 400 mg", "sumatriptan"]),
        ("ibuprofen plus heat & rest", ["ibuprofen", "heat", "rest"]),
        ("ibuprofen 400mg,heat", ["ibuprofen 400 mg", "heat"]),
        ("ibuprofen 400 mg, heat, and rest", ["ibuprofen 400 mg", "heat", "rest"]),
        (["ibuprofen,", "and heat 20 min"], ["ibuprofen", "heat 20 minutes"]),
        (["ibuprofen 400 mg; and heat"], ["ibuprofen 400 mg", "heat"]),
        ("bread and butter", ["bread and butter"]),
        ("sumatriptan fifty mg", ["sumatriptan 50 mg"]),
        ("twenty-five mg sumatriptan and heat", ["sumatriptan 25 mg", "heat"]),
    ],
)
def test_what_joins_several_is_none_of_them(typed, found):
    assert taken(typed) == found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("and", '"and" cannot be a treatment'),
        (
            "ibuprofen and",
            'painlog knows ibuprofen, but not "ibuprofen and", and takes no medicine',
        ),
        ("ibuprofen with food", '"with food" is no treatment. Say a place with --for'),
        ("fifty mg", '"fifty mg" names no treatment.'),
        ("sumatriptan fifty", '"sumatriptan fifty" gives a number without a unit.'),
        ("sumatriptan two fifty mg", '"sumatriptan two" does not say what is counted.'),
        (
            "sumatriptan mg fifty",
            '"sumatriptan mg fifty" gives no clear amount. Write it in digits',
        ),
    ],
)
def test_words_that_can_be_no_treatment_are_refused(typed, said):
    with pytest.raises(PainlogError) as refused:
        read_taken(typed.split(), TREATED_WITH, None)
    assert str(refused.value).startswith(said)


def test_more_words_than_anybody_means_are_refused():
    with pytest.raises(PainlogError, match="up to 100 words"):
        read_taken(["word"] * 101, TREATED_WITH, None)


@pytest.mark.parametrize(
    "text",
    [
        "one imigran",
        "paracetamol tablets 2",
        "paracetamol 2x500",
        "imigran spray",
        "gel",
    ],
)
def test_no_word_of_an_amount_becomes_a_treatment(text):
    with pytest.raises(NotUnderstoodError):
        taken(text)


def test_a_form_behind_a_brand_is_part_of_it():
    assert taken("imigran nasal") == ["sumatriptan into the nose"]


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("ibuprofen 400mg last night", "last night"),
        ("sumatriptan 50 mg 14:00", "14:00"),
        ("ibuprofen 400 mg at 8am", "8am"),
        ("heat yesterday 21:00", "yesterday 21:00"),
        ("massage 2 days ago", "2 days ago"),
        ("ibuprofen 2026-03-30", "2026-03-30"),
    ],
)
def test_a_time_is_no_treatment_and_its_option_is_named(typed, time):
    with pytest.raises(UsageError) as refused:
        read_taken(typed.split(), TREATED_WITH, None)
    assert str(refused.value).endswith(f'--at "{time}"')


_WITH_OPTIONS = "Say a place with --for, a time with --at and anything else with --note, as in: "


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "stretching for 20 min",
            '"for 20 min" is no treatment. Leave "for" out, as in: '
            "painlog take stretching 20 minutes",
        ),
        *(
            (
                typed,
                f'"{phrase} head" is no treatment. Name the place with --for, as in: '
                f'painlog take {taken} --for "head"',
            )
            for typed, phrase, taken in (
                ("ibuprofen for my head", "for my", "ibuprofen"),
                ("heat massage of the head", "of the", "heat, massage"),
                (["massage of the head"], "of the", "massage"),
                ("green tea for my head", "for my", "green tea"),
                ("for head", "for", "ibuprofen 400 mg"),
            )
        ),
        (
            "ibuprofen 400 mg twice",
            '"twice" is no treatment. Each use is logged when it is taken: painlog take ibuprofen '
            "400 mg",
        ),
        (
            "once ibuprofen",
            '"once" is no treatment. Leave it out, as in: painlog take ibuprofen',
        ),
        (
            "naproxen 500 mg with milk",
            f'"with milk" is no treatment. {_WITH_OPTIONS}painlog take naproxen 500 mg '
            '--note "with milk"',
        ),
        (
            "heat after dinner",
            f'"after dinner" is no treatment. {_WITH_OPTIONS}painlog take heat '
            '--note "after dinner"',
        ),
    ],
)
def test_words_that_say_where_when_or_how_often_are_no_treatment(typed, said):
    words = typed if isinstance(typed, list) else typed.split()
    with pytest.raises(UsageError) as refused:
        read_taken(words, TREATED_WITH, None, CATALOGUE)
    assert str(refused.value) == said


@pytest.mark.parametrize("typed", ["syndol 2", "green pill 400", "syndol 2,5"])
def test_a_number_behind_an_unknown_name_is_no_part_of_it(typed):
    with pytest.raises(NotUnderstoodError, match="gives a number without a unit"):
        read_taken(typed.split(), TREATED_WITH, None)


def test_a_number_without_a_unit_is_not_lost_where_a_brand_is_asked_about():
    asked = Asking(lambda _: None, lambda _, products: products[0])
    with pytest.raises(NotUnderstoodError, match="gives a number without a unit"):
        read_taken(["Nurofen", "400"], TREATED_WITH, asked)
    assert read_taken(["Nurofen", "400 mg"], TREATED_WITH, asked).things[0][0] == "ibuprofen"


@pytest.mark.parametrize(
    "words",
    [
        ["“paracetamol”", "5", "g"],
        ["“paracetamol” 5 g"],
        ["“paracetamol", "5", "g”"],
        ["«paracetamol»", "5", "g"],
        ["paracetamol”", "5", "g"],
        ["paracetamol!", "5", "g!"],
        ["'paracetamol'", "5", "g"],
        ["‘paracetamol 5 g’"],
    ],
)
def test_quotation_marks_around_a_medicine_hide_neither_its_name_nor_its_dose(words):
    assert taken(words) == ["paracetamol 5 g"]


def test_quotation_marks_are_no_part_of_a_new_name():
    assert taken(["“metformin”", "5", "mg"]) == ["metformin 5 mg"]
    assert taken(["metformin!"]) == ["metformin"]


REGIONS = CATALOGUE


def refusal(words):
    with pytest.raises(PainlogError) as refused:
        read_taken(words.split(), TREATED_WITH, None, REGIONS)
    return str(refused.value)


@pytest.mark.parametrize(
    ("words", "place", "instead"),
    [
        ("heat left knee", "left knee", 'painlog take heat --for "left knee"'),
        ("heat my left knee", "my left knee", 'painlog take heat --for "left knee"'),
        ("heat neck", "neck", 'painlog take heat --for "neck"'),
        (
            "neck massage",
            "neck",
            'painlog take massage --for "neck"\n'
            'If "neck massage" is one treatment: painlog take "neck massage"',
        ),
        ("yoga left knee", "left knee", 'painlog take yoga --for "left knee"'),
        ("ibuprofen 400 mg head", "head", 'painlog take ibuprofen 400 mg --for "head"'),
    ],
)
def test_a_place_is_no_treatment(words, place, instead):
    assert refusal(words) == (
        f'"{place}" is a place and no treatment. Name it with --for, as in: {instead}'
    )


@pytest.mark.parametrize(
    "remark",
    ["didn't work", "didn’t work", "no effect", "worse", "helped", "because of head"],
)
def test_a_remark_behind_a_dose_is_no_treatment(remark):
    assert refusal(f"ibuprofen 400 mg {remark}") == (
        f'"{remark}" is no treatment. Say a place with --for, a time with --at and anything else '
        f'with --note, as in: painlog take ibuprofen 400 mg --note "{remark}"'
    )


def test_words_beside_a_treatment_are_another_one_only_if_something_says_so():
    assert refusal("ibuprofen 400 mg yoga") == (
        'painlog does not know "yoga" beside "ibuprofen 400 mg". If it is another treatment, put '
        'a comma between them: "ibuprofen 400 mg, yoga". For anything else there is --note, as '
        'in: painlog take ibuprofen 400 mg --note "yoga"'
    )
    for between in (",", " and", " plus", " +", ";"):
        assert taken(f"ibuprofen 400 mg{between} yoga") == ["ibuprofen 400 mg", "yoga"]
    assert taken("ibuprofen 400 mg yoga 20 min") == ["ibuprofen 400 mg", "yoga 20 minutes"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("yoga for beginners", '"for beginners" is no treatment.'),
        ("yoga twice a week", '"twice a week" says how often, and a use is logged each time: '),
        ("yoga 3 times a week", '"3 times a week" says how often, and a use is logged each time:'),
        ("yoga after dinner", '"after dinner" is no treatment.'),
        ("yoga in the morning", '"in the morning" is no treatment.'),
        ("yoga every day", '"every day" says how often, and a use is logged each time:'),
    ],
)
def test_words_behind_an_unknown_name_are_refused_as_behind_a_known_one(words, said):
    assert refusal(words).startswith(said)


def test_a_name_may_have_little_words():
    for name in ("walk in the park", "cup of tea", "tea tree oil"):
        assert taken(name) == [name]


def test_an_oil_of_cannabis_is_that_medicine_and_no_second_treatment():
    assert taken("cbd oil 10 drops") == ["cannabidiol 10 drops"]
    assert taken("cannabis oil") == ["medical cannabis"]
    assert refusal("diclofenac oil").startswith(
        'painlog knows diclofenac, but not "diclofenac oil"'
    )


def test_treatments_with_a_slash_between_them_are_two_and_two_medicines_may_be_one():
    assert taken("ibuprofen/heat") == ["ibuprofen", "heat"]
    assert refusal("ibuprofen/naproxen").startswith("painlog knows ibuprofen and naproxen, but not")
