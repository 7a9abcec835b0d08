"""What to say to the person: standing advice, advice that adapts, red flags. Pure."""
