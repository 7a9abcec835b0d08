"""The regions that painlog knows, head to toe.

The bare word "back" stands for none of them: it could be three, so the person is asked which.
"""

from painlog.model.catalogue.lower_body import LOWER_BODY
from painlog.model.catalogue.upper_body import UPPER_BODY
from painlog.model.region import Region

REGIONS: tuple[Region, ...] = (*UPPER_BODY, *LOWER_BODY)
