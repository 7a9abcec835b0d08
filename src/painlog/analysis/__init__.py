"""Numbers from entries: days, phases, effects, summaries. Pure: no file, no terminal.

What programs of other people may call, and rely on, is listed in docs/analysis-api.md.
"""
