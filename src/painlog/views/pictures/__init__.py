"""Pictures for the terminal: a chart, a calendar and a body map, each described in words, too."""
