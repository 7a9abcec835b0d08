"""Pictures for the terminal: days over time, a calendar, the body. Each is told in words, too."""
