"""How long it takes to check a flow of fifty lines, every fault at once."""

import time
from collections.abc import Iterator
from statistics import median

from checkin.actions.read_flows import read_shared
from checkin.conversation.flows.loading import load
from checkin.paths import FLOWS, SYMBOLS
from tests.bench.row import Row

ROUNDS, LINES = 50, 50


def rows() -> Iterator[Row]:
    """Check the first fifty lines of a real flow, again and again, and a whole broken one."""
    library, _ = read_shared(FLOWS, SYMBOLS)
    text = "\n".join((FLOWS / "group_day.yaml").read_text().splitlines()[:LINES]) + "\n"
    broken = text.replace("symbol:", "symbl:")
    for what, words in (("a flow of 50 lines", text), ("the same with many faults", broken)):
        took = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            load(words, "group_day.yaml", library)
            took.append(time.perf_counter() - begun)
        yield Row(f"to check {what}, median", median(took) * 1000, "ms", most=20)
