"""The words by which people tell of the signs, as data: a person in pain, not a doctor, speaks."""

from collections.abc import Mapping

from painlog.advice.red_flags.patterns import Sign
from painlog.advice.red_flags.signs.back import SIGNS_OF_THE_BACK
from painlog.advice.red_flags.signs.chest_and_leg import SIGNS_OF_THE_CHEST_AND_LEG
from painlog.advice.red_flags.signs.head import SIGNS_OF_THE_HEAD

SIGNS: Mapping[str, Sign] = {
    **SIGNS_OF_THE_BACK,
    **SIGNS_OF_THE_HEAD,
    **SIGNS_OF_THE_CHEST_AND_LEG,
}
