"""Print one row for each figure: what was measured, the figure, and what it should be.

Times on a shared machine mean little; ratios to the bare reference of the same run mean more.
"""

import sys
from collections.abc import Callable, Iterator

from tests.bench import checking, journey, silence, speaking, turns, weight
from tests.bench.row import Row

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "turns": turns.rows,
    "journey": journey.rows,
    "engine": speaking.rows,
    "checking": checking.rows,
    "silence": silence.rows,
    "weight": weight.rows,
}


def main() -> int:
    """Measure everything, or the parts that are named; 1 when a figure misses its mark."""
    missed = 0
    for name in sys.argv[1:] or PARTS:
        for row in PARTS[name]():
            print(row.as_text(), flush=True)
            missed += not row.reached
    return int(bool(missed))


sys.exit(main())
