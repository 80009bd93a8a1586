"""One prompt as a text, a call or a transcript; both sides of what was said."""
