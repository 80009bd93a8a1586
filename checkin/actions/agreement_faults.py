"""What is wrong in the file of an agreement: what to write instead, with its line."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from checkin.agreements.agreement import Agreement
from checkin.agreements.problem import Problem
from checkin.conversation.flows.faults import Path
from checkin.conversation.flows.written import Written

LOOK = "Look in docs/agreement.yaml how it is written."
SAYS: Mapping[str, str] = {
    "missing": "This is not there. Write it.",
    "time": "Write a time such as 09:15.",
    "date": "Write a date such as 2026-10-05.",
    "int": "Write a whole number such as 20.",
    "bool": "Write true or false.",
    "literal": "Write {expected}.",
    "union_tag": f"There is no such kind. {LOOK}",
}
"""By how the name of an error of pydantic begins."""


def faults_in(error: ValidationError, written: Written) -> Iterator[str]:
    """Yield a sentence for each: the line, the place in it, and what to write."""
    for one in error.errors():
        yield _in_file(one["loc"], _what_to_write(one), written)


def in_file(problem: Problem, written: Written) -> str:
    """Return what keeps an agreement from being kept, with the line where it is to be mended."""
    return _in_file(problem.at, problem, written) if problem.at else problem


def _in_file(loc: Path, words: str, written: Written) -> str:
    path = _path(loc, written)
    place = written.keys.get(path) or written.values.get(path)
    line = f"line {place.line}: " if path and place else ""
    return f"{line}{_name(loc)}: {words}"


def _path(loc: Path, written: Written) -> Path:
    """Return the place in the file: a kind of threshold that pydantic puts in is left out."""
    path: Path = ()
    for part in loc:
        if (*path, part) in written.values or (*path, part) in written.keys:
            path = (*path, part)
    return path


def _name(loc: Path) -> str:
    return ".".join(str(part) for part in loc)


def _what_to_write(one: ErrorDetails) -> str:
    kind, about = one["type"], one.get("ctx", {})
    if kind == "extra_forbidden":
        return _no_such_name(str(one["loc"][-1]))
    if kind == "value_error":  # in our own words
        return str(about.get("error", LOOK))
    return next(
        (_filled(words, about) for start, words in SAYS.items() if kind.startswith(start)), LOOK
    )


def _filled(words: str, about: Mapping[str, Any]) -> str:
    return words.replace("{expected}", str(about.get("expected", "")).replace("'", ""))


def _no_such_name(name: str) -> str:
    near = difflib.get_close_matches(name, Agreement.model_fields, n=1)
    return f"Did you mean {near[0]}?" if near else f"There is no such name. {LOOK}"
