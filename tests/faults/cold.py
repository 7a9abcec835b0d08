"""Commands as a shell starts them: a new process each, with all that its start takes."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import failing
from warm import ZONE, Done

PAINLOG = str(Path(sys.executable).with_name("painlog"))


class Cold:
    """Runs commands like `Warm`, in new processes."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(
        self,
        path: Path,
        *arguments: str,
        fault: failing.Fault | None = None,
        kill_after: float | None = None,
    ) -> Done:
        """Run a command on a journal, beside it. See `Warm.run`."""
        started = time.perf_counter()
        with start(path, *arguments, fault=fault) as process:
            if kill_after is not None:
                time.sleep(kill_after)
                process.kill()
            out, err = process.communicate(timeout=120)
        return Done(process.returncode, out, err, None, time.perf_counter() - started)


def start(
    path: Path, *arguments: str, fault: failing.Fault | None = None, zone: str = ZONE
) -> subprocess.Popen[str]:
    """Start a command on a journal."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(path.parent),
        "PAINLOG_DB": str(path),
        "TZ": zone,
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }
    if fault:
        environment |= {"LD_PRELOAD": str(failing.library()), "FAULT": fault.variable}
    return subprocess.Popen(
        [PAINLOG, *arguments],
        cwd=path.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
