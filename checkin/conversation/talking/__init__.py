"""One turn: where a conversation stands, what is said back, what is said next."""
