"""Numbers from entries: days, phases, effects, summaries. Pure: no file, no terminal."""
