"""Numbers from entries: days, phases, effects, summaries. Pure: no file, no terminal.

docs/analysis-api.md lists what other people's programs may call and rely on.
"""
