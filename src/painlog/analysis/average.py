"""Mean and median of numbers.

The statistics module gives the same; it takes as long to import as the rest of a report's figures,
because it brings fractions, decimals and random numbers along.
"""

from collections.abc import Sequence
from math import fsum


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one number."""
    return fsum(values) / len(values)


def median(values: Sequence[float]) -> float:
    """The middle one of at least one number, of an even count the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
