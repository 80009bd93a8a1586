"""What staff see, and what they can do about it."""
