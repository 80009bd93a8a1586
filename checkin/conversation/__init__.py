"""What to ask, what a reply means, and what comes next; decided without touching the world."""
