"""On which days and at which doses treatments were used."""

from builders import entry, on, use
from painlog.model.dose_reading import parse_dose
from painlog.model.treatment import Treatment
from painlog.store import taken
from painlog.store.journal import Journal


def test_the_days_on_which_each_treatment_was_used_are_those_of_the_span(path, store):
    store(
        entry("head", 6, day=2, treatments=["ibuprofen"]),
        entry("head", 6, day=3, treatments=["ibuprofen", "heat"]),
        entry("neck", 6, day=3, treatments=["ibuprofen"]),
        use("ibuprofen", day=5),
        use("ibuprofen", day=6),
    )
    with Journal(path) as journal:
        assert taken.days_by_treatment(journal, on(3), on(5)) == {
            "ibuprofen": {on(3), on(5)},
            "heat": {on(3)},
        }
        assert taken.days_by_treatment(journal, on(7), on(9)) == {}


def test_a_day_on_which_a_patch_was_changed_is_none_of_its_use(path, store):
    store(
        use("fentanyl", day=3, dose="25 micrograms/hour"),
        use("fentanyl", day=4, dose="1 patch"),
        use("fentanyl", day=5, dose="100 micrograms"),
        use("fentanyl", day=5, dose="25 micrograms/hour"),
        use("fentanyl", day=6),
        use("buprenorphine", day=6, dose="2 patches"),
    )
    with Journal(path) as journal:
        assert taken.days_by_treatment(journal, on(3), on(6)) == {"fentanyl": {on(5), on(6)}}


def test_a_treatment_of_the_person_s_own_is_told_from_the_catalogue_s(path, store):
    store(Treatment("my tea", own=True))
    with Journal(path) as journal:
        assert taken.are_own(journal, {"my tea", "heat"})
        assert not taken.are_own(journal, {"heat", "rest"})
        assert not taken.are_own(journal, set())


def test_the_dose_used_most_often_is_first(path, store):
    store(
        use("ibuprofen", day=1, dose="600 mg"),
        use("ibuprofen", day=2, dose="400 mg"),
        use("ibuprofen", day=2),
        use("heat", day=2, dose="20 min"),
        entry("head", 6, treatments=["ibuprofen"], doses=(("ibuprofen", parse_dose("400mg")),)),
    )
    with Journal(path) as journal:
        assert taken.doses_of(journal, "ibuprofen") == ["400 mg", "600 mg"]
        assert taken.doses_of(journal, "rest") == []
