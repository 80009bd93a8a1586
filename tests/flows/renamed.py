"""The flows that ship, with every step and every mark under another name."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from checkin.conversation.flows.reading import read
from checkin.paths import FLOWS

Parts = dict[str, Any]


def renamed(folder: Path) -> Path:
    """Copy the flows into `folder`, each step as `x_...` and each mark as "in fact ..."."""
    shutil.copytree(FLOWS, folder)
    for path in folder.glob("*.yaml"):
        written: Parts = read(path.read_bytes(), path.name).data
        written = renamed_parts(written)
        if "steps" in written or "scales" in written:
            path.write_text(yaml.safe_dump(written, default_style='"', sort_keys=False), "utf-8")
    return folder


def renamed_parts(written: Parts) -> Parts:
    """Return a flow, or the scales, as written, under other names; the keys of choices stay."""
    if "steps" in written:
        written["steps"] = _steps(written["steps"], _names(written["steps"]))
    for scale in written.get("scales", {}).values():
        scale["points"] = {key: _choice(one, {}) for key, one in scale["points"].items()}
    return written


def _names(steps: Parts) -> dict[str, str]:
    return {name: f"x_{name}" for name in _every(steps)}


def _every(steps: Parts) -> Iterator[str]:
    for name, step in steps.items():
        yield name
        yield from _every(step.get("steps", {}))
        for choice in step.get("choices", {}).values():
            yield from _every(choice.get("then", {}))


def _steps(steps: Parts, names: dict[str, str]) -> Parts:
    return {names[name]: _step(step, names) for name, step in steps.items()}


def _step(step: Parts, names: dict[str, str]) -> Parts:
    parts: dict[str, Callable[[Any], Any]] = {
        "choices": lambda them: {key: _choice(one, names) for key, one in them.items()},
        "steps": lambda them: _steps(them, names),
        "only_if": lambda them: {names.get(name, name): one for name, one in them.items()},
    }
    return {key: parts[key](value) if key in parts else value for key, value in step.items()}


def _choice(choice: Parts, names: dict[str, str]) -> Parts:
    marks = choice.get("marks", [])
    more: Parts = {"then": _steps(choice["then"], names)} if "then" in choice else {}
    if marks:
        more["marks"] = [
            f"in fact {mark}" for mark in ([marks] if isinstance(marks, str) else marks)
        ]
    if "go_to" in choice:
        more["go_to"] = names[choice["go_to"]]
    return {**choice, **more}
