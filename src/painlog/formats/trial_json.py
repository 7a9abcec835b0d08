"""A trial of one's own, as JSON: the plan, and what may be told of it. docs/formats.md."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from painlog.advice.standing import WHOLE
from painlog.advice.trials import PAUSED, TALK_IT_OVER, trial_caution
from painlog.analysis.trials import ArmDays, TrialReading
from painlog.formats.journal_json import advice_object, consultation_object, fields_of
from painlog.model.contents import Consultation
from painlog.model.trial import KEPT, Trial

TRIAL = "painlog.trial/1"
TRIALS = "painlog.trials/1"


def trial_reading_object(
    reading: TrialReading, visit: Consultation | None = None
) -> dict[str, Any]:
    """Return everything that may be told of a trial; no figure compares until it is over.

    Numbers are not rounded. Differences are B minus A, in points.
    """
    test = reading.test
    return {"schema": TRIAL, **reading_object(reading, visit)} | {
        "advice": [
            advice_object(advice)
            for advice in (
                *([PAUSED] if reading.status == "paused" else ()),
                *([TALK_IT_OVER] if test else ()),
                WHOLE,
            )
        ]
    }


def trials_object(
    readings: Iterable[TrialReading], visits: Mapping[str, Consultation]
) -> dict[str, Any]:
    """Return several trials in one object."""
    found = [reading_object(r, visits.get(r.trial.consultation)) for r in readings]
    return {"schema": TRIALS, "trials": found, "advice": [advice_object(WHOLE)]}


def reading_object(reading: TrialReading, visit: Consultation | None = None) -> dict[str, Any]:
    """Return a trial as a part of another object."""
    test = reading.test
    return {
        "id": reading.trial.id,
        "uid": reading.trial.uid,
        "status": reading.status,
        "plan": _plan(reading.trial, visit),
        "order": list(reading.order),
        "blocks": [
            {
                "number": block.number,
                "pair": block.pair,
                "arm": block.arm,
                "since": block.first.isoformat(),
                "until": block.last.isoformat(),
                "counted_from": block.counted_from.isoformat(),
            }
            for block in reading.blocks
        ],
        "pairs": [
            {
                "difference": _number(pair.difference),
                "counted": pair.difference is not None,
                "a": _number(pair.a),
                "b": _number(pair.b),
                "rated_a": pair.rated_a,
                "rated_b": pair.rated_b,
            }
            for pair in reading.pairs
        ],
        "estimate": _number(test and test.estimate),
        "p": _number(test and test.p),
        "as_big": test and test.as_big,
        "orders": test and test.orders,
        "interval": test and test.interval and [float(end) for end in test.interval],
        "confidence": _number(test and test.confidence),
        "drop": reading.drop,
        "verdict": reading.verdict,
        "adherence": {
            "kept_share": reading.kept_share,
            **{answer: reading.answers.get(answer, 0) for answer in KEPT},
            "arms": [_arm(arm) for arm in reading.arms],
        },
        "cautions": [
            {"code": caution.code, "text": trial_caution(caution)} for caution in reading.cautions
        ],
    }


def _plan(trial: Trial, visit: Consultation | None) -> dict[str, Any]:
    plan = fields_of(trial, ["a", "b", "region", "side", "pairs", "block_days", "washout_days"])
    return plan | {
        "start": trial.starts_on.isoformat(),
        "end": trial.ends_on.isoformat(),
        "planned_on": trial.planned_on.isoformat(),
        "stopped_on": trial.stopped_on and trial.stopped_on.isoformat(),
        "seed": trial.seed,
        "seed_given": trial.seed_given,
        "draws": trial.draws,
        "agreed_on": trial.agreed_on.isoformat(),
        "consultation": visit and consultation_object(visit),
    }


def _arm(arm: ArmDays) -> dict[str, Any]:
    return {
        "arm": arm.arm,
        "days": arm.days,
        "counted": arm.counted,
        "rated": arm.rated,
        "medicine_days": arm.medicine_days,
        "course_days": arm.course_days,
        **{answer: arm.kept and arm.kept.get(answer, 0) for answer in KEPT},
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
