"""The program as a process: `painlog`, or `python -m painlog`."""

import sys


def run() -> int:
    """Run painlog. Ctrl-C ends it with a sentence, however early or late it comes."""
    stopped = "Stopped. Nothing was saved.\n"
    try:
        # Loading takes most of the time of a short command.
        from painlog.cli.app import main  # noqa: PLC0415 - imported inside the try

        # From here on, main says what was saved. This text is for a second Ctrl-C during that.
        stopped = "Stopped.\n"
        code = main()
    except KeyboardInterrupt:
        sys.stderr.write(stopped)
        return 130
    _go_in_peace()
    return code


def _go_in_peace() -> None:
    import gc  # noqa: PLC0415 - loaded with the rest
    import signal  # noqa: PLC0415 - loaded with the rest

    # Everything is printed: a signal now could only add a traceback from Python's shutdown.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The memory goes back to the system as a whole; looking for garbage in it first takes a
    # twentieth of a short command.
    gc.freeze()


if __name__ == "__main__":
    sys.exit(run())
