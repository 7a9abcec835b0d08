"""The report as JSON. The contract is docs/formats.md. Numbers are not rounded."""

from collections.abc import Iterable
from typing import Any

from painlog.advice.cautions import sentence
from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, WHOLE, Advice
from painlog.analysis.cautions import Caution
from painlog.analysis.comparison import Comparison
from painlog.analysis.days import Window
from painlog.analysis.effects import Effect
from painlog.analysis.months import Month
from painlog.analysis.peg import SMALLEST_THAT_MATTERS, PegChange, PegSummary
from painlog.analysis.regimens import RegimenComparison
from painlog.analysis.report import RegionSummary, Report
from painlog.formats.journal_json import advice_object, consultation_object, fields_of, peg_object

REPORT = "painlog.report/1"
COMPARISON = "painlog.comparison/1"
OVERUSE_FIELDS = ("treatment", "line", "days", "medicines")
SESSION_FIELDS = [
    "region",
    "side",
    "treatment",
    "sessions",
    "mean_before",
    "mean_after",
    "mean_change",
    "next_days",
    "next_day_change",
]


def report_object(report: Report, told: Iterable[Told], advice: Iterable[Advice]) -> dict[str, Any]:
    """Return the whole report; what cannot be computed is null."""
    return {
        "schema": REPORT,
        "period": {
            "since": report.period.since.isoformat(),
            "until": report.period.until.isoformat(),
        },
        "window_days": report.window_days,
        "regions": [_region(region) for region in report.regions],
        "effects": [_effect(effect) for effect in report.effects],
        "sessions": [fields_of(session, SESSION_FIELDS) for session in report.sessions],
        "months": [_month(month) for month in report.months],
        "overuse": [fields_of(found, OVERUSE_FIELDS) for found in report.overuse],
        "peg": _peg(report.peg) if report.peg else None,
        "consultations": [consultation_object(c) for c in report.consultations],
        "red_flags": [_told(one) for one in told],
        "limits": LIMITS,
        "advice": [advice_object(a) for a in advice],
    }


def regimen_object(found: RegimenComparison) -> dict[str, Any]:
    """Return two regimens compared; `before` is the first that was named, `after` the second."""
    # The trend of the days "before" means something only if they came first.
    in_time = {} if found.order == "first" else {"tau_u": None, "trend_before_tau": None}
    return {
        "schema": COMPARISON,
        "region": found.region,
        "side": found.side,
        "first": sorted(found.first),
        "second": sorted(found.second),
        "order": found.order,
        **_comparison(found.comparison),
        **in_time,
        "cautions": _cautions(found.cautions),
        "regimens": [
            {"treatments": sorted(regimen), "rated_days": days}
            for regimen, days in found.rated_days.items()
        ],
        "advice": [advice_object(WHOLE)],
    }


def _region(region: RegionSummary) -> dict[str, Any]:
    windows = ["last_7", "previous_7", "last_28", "previous_28"]
    return {
        **fields_of(region, ["region", "side", "entries", "rated_days", "mean", "worst"]),
        **{name: _window(getattr(region, name)) for name in windows},
        "trend": {"days": region.trend.length, "means": list(region.trend.means)},
    }


def _window(window: Window) -> dict[str, Any]:
    # A window without days, as before a course that began before the first rating, has no dates.
    return {
        "since": window.since.isoformat() if window.calendar_days else None,
        "until": window.until.isoformat() if window.calendar_days else None,
        "rated_days": window.rated_days,
        "mean": window.mean,
    }


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "region": effect.region,
        "side": effect.side,
        "treatment": effect.course.treatment,
        "started_on": effect.course.started_on.isoformat(),
        "ended_on": effect.course.ended_on.isoformat() if effect.course.ended_on else None,
        "inferred": effect.course.inferred,
        **_comparison(effect.comparison),
        "cautions": _cautions(effect.cautions),
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    interval, nap = comparison.interval, comparison.nap
    since = comparison.trend_since
    return {
        "before": _window(comparison.before),
        "after": _window(comparison.after),
        "change": comparison.change,
        "interval": [interval.low, interval.high] if interval else None,
        "percent": comparison.percent,
        "meaningful_drop": comparison.drop,
        "verdict": comparison.verdict,
        "nap": nap.value if nap else None,
        "nap_standard_error": nap.standard_error if nap else None,
        "nap_interval": [nap.low, nap.high] if nap else None,
        "tau_u": comparison.tau_u,
        "autocorrelation": interval.autocorrelation if interval else None,
        "trend_before_tau": comparison.trend_before,
        "trend_since_per_week": since.per_week if since else None,
        "trend_since_interval": [since.low, since.high] if since else None,
    }


def _cautions(cautions: Iterable[Caution]) -> list[dict[str, str]]:
    return [{"code": caution.code, "text": sentence(caution)} for caution in cautions]


def _month(month: Month) -> dict[str, Any]:
    return {
        **fields_of(month, ("region", "side")),
        "month": f"{month.first:%Y-%m}",
        **fields_of(month, ("rated_days", "pain_days", "bad_days")),
        "medicine_days": dict(month.medicines),
    }


def _told(told: Told) -> dict[str, Any]:
    flag = told.flag
    return {
        "code": flag.code,
        "urgency": flag.urgency,
        "text": flag.sign,
        "action": flag.action,
        "day": told.day.isoformat(),
        "place": told.place,
    }


def _peg(summary: PegSummary) -> dict[str, Any]:
    return {
        "answered": [peg_object(peg) for peg in summary.answered],
        "latest": peg_object(summary.latest),
        "since_first": _peg_change(summary.since_first),
        "since_four_weeks": _peg_change(summary.since_four_weeks),
        "smallest_that_matters": SMALLEST_THAT_MATTERS,
    }


def _peg_change(found: PegChange | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "since": found.earlier.answered_on.isoformat(),
        "score": found.earlier.score,
        "change": found.points,
    }
