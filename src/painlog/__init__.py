"""painlog: a private pain journal with an honest before-and-after."""

__version__ = "0.2.0"
