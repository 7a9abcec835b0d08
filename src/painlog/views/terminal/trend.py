"""A trend in words."""

from painlog.analysis.days import Buckets
from painlog.views.wording import points

FEWEST_MEANS = 3

_SPANS = {7: "Week by week", 28: "By spans of 4 weeks", 91: "By quarters", 364: "By years"}


def trend_words(trend: Buckets) -> str:
    """Week by week: from 6.0 to 3.3; highest 7.0, lowest 2.8. Empty for fewer than three means."""
    means = [mean for mean in trend.means if mean is not None]
    if len(means) < FEWEST_MEANS:
        return ""
    return (
        f"{_SPANS[trend.length]}: from {points(means[0])} to {points(means[-1])}; "
        f"highest {points(max(means))}, lowest {points(min(means))}."
    )
