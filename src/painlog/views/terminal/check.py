"""The result of `painlog check`: what it found, what it mended, and where the copies are."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from painlog.model.finding import Finding
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from pathlib import PurePath

    from painlog.views.terminal.screen import Screen

MOST_NAMED = 10


def check_lines(
    found: Iterable[Finding],
    screen: "Screen",
    mended: Iterable[str] = (),
    copies: Iterable["PurePath"] = (),
) -> Iterator[str]:
    """Yield what was mended, what is wrong now, and the result in a sentence.

    Args:
        found: The findings, faults first.
        screen: Where it is shown.
        mended: What was mended, a sentence each.
        copies: Where the original files are kept.
    """
    found = tuple(found)
    for said in mended:
        yield from screen.wrapped(printable(said), "Mended: ", rest="  ")
    for copy in copies:
        yield from screen.wrapped(f"The original file is kept in {printable(str(copy))}", rest="  ")
    for finding in found:
        yield from _finding(finding, screen)
    yield from screen.wrapped(conclusion(found))


def conclusion(found: Iterable[Finding]) -> str:
    """Sum up the findings in a sentence."""
    severities = [finding.severity for finding in found]
    faults, remarks = severities.count("fault"), severities.count("remark")
    remarked = count(remarks, "remark") if remarks else ""
    if faults:
        said = [count(faults, "fault"), remarked]
        return f"The journal is not whole: {', '.join(filter(None, said))}."
    return f"The journal is whole; {remarked}." if remarked else "The journal is whole."


def _finding(finding: Finding, screen: "Screen") -> Iterator[str]:
    label = "Fault: " if finding.severity == "fault" else "Remark: "
    yield from screen.wrapped(printable(finding.what), label, rest="  ")
    for place in finding.where[:MOST_NAMED]:
        yield from screen.wrapped(printable(place), "  - ")
    if (more := len(finding.where) - MOST_NAMED) > 0:
        yield f"  - and {more:,} more"
    if finding.remedy:
        yield from screen.wrapped(printable(finding.remedy), "  ", rest="  ")
