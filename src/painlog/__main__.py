"""The program as a process: `painlog`, or `python -m painlog`."""

import sys


def run() -> int:
    """Run painlog; Ctrl-C ends it with a sentence from its first line to its last."""
    stopped = "Stopped. Nothing was saved.\n"
    try:
        # Loading takes most of the time of a short command.
        from painlog.cli.app import main  # noqa: PLC0415 - in reach of the sentence below

        # From here on main says what was saved; this is for a second Ctrl-C while it does.
        stopped = "Stopped.\n"
        code = main()
    except KeyboardInterrupt:
        sys.stderr.write(stopped)
        return 130
    _go_in_peace()
    return code


def _go_in_peace() -> None:
    # All is said: a signal now could only add a trace of Python's way out.
    import gc  # noqa: PLC0415 - loaded with the rest
    import signal  # noqa: PLC0415 - loaded with the rest

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The memory goes back to the system as a whole; looking for garbage in it first takes a
    # twentieth of a short command.
    gc.freeze()


if __name__ == "__main__":
    sys.exit(run())
