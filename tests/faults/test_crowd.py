"""Many at once: nobody is refused, nothing is lost, nothing is there twice.

`python tests/faults/crowd.py` lets them go on for 30 seconds, and with real processes.
"""

import crowd
from warm import Warm


def test_eight_that_add_while_others_read_back_up_and_import(forks, tmp_path):
    met = crowd.gather(lambda: Warm(faults=False, forks=forks), tmp_path, seconds=2)
    crowd.judge(met, tmp_path / crowd.JOURNAL)
    assert met.done["add"] >= crowd.WRITERS
    assert {"import", "report", "list", "backup", "export"} <= set(met.done)
