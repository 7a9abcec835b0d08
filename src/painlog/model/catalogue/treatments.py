"""The treatments that painlog knows, and what is known about them.

Every fact rests on the publication beside it. Where painlog has none it says so: a treatment
without evidence here is one that is not judged here, which speaks neither for nor against it.
"""

from painlog.model.catalogue.conventional_care import CONVENTIONAL_CARE
from painlog.model.catalogue.manual import MANUAL
from painlog.model.catalogue.medication import MEDICATION
from painlog.model.catalogue.needling import NEEDLING
from painlog.model.catalogue.self_care import EXERCISE, SELF_CARE
from painlog.model.treatment import Treatment

TREATMENTS: tuple[Treatment, ...] = (
    *MANUAL,
    *NEEDLING,
    *EXERCISE,
    *SELF_CARE,
    *CONVENTIONAL_CARE,
    *MEDICATION,
)
