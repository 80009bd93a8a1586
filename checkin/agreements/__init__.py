"""What was agreed with a person, and what it asks for now; decided without touching the world."""
