"""What a comparison of one person's days can and cannot tell, the same in every form of it."""

ONE_PERSON = (
    "These are one person's days in one order, nothing blinded: they show what the ratings did, "
    "not why."
)
LIMITS = f"{ONE_PERSON} Of many comparisons some stand out by chance alone."
