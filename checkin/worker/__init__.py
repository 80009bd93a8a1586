"""The work that never ends: look for silence, tell the next one, send; and move the clock of the demo."""
