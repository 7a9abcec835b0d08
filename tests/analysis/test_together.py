"""Anti-inflammatory painkillers that were in use on the same days."""

from builders import TREATED_WITH, course, on
from painlog.analysis.together import anti_inflammatories, used_together
from painlog.model.treatment import Treatment


def test_combinations_with_one_count_and_gels_do_not():
    own = Treatment("red pill", "medication", True, medicine_class="anti-inflammatory", own=True)
    found = anti_inflammatories({**TREATED_WITH.by_name, own.name: own})
    wanted = {"naproxen", "diclofenac", "aspirin", "ibuprofen with codeine", "red pill"}
    assert wanted <= found
    assert not found & {"ibuprofen gel", "diclofenac gel", "paracetamol", "co-codamol", "heat"}


def test_days_on_which_both_were_taken_or_in_course():
    taken = {"diclofenac": [on(3), on(20)], "ibuprofen": [on(3), on(8), on(40)]}
    courses = [course("naproxen", start=5, end=10), course("aspirin", start=39)]
    assert used_together(taken, courses, on(1), on(40)) == (
        (("aspirin", "ibuprofen"), (on(40),)),
        (("diclofenac", "ibuprofen"), (on(3),)),
        (("ibuprofen", "naproxen"), (on(8),)),
    )
    assert used_together(taken, courses, on(9), on(38)) == ()
