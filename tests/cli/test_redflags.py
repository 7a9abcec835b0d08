"""`painlog redflags`."""

from painlog.advice.red_flags import RED_FLAGS
from painlog.advice.red_flags.flags import EMERGENCY_ACTION, URGENT_ACTION


def test_every_sign_is_listed_under_what_to_do_with_its_source(painlog, path):
    result = painlog("redflags")
    lines = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert lines[0] == EMERGENCY_ACTION
    second = lines.index(URGENT_ACTION)
    for flag in RED_FLAGS:
        place = lines.index(f"  - {flag.sign} ({flag.source})")
        assert (place > second) == (flag.urgency == "urgent")
    assert lines[-1].startswith("This list is not complete")
    assert not path.exists()
