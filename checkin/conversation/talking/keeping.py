"""How far a conversation has come, as text to be kept between two turns.

What is as usual is left out, so that the text stays short; tests show that nothing is lost.
"""

import json
from dataclasses import fields
from typing import Any

from checkin.conversation.talking.about import About, Listed
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.said import DidIt
from checkin.conversation.talking.standing import SoFar

_LISTS = ("choices", "labels", "symbols", "media", "marks")


def to_json(so_far: SoFar) -> str:
    """Write down how far it has come, in ASCII."""
    about = so_far.about
    lists = {name: [_said(one) for one in many] for name, many in about.lists.items()}
    data = _said(so_far)
    data["about"] = {"values": about.values, "profile": about.profile, "lists": lists}
    if about.asks_only:
        data["about"]["asks_only"] = about.asks_only
    data["answers"] = [_said(given) for given in so_far.answers.values()]
    if so_far.done:
        data["done"] = _said(so_far.done)
    return json.dumps(data, separators=(",", ":"))


def from_json(text: str) -> SoFar:
    """Read what `to_json` wrote."""
    data = json.loads(text)
    about = data.pop("about")
    about["lists"] = {
        name: tuple(Listed(**one) for one in many) for name, many in about["lists"].items()
    }
    answers = {one["step"]: _given(one) for one in data.pop("answers")}
    done = DidIt(**data.pop("done")) if "done" in data else None
    kept_out = tuple(data.pop("kept_out", ()))
    return SoFar(about=About(**about), answers=answers, done=done, kept_out=kept_out, **data)


def _given(data: dict[str, Any]) -> Given:
    for name in _LISTS:
        if name in data:
            data[name] = tuple(data[name])
    return Given(**data)


_USUAL: dict[type, dict[str, object]] = {
    **{kind: dict.fromkeys(kind._fields) | kind._field_defaults for kind in (SoFar, Given)},
    **{kind: {one.name: one.default for one in fields(kind)} for kind in (Listed, DidIt)},
}


def _said(thing: SoFar | Given | Listed | DidIt) -> dict[str, Any]:
    """Return what differs from the usual, by field."""
    usual = _USUAL[type(thing)]
    return {name: value for name in usual if (value := getattr(thing, name)) != usual[name]}
