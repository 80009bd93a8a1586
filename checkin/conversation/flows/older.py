"""Flows kept before the language had `does`: what they do is told by the names of that time.

This is the one place that knows those names. A version that is in use goes on as it was: its
document is never changed, it is read with the words of today put in.
"""

from collections.abc import Iterator, Mapping
from typing import Any

EDITION = 2  # of the flow language; 1 had no `does` and no `means`

_LOOKS_AT_PROMISES = "did_it_work"
_HOW_NOW = "better"
_KEPT_FROM, _SHOWN_TO = "not_who", "who"
_OWN_TIME = "else"
_MARKS = {"ask to talk": "asks_to_talk", "not going today": "declines_day"}
_JUDGEMENTS = {
    "much_better": "better", "better": "better", "same": "same", "worse": "worse",
    "much_worse": "worse",
}  # fmt: skip

Parts = dict[str, Any]  # as YAML or JSON gives them


def with_todays_words(document: Parts, edition: int) -> Parts:
    """Put into a document of an older edition what it does; `document` itself is changed."""
    if edition < EDITION:
        for name, step, about in _steps(document.get("steps", {}), ""):
            _say_what(name, step, document["flow"], about)
        for name, scale in document.get("scales", {}).items():
            if name.startswith(_HOW_NOW):
                _say_meanings(scale["points"])
    return document


def _steps(steps: Mapping[str, Parts], about: str) -> Iterator[tuple[str, Parts, str]]:
    """Yield each step with its name, and the list that the round around it goes through."""
    for name, step in steps.items():
        yield name, step, about
        for choice in step.get("choices", {}).values():
            yield from _steps(choice.get("then", {}), about)
        yield from _steps(step.get("steps", {}), step.get("of", about))


def _say_what(name: str, step: Parts, flow: str, about: str) -> None:
    if "people" in step:
        step["does"] = {_KEPT_FROM: "keeps_from", _SHOWN_TO: "shows_to"}.get(name, "talks_with")
    elif flow == _LOOKS_AT_PROMISES and about == "promises" and name == _HOW_NOW:
        step["does"] = "judges_promise"
        _say_meanings(step.get("choices", {}))
    for key, choice in step.get("choices", {}).items():
        does = [_MARKS[mark] for mark in choice.get("marks", ()) if mark in _MARKS]
        if "time" in step and key == _OWN_TIME:
            does.append("picks_time")
        if does:
            choice["does"] = does[0]


def _say_meanings(points: Mapping[str, Parts]) -> None:
    for name, point in points.items():
        if name in _JUDGEMENTS:
            point["means"] = _JUDGEMENTS[name]
