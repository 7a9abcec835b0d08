"""What a journal holds: entries, regions, treatments, courses. Pure."""
