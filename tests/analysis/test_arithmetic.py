"""Quantiles of Student's t against SciPy's."""

import pytest
from scipy import stats

from painlog.analysis.arithmetic import p_in_words, standard_normal_quantile, t_quantile

UPPER = [0.500001, 0.51, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999, 0.9999]
FREEDOM = [
    *(1, 1.2, 1.5, 1.75, 2, 2.3, 3, 4.5, 5.99, 7.7, 10, 12.86, 16.19, 20, 33.3, 50, 99.9, 250.5),
    # Where one way to the logarithm of gamma gives way to another.
    *(399, 399.999, 400, 400.001, 401, 1000.1, 12_345.6, 1e5, 999_999.5, 1e6),
]


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (1, "p 1"),
        (0.9999, "p 1"),
        (0.40625, "p .406"),
        (0.0625, "p .063"),
        (0.03125, "p .031"),
        (0.001, "p .001"),
        (0.000999, "p < .001"),
        (2 / 2**20, "p < .001"),
    ],
)
def test_no_p_is_written_as_zero(p, said):
    assert p_in_words(p) == said


@pytest.mark.parametrize("df", FREEDOM)
def test_a_quantile_is_scipys_to_a_billionth_in_both_tails(df):
    for p in UPPER:
        expected = float(stats.t.ppf(p, df))
        assert t_quantile(p, df) == pytest.approx(expected, rel=1e-9, abs=0)
        assert t_quantile(1 - p, df) == pytest.approx(-expected, rel=1e-9, abs=0)


@pytest.mark.parametrize("df", FREEDOM)
def test_half_of_a_t_distribution_is_under_0(df):
    assert t_quantile(0.5, df) == 0.0


@pytest.mark.parametrize("p", [0.6, 0.975, 0.9999])
def test_more_degrees_of_freedom_give_a_smaller_quantile(p):
    found = [t_quantile(p, df) for df in FREEDOM if df < 10_000]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(("p", "df"), [(0, 5), (1, 5), (-0.1, 5), (1.1, 5), (0.5, 0), (0.9, -1)])
def test_what_has_no_quantile_is_refused(p, df):
    with pytest.raises(ValueError, match=str(p)):
        t_quantile(p, df)


def test_a_standard_normal_quantile_is_for_two_sides():
    assert standard_normal_quantile(0.95) == pytest.approx(float(stats.norm.ppf(0.975)), rel=1e-12)
