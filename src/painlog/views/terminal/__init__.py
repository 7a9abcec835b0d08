"""Text for the terminal: lists, cards, reports and the echo after a change."""
