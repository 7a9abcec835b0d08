"""Commands: parse, call, show."""

import gc

# A command is over before garbage piles up: looking for it costs each a tenth of its time, most of
# that while modules are loaded.
gc.set_threshold(100_000, 50, 50)
