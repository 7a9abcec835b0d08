"""What a command does, without a terminal: paths and options in, results out."""
