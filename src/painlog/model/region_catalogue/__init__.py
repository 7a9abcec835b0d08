"""The regions that painlog knows, head to toe.

The bare word "back" stands for none of them: it could be three, so the person is asked which.
"""

from painlog.model.region import Region
from painlog.model.region_catalogue.lower_body import LOWER_BODY
from painlog.model.region_catalogue.upper_body import UPPER_BODY

REGIONS: tuple[Region, ...] = (*UPPER_BODY, *LOWER_BODY)
