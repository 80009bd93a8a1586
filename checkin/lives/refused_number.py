"""By which ways the phone company says that a number is never reached, until somebody puts it right.

What it says of now (switched off, busy, nobody picks up) is not of that. Source: texts.md section D.
"""

from collections.abc import Collection, Mapping

from checkin.lives.new_message import MessageChannel

BOTH: tuple[MessageChannel, ...] = ("call", "text")
NO_NUMBER = frozenset({"13223", "13224", "13225", "21211", "21217", "21401", "21421"})
NEVER: Mapping[MessageChannel, frozenset[str]] = {
    "text": frozenset({"21408", "21612", "21614", "30006"}),  # that region, or a landline
    "call": frozenset({"21214", "21215", "21216"}),
}


def with_more(before: str | None, ways: Collection[str]) -> str:
    """Return it as it is kept, with these ways too: "call,text"."""
    were = (before or "").split(",")
    return ",".join(way for way in BOTH if way in ways or way in were)


def in_words(ways: str) -> str:
    """Return what is kept as people read it: "calls and texts"."""
    return " and ".join(f"{way}s" for way in ways.split(","))


def refused_ways(code: str, by: MessageChannel) -> tuple[MessageChannel, ...]:
    """Return by which ways a number is never reached, where one was refused with this code."""
    if code in NO_NUMBER:
        return BOTH
    return (by,) if code in NEVER[by] else ()
