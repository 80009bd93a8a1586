"""The key of a loop that an answer opened: which check-in, which step, and which answer of it."""


def answer_key(check_in_id: str, step: str, *, apart: str = "") -> str:
    """Return the key. `apart`: what tells this from the answer that the step has already."""
    return ":".join(("answer", check_in_id, step, *((apart,) if apart else ())))


def step_of(key: str) -> str:
    """Return the step of the answer, whatever stands behind it; empty for words of no answer."""
    kind, *parts = key.split(":")
    return parts[1] if kind == "answer" else ""
