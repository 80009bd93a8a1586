"""One turn of the engine, on every shipped flow, free words and fuzzy matching included."""

import gc
import time
from collections.abc import Iterator

from checkin.actions.read_flows import read_flows, read_shared
from checkin.conversation.talking.about import About
from checkin.conversation.talking.engine import opening, turn
from checkin.conversation.talking.manner import MANNERS
from checkin.conversation.talking.said import GoOn, Picked, Reply, Said, Skip, Start
from checkin.conversation.talking.standing import SoFar
from checkin.paths import FLOWS, SYMBOLS
from tests.bench.row import Row

ROUNDS = 40
MICRO = 1e6
WORDS = ("yeh im goin", "not sure", "had them thx", "the bus was late and i am cross", "2", "gud")


def rows() -> Iterator[Row]:
    """Walk every flow to its end many times, by tap and by text, and time each turn.

    The first round is not counted: a flow is made ready for walking once in a process.
    """
    library, _ = read_shared(FLOWS, SYMBOLS)
    flows, _ = read_flows(FLOWS, library)
    gc.collect()
    gc.freeze()  # as the server does once it stands
    took: list[float] = []
    for number in range(ROUNDS + 1):
        if number == 1:
            took.clear()
        for flow in flows.values():
            if flow.steps:
                for channel in flow.channels:
                    so_far = opening(flow, About(), MANNERS[channel], library.frame).so_far
                    took += _walk(flow, so_far, channel, library.frame)
    took.sort()
    yield Row(
        "an engine turn, processor time, half of them within", took[len(took) // 2] * MICRO, "µs"
    )
    yield Row("  99 of 100 within", took[len(took) * 99 // 100] * MICRO, "µs", most=100)


def _walk(flow, so_far, channel, frame) -> Iterator[float]:
    number = 0
    while so_far.stage in ("hello", "steps") and number < 60:
        reply = _reply(so_far, channel, number)
        begun = time.thread_time()
        done = turn(flow, so_far, reply, MANNERS[channel], frame)
        yield time.thread_time() - begun
        so_far, number = done.so_far, number + 1


def _reply(so_far: SoFar, channel: str, number: int) -> Reply:
    if so_far.stage == "hello":
        return Start()
    if channel != "tablet" and number % 2 == 0:
        return Said(WORDS[number % len(WORDS)])
    return (Picked(("good",)), Skip(), GoOn())[number % 3]
