"""A move that a life does not know, and how it is refused."""


class IllegalMove(Exception):  # noqa: N818 (it is what happened, said in a word)
    """Nothing in this state can move so: whoever asked for it has not looked first."""

    def __init__(self, state: str, move: object) -> None:
        super().__init__(f"What is {state} cannot move by {move!r}.")


def allow(move: object, state: str, *, when: bool) -> None:
    """Refuse a move that something in this state cannot make."""
    if not when:
        raise IllegalMove(state, move)
