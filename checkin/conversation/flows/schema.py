"""The flow language as a JSON Schema, so that an editor completes keys while one types.

Source: flow-language.md "Loading" and "The pieces".
"""

from typing import cast

from checkin.conversation.flows.does import SEEN_BY
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import KINDS

Schema = dict[str, object]

WHAT_IT_IS = {
    "flow": "The name of the flow and of its file, in small letters: group_day.",
    "title": "What the person sees first.",
    "purpose": "Why we ask.",
    "agreed_with": "Who worked on these words, and when.",
    "language": "The language of these words: en-GB.",
    "channels": "Where it may be used: tablet, text, call.",
    "seen_by": f"Who sees the answers: {', '.join(SEEN_BY)}.",
    "may_start": "person: offered on the person's page, to begin at any time.",
    "steps": "What is said and asked, in order. Each key is the name its answer is kept under.",
    "messages": "Texts that are no conversation, in place of steps.",
    "label": "What stands on the button: three words at most.",
    "symbol": "An idea with a picture, from symbols/concepts.yaml: life.home.",
    "audio": "A recorded file, in place of the computer's voice.",
    "also": "What people really say for it, by text or aloud.",
    "reply": "What is said back to this answer.",
    "then": "Steps that only this answer leads to.",
    "marks": "Facts that agreed thresholds count, from flows/marks.yaml: tablets not taken.",
    "tell": "How soon staff hear of it where no agreement speaks: now, soon, today, plan.",
    "does": "What it does beyond being kept: see flows/README.md.",
    "sets": "What it sets for the person: see flows/README.md.",
    "means": "What this point says of a promise: better, same, worse.",
    "go_to": "The name of a later step to go on with.",
    "help": "Easier words, for Help.",
    "text": "Shorter words for a text.",
    "call": "Words for a phone call.",
    "words": "Own words beside the answer: none, optional, or main where they are the answer.",
    "only_if": "Ask only after these answers: step: [choice], or profile: field.",
    "why": "Why we ask this.",
    "you_said": "An answer in own words opens a You said / We did.",
    "choices": "What can be picked. Each key is the name it is kept under.",
    "many": "Several may be picked.",
    "with": "A scale from scales.yaml: feel_3.",
    "from": "Whose faces: circle, staff, cover, places.",
    "of": "What to go through: goals, plan, topics, circle, promises.",
    "at_most": "How many of them, 1 to 20.",
    "items": "What is put in order or in piles.",
    "piles": "The piles, where there are any.",
    "note": "For those who change the words.",
}  # fmt: skip


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a flow file."""
    whole = Flow.model_json_schema(by_alias=True)
    parts = {name: _plain(part) for name, part in whole["$defs"].items() if name != "ScalePart"}
    properties = {key: _key(key, part) for key, part in whole["properties"].items()}
    del properties["scales"]  # filled when a flow is loaded, never written in it
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Checkin flow",
        "type": "object",
        "properties": properties,
        "required": whole["required"],
        "additionalProperties": False,
        "$defs": {**parts, "Step": _step()},
    }


def _step() -> Schema:
    """Return what a step is: with the key `ask` it is an Ask, and so on."""
    return {
        "description": f"One thing said or asked. Its kind is its one key: {', '.join(KINDS)}.",
        "type": "object",
        "anyOf": [{"required": [kind]} for kind in KINDS],
        "allOf": [
            {"if": {"required": [kind]}, "then": {"$ref": f"#/$defs/{model.__name__}"}}
            for kind, model in KINDS.items()
        ],
    }


def _plain(part: Schema) -> Schema:
    """Return one part with a line for each of its keys."""
    properties = cast("dict[str, Schema]", part["properties"])
    return {
        **{key: value for key, value in part.items() if key != "title"},
        "properties": {key: _key(key, value) for key, value in properties.items()},
    }


def _key(key: str, said: Schema) -> Schema:
    """Return what may stand behind a key: in a file nothing is null, and one stands for a list."""
    plain = {name: value for name, value in said.items() if name not in ("title", "default")}
    match plain:
        case {"anyOf": [dict() as value, {"type": "null"}]}:
            plain = dict(value)
        case {"type": "array", "items": one}:
            plain = {"anyOf": [one, plain]}
        case {"additionalProperties": {"oneOf": _}}:
            plain["additionalProperties"] = {"$ref": "#/$defs/Step"}
        case {"additionalProperties": {"type": "array", "items": one} as several}:
            plain["additionalProperties"] = {"anyOf": [one, several]}
        case _:
            pass
    return {"description": WHAT_IT_IS.get(key, "The words."), **plain}
