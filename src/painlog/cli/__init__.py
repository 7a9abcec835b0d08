"""Commands: parse, call, show."""

import gc

# A command ends before garbage piles up. Looking for garbage would take a tenth of its time, mostly
# while modules are loaded.
gc.set_threshold(100_000, 50, 50)
