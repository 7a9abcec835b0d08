"""The treatments that painlog knows, and what is known about them.

Every fact rests on the publication beside it. Where painlog has none it says so: a treatment
without evidence here is one that is not judged here, which speaks neither for nor against it.
"""

from painlog.model.treatment import Treatment
from painlog.model.treatment_catalogue.conventional_care import CONVENTIONAL_CARE
from painlog.model.treatment_catalogue.manual import MANUAL
from painlog.model.treatment_catalogue.medication import MEDICATION
from painlog.model.treatment_catalogue.needling import NEEDLING
from painlog.model.treatment_catalogue.self_care import EXERCISE, SELF_CARE

TREATMENTS: tuple[Treatment, ...] = (
    *MANUAL,
    *NEEDLING,
    *EXERCISE,
    *SELF_CARE,
    *CONVENTIONAL_CARE,
    *MEDICATION,
)
