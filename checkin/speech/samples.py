"""How loud samples are, and where in them somebody speaks."""

import sys
from array import array

LONGEST_MS = 90_000  # whatever an engine makes of a text, nobody has to hear more of it

_HEARD = 300  # of 32,767
_WINDOW_MS = 10
_SOFT_EDGE_MS = 40  # an "f" begins and an "s" ends more softly than that


def loudest(samples: bytes) -> int:
    """The largest sample, 0 to 32,768."""
    numbers = _numbers(samples)
    return max(abs(edge) for edge in (max(numbers), min(numbers))) if numbers else 0


def spoken_part(samples: bytes, rate: int) -> tuple[int, int]:
    """From which to which millisecond there is a voice; (0, 0) where there is none."""
    numbers = _numbers(samples)
    step = rate * _WINDOW_MS // 1000
    windows = [numbers[at : at + step] for at in range(0, len(numbers), step)]
    heard = [
        number
        for number, window in enumerate(windows)
        if max(window) > _HEARD or min(window) < -_HEARD
    ]
    if not heard:
        return 0, 0
    start = max(0, heard[0] * _WINDOW_MS - _SOFT_EDGE_MS)
    end = min(len(numbers) * 1000 // rate, (heard[-1] + 1) * _WINDOW_MS + _SOFT_EDGE_MS)
    return start, min(end, start + LONGEST_MS)


def between(samples: bytes, rate: int, start_ms: int, end_ms: int) -> bytes:
    """The samples from one millisecond to another."""
    return samples[start_ms * rate // 1000 * 2 : end_ms * rate // 1000 * 2]


def silence(rate: int, ms: int) -> bytes:
    """Nothing, for so many milliseconds."""
    return bytes(ms * rate // 1000 * 2)


def _numbers(samples: bytes) -> "array[int]":
    numbers = array("h", samples[: len(samples) // 2 * 2])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
