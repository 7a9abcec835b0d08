"""Completion in a shell: what can be typed next, when a person presses TAB."""
