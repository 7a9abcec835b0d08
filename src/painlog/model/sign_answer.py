"""What a person answered to a question of the check of warning signs."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from painlog.model.region import Side, label

_CODE = re.compile(r"[a-z]+(-[a-z]+)*")
LONGEST_CODE = 60

# "known": yes, and a clinician knows about it.
SignReply = Literal["yes", "no", "known"]


class SignAnswer(NamedTuple):
    """An answer about one warning sign, for the place that hurt, or None for no place.

    `sign` is a code of `advice.warning_signs`, or one that a newer painlog knows.
    """

    answered_at: datetime
    sign: str
    answer: SignReply
    region: str | None = None
    side: Side | None = None
    uid: str = ""
    id: int = 0
    updated_at: str = ""

    @property
    def place(self) -> str:
        """The place in words: "left heel"; "" for none."""
        return label(self.region, self.side) if self.region else ""


def is_sign_code(text: str) -> bool:
    """Return whether a text may be the code of a warning sign, of this painlog or a newer one."""
    return len(text) <= LONGEST_CODE and _CODE.fullmatch(text) is not None


def latest_answers(answers: Iterable[SignAnswer]) -> tuple[SignAnswer, ...]:
    """Return the latest answer for each sign and place, in the order in which they were given."""
    latest: dict[tuple[str, str | None, Side | None], SignAnswer] = {}
    for answer in sorted(answers, key=lambda a: (a.answered_at, a.id)):
        key = (answer.sign, answer.region, answer.side)
        latest.pop(key, None)
        latest[key] = answer
    return tuple(latest.values())
