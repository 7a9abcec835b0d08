"""Tables that other programs wrote: from bytes to entries. Neither terminal nor database."""
