"""What does not fit the shape of a flow, said in plain English and with its place.

Source: flow-language.md "Errors", group F1xx.
"""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checkin.conversation.flows.faults import Fault, Path, nearest, nearest_name
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import KINDS, kind_of
from checkin.conversation.flows.written import Place, Written, at


def faults_of_shape(
    error: ValidationError, written: Written, root: type[BaseModel] = Flow
) -> Iterator[Fault]:
    """Yield one fault for each thing that does not fit, in the words of the file.

    `root` is what the whole file should have been.
    """
    details = [(path_of(one["loc"]), one) for one in error.errors(include_url=False)]
    mistyped: dict[Path, list[str]] = {}
    for path, detail in details:
        if detail["type"] == "extra_forbidden":
            mistyped.setdefault(path[:-1], []).append(str(path[-1]))
    for path, detail in details:
        match detail["type"]:
            case "extra_forbidden" if path[-1] == "<<":
                pass  # told when it was read
            case "extra_forbidden":
                message = _unknown(path, written, root)
                yield _fault("F102", written.key_place(path), message, written)
            case "missing" if nearest_name(str(path[-1]), mistyped.get(path[:-1], ())):
                pass  # told as a mistyped key
            case "missing":
                message = (
                    f"{name_of(path[:-1])} has no '{path[-1]}'. Write '{path[-1]}: ...' in it."
                )
                yield _fault("F103", written.key_place(path[:-1]), message, written)
            case _:
                yield _fault("F104", written.place(path), _wrong(detail, path), written)


def _fault(code: str, place: Place, message: str, written: Written) -> Fault:
    return Fault(written.file, place.line, place.column, code, message)


def path_of(loc: tuple[int | str, ...]) -> Path:
    """Return the path in the file; pydantic also names the kind of a step, after its id."""
    path: list[int | str] = []
    kind_at = 0
    for part in loc:
        if path[-2:-1] and path[-2] in ("steps", "then") and part in KINDS and kind_at != len(path):
            kind_at = len(path)
        else:
            path.append(part)
    return tuple(path)


def name_of(path: Path) -> str:
    """Return what a person would call this place: step 'food', choices.going, the flow."""
    match path:
        case ():
            return "the flow"
        case (*_, "steps" | "then", key):
            return f"step '{key}'"
        case (key,):
            return f"'{key}'"
        case (*_, int(), _) | (*_, int()):
            return name_of(tuple(part for part in path if not isinstance(part, int)))
        case _:
            return f"{path[-2]}.{path[-1]}"


def _unknown(path: Path, written: Written, root: type[BaseModel]) -> str:
    """Return what to say of a key that is not known here."""
    key, inside = str(path[-1]), written.at(path[:-1])
    there = f"{name_of(path[:-1])} has '{key}'."
    if key in KINDS and kind_of(inside):
        return f"{there} It is '{kind_of(inside)}' already. Make '{key}' a step of its own."
    if written.at(path) == "":
        return f'{there} A comma or colon in unquoted text? Put the text in "quotes".'
    known = known_keys(path[:-1], written.data, root)
    hint = nearest(key, known) or f" Known are: {', '.join(known)}."
    return f"{there} There is no '{key}' here.{hint}"


def known_keys(path: Path, data: object, root: type[BaseModel] = Flow) -> list[str]:
    """Return the keys that the mapping at a path may have; `data` is the whole file."""
    fields = _part_at(path, data, root).model_fields.items()
    return [field.alias or name for name, field in fields]


def _part_at(path: Path, data: object, root: type[BaseModel]) -> type[BaseModel]:
    """Return which part stands at a path: parts stand inside one another as `field: {name: part}`."""
    part = root
    for number in range(0, len(path) - 1, 2):
        field = part.model_fields.get(str(path[number]))
        inner = get_args(field.annotation)[-1:] if field else ()
        if inner and isinstance(inner[0], type) and issubclass(inner[0], BaseModel):
            part = inner[0]
        else:
            part = KINDS[kind_of(at(data, path[: number + 2])) or "say"]
    return part


def _wrong(detail: ErrorDetails, path: Path) -> str:
    """Return what to say of a value that does not fit."""
    name, said = name_of(path), detail["input"]
    match detail["type"]:
        case "literal_error":
            problem = f": '{said}' is not known here. Write {detail['ctx']['expected']}."
        case "union_tag_not_found":
            problem = f" says and asks nothing. Give it one of: {', '.join(KINDS)}.{_kind(said)}"
        case "bool_parsing":
            problem = f": '{said}' is neither true nor false. Write true or false."
        case "int_parsing" | "greater_than_equal" | "less_than_equal":
            problem = f": '{said}' does not fit. Write a whole number from 1 to 20."
        case "string_type":
            problem = ' must be words. A colon or comma in unquoted text? Put the text in "quotes".'
        case "tuple_type":
            problem = " must be words, or a list of words: [one, two]."
        case _:
            problem = " must have keys below it, each on its own line as 'key: ...'."
    return name + problem


def _kind(said: object) -> str:
    """Return which kind of step a mistyped key may have meant."""
    keys = [str(key) for key in said] if isinstance(said, dict) else []
    return next((found for key in keys if (found := nearest(key, KINDS))), "")
