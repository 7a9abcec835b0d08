"""Completion in a shell: what can be typed next, found while a person presses TAB."""
