"""The door: who comes in, asked again after a quiet while, and what is theirs to see."""
