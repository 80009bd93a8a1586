"""Which version of a flow this is, and what changed since another, in words.

Source: flow-language.md "Versions".
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from checkin.conversation.flows.every_step import choices_of, every_step, question
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import Choice, Sort, Step, kind_of


def version_of(flow: Flow, extras: Mapping[str, str] | None = None) -> str:
    """Return the version of a flow: sha256 of its canonical form, as 64 hex digits.

    `extras` are the hashes of what is kept in other files: recordings, symbols, translations.
    Comments, quotes and layout change nothing; the order of steps and choices does.
    """
    parts = [flow.model_dump(mode="json", by_alias=True), sorted((extras or {}).items())]
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def difference_in_words(old: Flow, new: Flow) -> tuple[str, ...]:
    """Return each change that matters, as a person would say it; nothing where nothing changed."""
    return tuple(_changes(old, new))


def _changes(old: Flow, new: Flow) -> Iterator[str]:
    yield from _header(old, new)
    before, after = dict(every_step(old.steps, old)), dict(every_step(new.steps, new))
    for key in before:
        if key not in after:
            yield f"step '{key}' is gone"
    for key, step in after.items():
        if key in before:
            yield from _step(key, (before[key], old), (step, new))
        else:
            yield f"step '{key}' is new: '{question(step)}'"
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield "the steps are in another order"
    yield from _messages(old, new)


def _header(old: Flow, new: Flow) -> Iterator[str]:
    before, after = (
        flow.model_dump(exclude={"steps", "messages", "scales"}) for flow in (old, new)
    )
    for name, value in after.items():
        if value != before[name]:
            shown = value if isinstance(value, str) else ", ".join(value or ("not there",))
            yield f"'{name}' is now '{shown}'"


def _step(key: str, old: tuple[Step, Flow], new: tuple[Step, Flow]) -> Iterator[str]:
    """Yield what changed in a step that both flows have."""
    if question(old[0]) != question(new[0]):
        yield f"step '{key}' is reworded: '{question(old[0])}' is now '{question(new[0])}'"
    before, after = _choices(*old), _choices(*new)
    for name, choice in before.items():
        if name not in after:
            yield f"the answer '{choice.label}' is gone (step '{key}')"
    for name, choice in after.items():
        if name in before:
            yield from _choice(key, before[name], choice)
        else:
            yield f"the answer '{choice.label}' is new (step '{key}')"
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield f"the answers are in another order (step '{key}')"
    if _manner(old[0]) != _manner(new[0]):
        yield f"step '{key}' is asked in another way"


def _choices(step: Step, flow: Flow) -> Mapping[str, Choice]:
    """Return what can be picked; the piles of a sort count too."""
    return {**choices_of(flow, step), **(step.piles if isinstance(step, Sort) else {})}


def _choice(key: str, old: Choice, new: Choice) -> Iterator[str]:
    if old.label != new.label:
        yield f"the answer '{old.label}' is reworded: '{new.label}' (step '{key}')"
    if (old.marks, old.tell, old.go_to) != (new.marks, new.tell, new.go_to):
        yield f"what follows from the answer '{new.label}' changed (step '{key}')"
    if old.reply != new.reply:
        yield f"what is said back to '{new.label}' changed (step '{key}')"
    if old.also != new.also:
        yield f"what is understood as '{new.label}' changed (step '{key}')"
    if (old.symbol, old.audio) != (new.symbol, new.audio):
        yield f"the picture or the sound of '{new.label}' changed (step '{key}')"
    if list(old.then) != list(new.then):
        yield f"other steps follow the answer '{new.label}' (step '{key}')"


def _manner(step: Step) -> tuple[str | None, object]:
    """Return how a step asks: all but its question, its choices and the steps inside it."""
    kind = kind_of(step)
    inside = {"choices", "items", "piles", "steps", kind or ""}
    return kind, step.model_dump(exclude=inside)


def _messages(old: Flow, new: Flow) -> Iterator[str]:
    for key, message in old.messages.items():
        if key not in new.messages:
            yield f"message '{key}' is gone"
        elif message != new.messages[key]:
            yield f"message '{key}' is reworded: '{new.messages[key].text}'"
    for key in new.messages:
        if key not in old.messages:
            yield f"message '{key}' is new"
