"""What a check found, as a person reads it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from painlog.model.finding import Finding
from painlog.views.wording import count, printable

if TYPE_CHECKING:
    from painlog.views.terminal.screen import Screen

MOST_NAMED = 10


def findings(found: Iterable[Finding], page: "Screen") -> Iterator[str]:
    """Each finding with the places and what can be done, faults first as they come."""
    for finding in found:
        label = "Fault: " if finding.severity == "fault" else "Remark: "
        yield from page.wrapped(printable(finding.what), label, rest="  ")
        for place in finding.where[:MOST_NAMED]:
            yield from page.wrapped(printable(place), "  - ")
        if (more := len(finding.where) - MOST_NAMED) > 0:
            yield f"  - and {more:,} more"
        if finding.remedy:
            yield from page.wrapped(printable(finding.remedy), "  ", rest="  ")


def conclusion(found: Iterable[Finding]) -> str:
    """The whole in a sentence."""
    severities = [finding.severity for finding in found]
    faults, remarks = severities.count("fault"), severities.count("remark")
    if faults:
        said = f"The journal is not whole: {count(faults, 'fault')}"
        return f"{said}, {count(remarks, 'remark')}." if remarks else f"{said}."
    return (
        f"The journal is whole; {count(remarks, 'remark')}." if remarks else "The journal is whole."
    )
