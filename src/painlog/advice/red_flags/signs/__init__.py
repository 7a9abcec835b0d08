"""The words in which people tell of each sign, as data: a person in pain speaks, not a doctor."""
