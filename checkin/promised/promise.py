"""One kind of promise: how it is said, what is then so, and where that is worked out."""

from typing import NamedTuple


class Promise(NamedTuple):
    """A kind of sentence that names somebody, a time or a deed.

    says: the sentences that make it, with {who}, {day}, {time} and the like for what differs.
    so: what is then so, in plain words. where: the module that works it out.
    """

    kind: str
    says: tuple[str, ...]
    so: str
    where: str


FOR_INSTANCE = {
    "others": "Jo",
    "who": "Priya",
    "name": "Priya",
    "day": "by Thursday",
    "date": "Thursday 29 October",
    "time": "10:45",
    "times": "09:15 and 10:00",
    "by": "by 21:30",
    "n": "9",
    "quoted": '"If I ask for Priya, send Priya."',
    "number": "07700 900301",
    "group": "art",
    "phone": "07700 900302",
    "words": "Dev asked for help.",
}


def example(promise: Promise) -> str:
    """Return a sentence of this kind as it is shown."""
    return promise.says[0].format_map(FOR_INSTANCE)
