"""Text that would steer a terminal, and a terminal that remembers what it is sent."""

import io
import unicodedata

# Titles, colours, a bell, a deletion, ends of lines, invisible letters, a turned direction. None of
# it may reach a terminal as it is.
STEERING = (
    "A\x1b]0;owned\x07B\x9b31mC\u202eD\u2066E\u200bF\u2028G\u2029H\x85I\x7fJ\x08K\rQ\nZ\ufeffL"
    "\u200dM\u200cN\x1b[8mO\U000e0041P\u061cQ\u180eR"
)


class Terminal(io.TextIOWrapper):
    """Text that goes to a terminal, byte by byte."""

    def __init__(self):
        self.written_bytes = io.BytesIO()
        super().__init__(self.written_bytes, encoding="utf-8", newline="")

    def isatty(self):
        return True

    @property
    def text(self):
        self.flush()
        return self.written_bytes.getvalue().decode("utf-8", "surrogateescape")


def steering_in(text):
    """What in a terminal's text would steer it; ends of lines are its own."""
    return {
        letter
        for letter in text.replace("\r\n", "\n")
        if letter != "\n" and unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    }
