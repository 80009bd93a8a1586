"""What staff are told of how a person reads their words: by the very value that then acts."""

from collections.abc import Mapping
from datetime import datetime

from checkin.agreements.times import local
from checkin.agreements.words_of_staff import (
    BeforeNextQuestion,
    ByText,
    InItsSitting,
    OnTheirPage,
    Read,
    WhyNot,
)
from checkin.wording import plain_time


def promise(read: Read, name: str, now: datetime, zone: str) -> str:
    """Say how this person, as staff call them, reads what is said now."""
    match read:
        case ByText(waits_until=None):
            return f"{name} gets this as a text now."
        case ByText(waits_until=begins):
            return (
                f"{name} gets this as a text {_at(begins or now, now, zone)}, and not in the night."
            )
        case BeforeNextQuestion():
            return f"{name} sees this before the next question, or on their page."
        case OnTheirPage():
            return f"This waits on {name}'s page."
        case InItsSitting():
            return f"{name} sees this only while they still sit at the tablet where they told it."
        case _:
            return WHY_NOT[read.why].format(name=name)


def _at(moment: datetime, now: datetime, zone: str) -> str:
    there = local(moment, zone)
    day = "" if there.date() == local(now, zone).date() else "tomorrow "
    return f"{day}at {plain_time(there)}"


WHY_NOT: Mapping[WhyNot, str] = {
    "taken_back": "{name} took this back. You cannot answer in it.",
    "thrown_away": "{name} threw this away. You cannot answer in it.",
    "stopped": "{name} has stopped our texts. Ring {name}.",
    "paused": "Texts to {name} are paused. Ring {name}.",
    "no_phone": "No phone of {name} is written down. Say it when you see {name}.",
    "not_checked": "{name} told this before their phone was changed, and nobody checked the new one. Say it when you see {name}.",
    "no_tablet": "No tablet is let in here. Say it when you see {name}.",
}
