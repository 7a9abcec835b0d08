"""Line numbers of a table, put together as ranges so that few words name many."""

from typing import NamedTuple

MOST_RANGES_KEPT = 10


class LinesRead(NamedTuple):
    """The rows of a table that were read: how many, and on which lines the first and the last is.

    `out` counts those that give nothing, `ranges` are their first lines, each from and to, and
    `more` says that they have further lines.
    """

    number: int = 0
    first: int = 0
    last: int = 0
    out: int = 0
    ranges: tuple[tuple[int, int], ...] = ()
    more: bool = False

    def with_row(self, line: int, *, out: bool) -> "LinesRead":
        """Return the same with one more row, below those that were read before."""
        first = self.first or line
        if not out:
            return self._replace(number=self.number + 1, first=first, last=line)
        ranges, more = self.ranges, self.more
        if ranges and not more and ranges[-1][1] == line - 1:
            ranges = (*ranges[:-1], (ranges[-1][0], line))
        elif len(ranges) < MOST_RANGES_KEPT:
            ranges = (*ranges, (line, line))
        else:
            more = True
        return LinesRead(self.number + 1, first, line, self.out + 1, ranges, more)
