"""What a journal holds: entries, regions, treatments, courses. Does no I/O."""
