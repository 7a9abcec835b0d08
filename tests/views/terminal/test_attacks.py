"""What is said of an attack that is not over."""

from datetime import timedelta

from builders import entry
from painlog.views.terminal.attacks import end_hint, maybe_same_attack
from painlog.views.terminal.screen import Screen

PIPE = Screen()


def test_how_to_end_an_attack_is_said():
    knee = entry("left knee", 7, id=2)
    assert end_hint(knee, PIPE) == ["  When it is over: painlog over 'left knee'"]
    assert maybe_same_attack(knee, knee.felt_at + timedelta(hours=2), PIPE) == [
        "  Entry 2 (7 of 10, Sun 1 Mar 2026, 20:00) has no end either. If that was the same "
        'attack: painlog edit 2 --until "2026-03-01 22:00"'
    ]
