"""The one family of errors that a person can cause and put right."""

# No index has painlog under a name that is sure to be ours.
GET_NEWER = "Get the newer version from where you got this one."


class PainlogError(Exception):
    """A refusal. Its text is the one sentence a person reads on stderr.

    The sentence says what was wrong, what was expected and what to type instead. Further arguments
    are lines below it, one for each thing that it is about.
    """

    exit_code = 1

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class UsageError(PainlogError):
    """The command was not written as its usage line says."""

    exit_code = 2


class NotUnderstoodError(PainlogError):
    """A word, number or time that painlog cannot understand.

    Where a time can be read in several ways, `ways` has each as it would be typed.
    """

    ways: tuple[str, ...] = ()


class NotFoundError(PainlogError):
    """An entry, course, region or treatment that the journal does not hold."""


class RefusedError(PainlogError):
    """A request that was understood but is not possible as things stand.

    Where a person typed a time that is still to come, `instead` is the time that they probably
    meant, as it would be typed; otherwise it is "".
    """

    instead = ""


class BadFileError(PainlogError):
    """A file that cannot be used in the way that was asked for."""


class NotEnoughDaysError(PainlogError):
    """Too few rated days for a number that means something."""
