"""Entries to and from other formats. Neither terminal nor database."""
