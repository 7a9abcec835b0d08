"""Compute means, medians and quantiles of the normal and of Student's t distribution.

It needs neither SciPy nor the statistics module. Importing the latter takes as long as all other
figures of a report, because it loads fractions, decimals and random numbers.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import copysign, erfc, exp, fsum, inf, lgamma, log, log1p, pi, sqrt

CONFIDENCE = 0.95

# A p below this would be written as .000.
_SMALLEST_P = 0.001
_SMALLEST = 1e-300
_PRECISION = 1e-16
_LAST_DIGITS = 1e-9
_MOST_STEPS = 10_000
# Relative: three steps of Newton take a thousandth to the last digits.
_NEAR = 1e-3
_NEWTON_STEPS = 3


def mean(values: Sequence[float]) -> float:
    """Return the arithmetic mean of at least one number."""
    return fsum(values) / len(values)


def rounded(value: float, digits: int = 1) -> float:
    """Round as people do, a half away from zero: 5.25 is 5.3, -2.75 is -2.8.

    What differs from a half by less than a computer's last digits is a half.
    """
    # Adding zero takes the sign off a value that rounds to -0.0.
    return round(value + copysign(_LAST_DIGITS, value), digits) + 0.0


def p_in_words(value: float) -> str:
    """Write a p to three decimals as every output has it: "p .016", "p < .001", "p 1"."""
    if value < _SMALLEST_P:
        return "p < .001"
    text = f"{rounded(value, 3):.3f}".lstrip("0")
    return "p 1" if text.startswith("1") else f"p {text}"


def median(values: Sequence[float]) -> float:
    """Return the middle one of at least one number, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


@lru_cache(maxsize=1024)
def t_quantile(p: float, df: float) -> float:
    """Return the `p` quantile of Student's t distribution with `df` degrees of freedom.

    It agrees with SciPy's to a relative 1e-9 for `df` of 1 and more.

    Raises:
        ValueError: if p is not between 0 and 1, or df is not over 0.
    """
    if not 0 < p < 1 or not df > 0:
        raise ValueError((p, df))
    if p == 0.5:
        return 0.0
    if p < 0.5:
        return -t_quantile(1 - p, df)
    low, high = 0.0, 1.0
    while _upper_tail(high, df) > 1 - p:
        low, high = high, 2 * high
    # Bisection cannot go astray in the heavy tails of few degrees of freedom, where Newton can.
    # Once near, Newton is quicker.
    while high - low > _NEAR * high:
        middle = (low + high) / 2
        if _upper_tail(middle, df) > 1 - p:
            low = middle
        else:
            high = middle
    value = (low + high) / 2
    for _ in range(_NEWTON_STEPS):
        value += (_upper_tail(value, df) - (1 - p)) / _density(value, df)
    return value


def t_two_sided(t: float, df: float) -> float:
    """Return how likely a t variable is as far from 0 as `t`, to either side."""
    return min(2 * _upper_tail(abs(t), df), 1.0)


def _density(t: float, df: float) -> float:
    return exp(_log_gamma_step(df / 2) - log(pi * df) / 2 - (df + 1) / 2 * log1p(t * t / df))


def _upper_tail(t: float, df: float) -> float:
    """Return P(T > t) for t of 0 and more."""
    # Two forms of one number: each loses no digits where the other would.
    square = t * t
    if square < df:
        return 0.5 - 0.5 * _incomplete_beta(0.5, df / 2, square / (df + square))
    return 0.5 * _incomplete_beta(df / 2, 0.5, df / (df + square))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """Compute the regularised incomplete beta function by its continued fraction (DLMF 8.17.22)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - _incomplete_beta(b, a, 1 - x)
    # One of the two is always 1/2.
    front = exp(a * log(x) + b * log1p(-x) + _log_gamma_step(a + b - 0.5) - lgamma(0.5)) / a
    return front * _continued_fraction(a, b, x)


def _log_gamma_step(x: float) -> float:
    """Return log(gamma(x + 1/2) / gamma(x)); for large x by its series (DLMF 5.11.13)."""
    if x < 200:
        return lgamma(x + 0.5) - lgamma(x)
    # Two logarithms of gamma would be millions here, and their difference only noise.
    y = 1 / x
    return log(x) / 2 + log1p(-y / 8 + y**2 / 128 + 5 * y**3 / 1024 - 21 * y**4 / 32768)


def _continued_fraction(a: float, b: float, x: float) -> float:
    """Evaluate it by Lentz's method as Thompson and Barnett modified it."""
    c, d = 1.0, _reciprocal(1 - (a + b) * x / (a + 1))
    value, change = d, inf
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = _reciprocal(1 + term * d)
            c = _away_from_zero(1 + term / c)
            change = c * d
            value *= change
        if abs(change - 1) < _PRECISION:
            break
    return value


def _reciprocal(x: float) -> float:
    return 1 / _away_from_zero(x)


def _away_from_zero(x: float) -> float:
    return x if abs(x) > _SMALLEST else _SMALLEST


@lru_cache(maxsize=16)
def standard_normal_quantile(confidence: float) -> float:
    """Return the z of a two-sided interval of this confidence: 1.96 for 0.95.

    Raises:
        ValueError: if the confidence is not between 0 and 1.
    """
    if not 0 < confidence < 1:
        raise ValueError(confidence)
    # Newton from 0 comes nearer from one side only, because the tail is convex there.
    z, step = 0.0, inf
    while step > _PRECISION * z:
        step = (erfc(z / sqrt(2)) - (1 - confidence)) / (sqrt(2 / pi) * exp(-z * z / 2))
        z += step
    return z
