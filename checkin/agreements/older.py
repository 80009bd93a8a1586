"""Agreements kept before a flow said what a step is: read in the words of today.

A version that was kept is never changed; this is the one place that knows what it said then.
"""

from typing import Any


def with_todays_words(document: dict[str, Any]) -> dict[str, Any]:
    """Take away what an agreement no longer says; `document` itself is changed."""
    for threshold in document["thresholds"]:
        if threshold["kind"] == "ask_to_talk":
            threshold.pop("mark", None)  # whoever asks to talk says so in the flow
    return document
