"""A person answers by text, from any phone."""
