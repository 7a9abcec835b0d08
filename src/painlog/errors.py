"""The one family of errors that a person can cause and put right."""


class PainlogError(Exception):
    """A refusal. Its text is the one sentence a person reads on stderr.

    The sentence says what was wrong, what was expected and what to type instead. Where it is about
    several things, each is a further argument and stands on a line below it.
    """

    exit_code = 1

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class UsageError(PainlogError):
    """The command was not written as its usage line says."""

    exit_code = 2


class NotUnderstoodError(PainlogError):
    """A word, number or time that means nothing here."""


class NotFoundError(PainlogError):
    """An entry, course, region or treatment that the journal does not hold."""


class RefusedError(PainlogError):
    """Understood, but not possible as things stand.

    `instead` is what a person may have meant by a time that is still to come, to be typed in its
    place; "" where nothing comes to mind.
    """

    instead = ""


class BadFileError(PainlogError):
    """A file that cannot be used for what it was named for."""


class NotEnoughDaysError(PainlogError):
    """Too few rated days for a number that means something."""
