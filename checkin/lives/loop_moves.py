"""How "You said, we did" moves: what each move makes of it."""

from dataclasses import replace

from checkin.lives.loop import (
    Ask,
    Closed,
    Decide,
    Done,
    FallSilent,
    Loop,
    MarkDone,
    Move,
    Promised,
    Read,
    ReadIt,
    Refused,
    Reopened,
    SayImpact,
    Tell,
)


def moved(move: Move) -> Loop:
    """Return the loop as it stands after a move."""
    match move:
        case ReadIt():
            return Read()
        case Decide():
            return _decided(move)
        case MarkDone(loop):
            return Done(loop.number, loop.told)
        case Tell(loop):
            return replace(loop, told=True)
        case _:
            return _judged(move)


def _judged(move: SayImpact | Ask | FallSilent) -> Done | Reopened | Closed:
    match move:
        case SayImpact(loop, "better"):
            return Closed(loop.number, "better")
        case SayImpact(loop, why):
            return Reopened(loop.number, why)
        case Ask(loop):
            return replace(loop, asked=loop.asked + 1)
        case _:
            return Closed(move.loop.number, None)


def _decided(move: Decide) -> Promised | Refused:
    number = 1 if isinstance(move.loop, Read) else move.loop.number + 1
    if move.decision == "cannot":
        return Refused(number)
    return Promised(number, move.decision, move.due_on)
