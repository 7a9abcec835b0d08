"""The report as JSON. The contract is docs/formats.md. Numbers are not rounded."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from painlog.advice.cautions import sentence
from painlog.advice.red_flags import Told
from painlog.advice.standing import LIMITS, WHOLE, Advice
from painlog.advice.warning_signs.answered import NOT_ASKED, SignsAnswered
from painlog.analysis.cautions import Caution
from painlog.analysis.comparison import AttackDays, Comparison, DayRate
from painlog.analysis.days import Window
from painlog.analysis.effects import Effect
from painlog.analysis.goes_with import GoesWith, Look, TooFewDays
from painlog.analysis.medicines import MedicineMonth, MedicineTotal
from painlog.analysis.months import Attacks, Month
from painlog.analysis.peg import SMALLEST_THAT_MATTERS, PegChange, PegSummary
from painlog.analysis.regimens import RegimenComparison
from painlog.analysis.region_summary import RegionSummary
from painlog.analysis.relief import Relief
from painlog.analysis.report import Report
from painlog.analysis.whole_body import Interference
from painlog.formats.journal_json import advice_object, consultation_object, fields_of, peg_object
from painlog.formats.trial_json import reading_object
from painlog.model.dose import Dose
from painlog.model.sign_answer import SignAnswer

REPORT = "painlog.report/2"
COMPARISON = "painlog.comparison/1"
_HOUR = timedelta(hours=1)
_RELIEF = (
    *("uses", "rated", "mean_before", "mean_after", "halved", "gone"),
    *("with_end", "over_within_2_hours"),
    *("again_within_24_hours", "next_days", "next_day_change", "together", "place_said"),
    "place_unsaid",
    *("in_course", "also_elsewhere", "untimed"),
)


def report_object(
    report: Report,
    told: Iterable[Told],
    advice: Iterable[Advice],
    signs: SignsAnswered = NOT_ASKED,
) -> dict[str, Any]:
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
        "relief": [_relief(relief) for relief in report.relief],
        "besides": [
            {"treatment": other.treatment, "dose": _dose(other.dose), "uses": other.uses}
            for other in report.besides
        ],
        "attacks": [_attacks(attacks) for attacks in report.attacks],
        "all_sides": [
            {**region._asdict(), "sides": list(region.sides)} for region in report.all_sides
        ],
        "months": [_month(month) for month in report.months],
        "medicines": [_taken(taken) for taken in report.taken],
        "medicine_days": [_medicine_month(month) for month in report.medicine_months],
        "overuse": [
            {
                **fields_of(found, ("of", "line", "days", "medicines")),
                "months": [f"{month:%Y-%m}" for month in found.months],
                "running": f"{found.running:%Y-%m}" if found.running else None,
                "running_days": found.running_days,
            }
            for found in report.overuse
        ],
        "overuse_if_taken": [
            {**fields_of(found, ("of", "line", "medicines")), "since": found.since.isoformat()}
            for found in report.overuse_if_taken
        ],
        "factors": goes_with_object(report.goes_with),
        "trials": [reading_object(reading) for reading in report.trials],
        "whole_body": report.whole_body and report.whole_body._asdict(),
        "interference": _interference(report.interference),
        "peg": _peg(report.peg) if report.peg else None,
        "consultations": [consultation_object(c) for c in report.consultations],
        "red_flags": [_told(one) for one in told],
        "warning_signs": [_sign_answer(answer) for answer in signs.latest],
        "limits": LIMITS,
        "advice": [advice_object(a) for a in advice],
    }


def goes_with_object(found: GoesWith) -> dict[str, Any]:
    """Return the comparisons of days with and without, the surest first."""
    return {
        "looks": len(found.looks),
        "confidence": found.confidence,
        "compared": [_look(look) for look in found.looks],
        "too_few": [fields_of(one, TooFewDays._fields) for one in found.too_few],
    }


def _look(look: Look) -> dict[str, Any]:
    split = look.split
    return {
        "region": look.region,
        "side": look.side,
        "kind": split.kind,
        "name": split.name,
        "measure": split.factor.measure if split.factor else None,
        "upper_third_from": split.high,
        "lower_third_to": split.low,
        "days_later": look.days_later,
        "with": {"days": look.days_with, "mean": look.mean_with},
        "without": {"days": look.days_without, "mean": look.mean_without},
        "change": look.change,
        "interval": [look.low, look.high],
        "p": look.p,
        "stands_out": look.stands_out,
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
        "verdict": found.verdict,
        **in_time,
        "cautions": _cautions(found.cautions),
        "regimens": [
            {
                "treatments": sorted(regimen),
                "rated_days": days,
                "used_days": dict(found.used_days.get(regimen, {})),
            }
            for regimen, days in found.rated_days.items()
        ],
        "advice": [advice_object(WHOLE)],
    }


def _region(region: RegionSummary) -> dict[str, Any]:
    windows = ["last_7", "previous_7", "last_28", "previous_28"]
    return {
        **fields_of(region, ["region", "side", "entries", "rated_days", "mean", "worst"]),
        "unsaid_days": region.unsaid_days,
        "all_attacks": region.all_attacks,
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
    course, placebo = effect.course, effect.placebo
    first, medicine_days = effect.first_28, effect.medicine_days
    return {
        "region": effect.region,
        "side": effect.side,
        "treatment": course.treatment,
        "dose": _dose(course.dose),
        "dose_before": _dose(effect.dose_before),
        "course": "inferred" if course.inferred else "started",
        "started_on": course.started_on.isoformat(),
        "ended_on": course.ended_on.isoformat() if course.ended_on else None,
        **_comparison(effect.comparison),
        # "confounded" stands here where two treatments cannot be told apart.
        "verdict": effect.verdict,
        "first_28": (
            {"change": first.change, "interval": [first.low, first.high]} if first else None
        ),
        "placebo_in_time": placebo._asdict() if placebo else None,
        "medicine_days": medicine_days._asdict() if medicine_days else None,
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
        **_attack_days(comparison.attacks),
        "nap": nap.value if nap else None,
        "nap_standard_error": nap.standard_error if nap else None,
        "nap_interval": [nap.low, nap.high] if nap else None,
        "tau_u": comparison.tau_u,
        "autocorrelation": interval.autocorrelation if interval else None,
        "trend_before_tau": comparison.trend_before,
        "trend_since_per_week": since.per_week if since else None,
        "trend_since_interval": [since.low, since.high] if since else None,
    }


def _attack_days(attacks: AttackDays | None) -> dict[str, Any]:
    """Return the pain days and the bad days in 28; null where the pain is not episodic."""
    if attacks is None:
        return {"pain_days": None, "bad_days": None, "mean_worst": None}
    return {
        "pain_days": _day_rate(attacks.pain_days),
        "bad_days": _day_rate(attacks.bad_days),
        "mean_worst": {"before": attacks.worst_before, "after": attacks.worst_after},
    }


def _day_rate(rate: DayRate) -> dict[str, Any]:
    return {
        **fields_of(rate, ("before", "after", "change")),
        "interval": [rate.low, rate.high],
    }


def _dose(dose: Dose | None) -> dict[str, Any] | None:
    return dose._asdict() if dose else None


def _relief(relief: Relief) -> dict[str, Any]:
    return {
        **fields_of(relief, ("region", "side", "treatment")),
        "dose": _dose(relief.dose),
        **fields_of(relief, _RELIEF),
    }


def _attacks(attacks: Attacks) -> dict[str, Any]:
    return {
        **fields_of(attacks, ("region", "side", "attacks")),
        "usual_hours": attacks.usual / _HOUR,
        "longest_hours": attacks.longest / _HOUR,
        "hours": [length / _HOUR for length in attacks.lengths],
    }


def _taken(taken: MedicineTotal) -> dict[str, Any]:
    return {
        "treatment": taken.treatment,
        "dose": _dose(taken.dose),
        **fields_of(taken, ("uses", "days")),
    }


def _medicine_month(month: MedicineMonth) -> dict[str, Any]:
    return {
        "month": f"{month.first:%Y-%m}",
        **fields_of(month, ("of", "days", "in_period", "line", "course_days")),
    }


def _interference(found: Interference | None) -> list[dict[str, Any]]:
    return [
        {"day": day.isoformat(), "highest": highest}
        for day, highest in (found.days if found else ())
    ]


def _cautions(cautions: Iterable[Caution]) -> list[dict[str, str]]:
    return [{"code": caution.code, "text": sentence(caution)} for caution in cautions]


def _month(month: Month) -> dict[str, Any]:
    return {
        **fields_of(month, ("region", "side")),
        "month": f"{month.first:%Y-%m}",
        **fields_of(month, ("rated_days", "pain_days", "bad_days")),
    }


def _sign_answer(answer: SignAnswer) -> dict[str, Any]:
    return {
        **fields_of(answer, ("sign", "region", "side")),
        "answered_on": answer.answered_at.date().isoformat(),
        "answer": answer.answer,
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
