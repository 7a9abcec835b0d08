"""PEGs as CSV (RFC 4180, UTF-8, with a header). The contract is docs/formats.md."""

import csv
from collections.abc import Iterable
from typing import TextIO

from painlog.model.peg import Peg

COLUMNS = ("uid", "answered_on", "pain", "enjoyment", "activity", "score")


def write(pegs: Iterable[Peg], file: TextIO) -> None:
    """Write the PEGs under a header. The score is not rounded."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        (p.uid, p.answered_on.isoformat(), p.pain, p.enjoyment, p.activity, p.score) for p in pegs
    )
