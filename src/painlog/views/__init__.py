"""All that a person reads: wording, layout and terminal width. Never opens the journal."""
