"""What a posted page means: which button was pressed, and with what picked or written."""

from collections.abc import Sequence

from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import (
    Back,
    Change,
    DidIt,
    DontKnow,
    GoOn,
    OwnWordsGiven,
    Picked,
    Reply,
    Send,
    Skip,
    Start,
)

_SAYS: dict[str, Reply] = {
    "start": Start(),
    "back": Back(),
    "dont_know": DontKnow(),
    "skip": Skip(),
    "go_on": GoOn(),
    "send": Send(),
}


def pressed(do: str) -> Reply | None:
    """Return what a button says by itself, or None for Next: that says what was picked."""
    name, _, step = do.partition(":")
    return Change(step) if name == "change" else _SAYS.get(name)


def next_with(prompt: Prompt, picked: Sequence[str], words: str) -> Reply | None:
    """Return what Next says with this picked or written; None where there is nothing yet."""
    given = prompt.given
    if prompt.kind == "say":
        return GoOn()
    if prompt.kind == "how_done":
        return how_done(picked[0]) if picked else None
    if picked:
        return Picked(tuple(picked))
    if words:
        return OwnWordsGiven(words)
    return GoOn() if given and (given.words or given.media or own_time(prompt)) else None


def own_time(prompt: Prompt) -> str | None:
    """Return a time of the person's own that was picked before; it is none of those offered."""
    if prompt.kind != "time" or prompt.given is None:
        return None
    offered = {option.key for option in prompt.options}
    return next((picked for picked in prompt.given.choices if picked not in offered), None)


def how_done(done: str, who: str | None = None) -> DidIt | None:
    """Return who pressed the buttons, as one of the three ways there are."""
    match done:
        case "self" | "helped" | "by_other":
            return DidIt(done, who)
        case _:
            return None
