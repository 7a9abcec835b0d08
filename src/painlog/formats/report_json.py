"""The report as JSON. The contract is docs/formats.md. Numbers are not rounded."""

from collections.abc import Iterable
from typing import Any

from painlog.advice.standing import Advice
from painlog.analysis.days import Window
from painlog.analysis.effects import Effect
from painlog.analysis.report import RegionSummary, Report
from painlog.analysis.sessions import SessionSummary
from painlog.formats.journal_json import consultation_object

REPORT = "painlog.report/1"


def report_object(report: Report, advice: Iterable[Advice]) -> dict[str, Any]:
    """The whole report; what cannot be computed is null."""
    return {
        "schema": REPORT,
        "period": {
            "since": report.period.since.isoformat(),
            "until": report.period.until.isoformat(),
        },
        "window_days": report.window_days,
        "regions": [_region(region) for region in report.regions],
        "effects": [_effect(effect) for effect in report.effects],
        "sessions": [_session(session) for session in report.sessions],
        "consultations": [consultation_object(c) for c in report.consultations],
        "advice": [{"code": a.code, "text": a.text} for a in advice],
    }


def _region(region: RegionSummary) -> dict[str, Any]:
    return {
        "region": region.region,
        "side": region.side,
        "entries": region.entries,
        "rated_days": region.rated_days,
        "mean": region.mean,
        "worst": region.worst,
        "last_7": _window(region.last_7),
        "previous_7": _window(region.previous_7),
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "since": window.since.isoformat(),
        "until": window.until.isoformat(),
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
        "before": _window(effect.before),
        "after": _window(effect.after),
    }


def _session(session: SessionSummary) -> dict[str, Any]:
    return {
        "region": session.region,
        "side": session.side,
        "treatment": session.treatment,
        "sessions": session.sessions,
        "mean_before": session.mean_before,
        "mean_after": session.mean_after,
        "mean_change": session.mean_change,
        "next_days": session.next_days,
        "next_day_change": session.next_day_change,
    }
