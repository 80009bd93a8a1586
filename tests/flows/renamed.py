"""The flows that ship, with every step and every mark under another name."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checkin.conversation.flows.reading import read
from checkin.paths import FLOWS

Parts = dict[str, Any]


def renamed(folder: Path, stays: frozenset[str] = frozenset()) -> Path:
    """Copy the flows into `folder`, each step as `x_...` and each mark as "in fact ...".

    Names that `stays` holds are left: an agreement counts them.
    """
    shutil.copytree(FLOWS, folder)
    for path in folder.glob("*.yaml"):
        written: Parts = read(path.read_bytes(), path.name).data
        if {"steps", "scales", "marks"} & written.keys():
            written = renamed_parts(written, stays)
            path.write_text(yaml.safe_dump(written, default_style='"', sort_keys=False), "utf-8")
    return folder


def renamed_parts(written: Parts, stays: frozenset[str] = frozenset()) -> Parts:
    """Return a flow, or the scales or marks, under other names; the keys of choices stay."""
    steps = {} if "steps" not in written else _every(written["steps"])
    names = _Names({name: name if name in stays else f"x_{name}" for name in steps}, stays)
    if "steps" in written:
        written["steps"] = names.steps(written["steps"])
    for scale in written.get("scales", {}).values():
        scale["points"] = names.choices(scale["points"])
    if "marks" in written:
        written["marks"] = {
            names.mark(key): names.fall(one) for key, one in written["marks"].items()
        }
    return written


def _every(steps: Parts) -> Iterator[str]:
    for name, step in steps.items():
        yield name
        yield from _every(step.get("steps", {}))
        for choice in step.get("choices", {}).values():
            yield from _every(choice.get("then", {}))


@dataclass(frozen=True)
class _Names:
    """What each step is called now, and which names stay."""

    of_steps: dict[str, str]
    stays: frozenset[str]

    def mark(self, mark: str) -> str:
        return mark if mark in self.stays else f"in fact {mark}"

    def fall(self, mark: Parts) -> Parts:
        return {key: self.mark(it) if key == "falls_from" else it for key, it in mark.items()}

    def steps(self, steps: Parts) -> Parts:
        return {self.of_steps[name]: self.step(step) for name, step in steps.items()}

    def step(self, step: Parts) -> Parts:
        parts: dict[str, Callable[[Any], Any]] = {
            "choices": self.choices,
            "steps": self.steps,
            "only_if": lambda them: {self.of_steps.get(one, one): is_ for one, is_ in them.items()},
        }
        return {key: parts[key](value) if key in parts else value for key, value in step.items()}

    def choices(self, choices: Parts) -> Parts:
        return {key: self.choice(choice) for key, choice in choices.items()}

    def choice(self, choice: Parts) -> Parts:
        more: Parts = {"then": self.steps(choice["then"])} if "then" in choice else {}
        marks = choice.get("marks", [])
        if marks:
            more["marks"] = [
                self.mark(one) for one in ([marks] if isinstance(marks, str) else marks)
            ]
        if "go_to" in choice:
            more["go_to"] = self.of_steps[choice["go_to"]]
        return {**choice, **more}
