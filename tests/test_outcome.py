"""Signals wait while something is done for good, and what was done is known."""

import os
import signal
import threading

import pytest

from painlog.outcome import Interruption, held_signals, outcome, saving, stopped_by_signals


@pytest.fixture(autouse=True)
def _new_run():
    outcome.begin()
    yield
    outcome.begin()


def send(number=signal.SIGINT):
    os.kill(os.getpid(), number)


def handlers():
    return [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_a_run_and_is_known_by_its_number(number):
    before = handlers()
    with pytest.raises(Interruption), stopped_by_signals():
        send(number)
    assert outcome.signal == number
    assert handlers() == before


def test_an_ignored_signal_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopped_by_signals(), held_signals():
            send(signal.SIGHUP)
        assert outcome.signal is None
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_waits_until_the_outermost_block_ends(number):
    done = []

    def work():
        with held_signals():
            with held_signals():
                send(number)
            done.append("still here")
        done.append("too late")

    with pytest.raises(Interruption), stopped_by_signals():
        work()
    assert done == ["still here"]


def test_a_signal_that_waits_may_be_let_through():
    with stopped_by_signals(), saving() as signals:
        signals.let_through()
        send()
        with pytest.raises(Interruption):
            signals.let_through()
        assert (outcome.saved, outcome.unsure) == (False, False)


def test_a_change_is_known_to_be_saved_when_the_signal_comes():
    with pytest.raises(Interruption), stopped_by_signals(), saving():
        send()
    assert (outcome.saved, outcome.unsure) == (True, False)


def test_where_saving_fails_it_is_left_open():
    with pytest.raises(OSError, match=r"^$"), saving():
        raise OSError
    assert (outcome.saved, outcome.unsure) == (False, True)


def test_without_painlogs_own_handler_ctrl_c_waits_as_well():
    before = handlers()
    with pytest.raises(KeyboardInterrupt), held_signals():
        send()
    assert handlers() == before


def test_in_another_thread_nothing_is_held():
    before, met = handlers(), []

    def work():
        with stopped_by_signals(), saving():
            met.extend(handlers())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert met == before
    assert outcome.saved
