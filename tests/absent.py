"""What a test does where a tool that it needs is not installed."""

import os
import sys

import pytest


def do_without(config, what, how="run tests/browser/setup.sh", *, on_ci=False):
    """Skip where a tool cannot be had, and say so; on CI, where it must be, fail.

    `on_ci` is whether a CI may do without, too.
    """
    words = f"{what} is not installed: {how}"
    if os.environ.get("CI") == "true" and not on_ci:
        pytest.fail(words, pytrace=False)
    with config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        sys.stderr.write(f"\n!!! SKIPPED, {words}\n")
    pytest.skip(words)
