"""YAML text read into plain words, lists and mappings that remember where they stand.

YAML's own guesses are wrong for care: `no` becomes False, `10:30` becomes 630. Here every
scalar stays the words that were written, and what could hide a second meaning is refused.
Source: flow-language.md "Loading".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from checkin.conversation.flows.faults import Path
from checkin.conversation.flows.unreadable import explained
from checkin.conversation.flows.written import START, Place, Written

MOST_BYTES = 256_000
DEEPEST = 20

_CUTS = re.compile(
    r" #| +#\S"
)  # a comment that is meant as one has two spaces before it, and one after
_NOT_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Parser: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast


class _TooFarGoneError(Exception):
    """What follows cannot be read; the fault is already kept."""


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is being read."""

    path: Path
    into: dict[str, object] | list[object]
    key: str | None = None  # in a mapping, the key whose value comes next
    twice: bool = False  # that key was there before: its value is read and let go


def read(text: str | bytes, file: str) -> Written:
    """Read one YAML file; whatever is in it, the answer is words and faults, never a traceback."""
    written = Written(file)
    words = _words_of(text, written)
    if words is None:
        return written
    try:
        lines = words.split("\n")
        for event, path in _events(words, written):
            _look_at_extras(event, path, written)
            _look_for_a_cut(event, lines, written)
    except _TooFarGoneError:
        written.data = None
    except yaml.MarkedYAMLError as error:
        written.data = None
        written.fault("F101", *explained(error, words))
    return written


def _words_of(text: str | bytes, written: Written) -> str | None:
    """Return the text without its byte order mark, or None where it is no text at all."""
    try:
        data = text.encode() if isinstance(text, str) else text
        words = data.decode("utf-8-sig")
    except UnicodeError:
        written.fault("F101", START, "This is not plain text. Save the file as UTF-8.")
        return None
    if len(data) > MOST_BYTES:
        message = (
            f"This file has {len(data)} bytes; at most {MOST_BYTES} fit. Make two flows of it."
        )
        written.fault("F107", START, message)
        return None
    odd = _NOT_TEXT.search(words)
    if odd:
        before = words[: odd.start()]
        place = Place(before.count("\n") + 1, odd.start() - before.rfind("\n"))
        message = f"There is a character here that is no text (number {ord(odd[0])}). Delete it."
        written.fault("F101", place, message)
        return None
    return words


def _events(words: str, written: Written) -> Iterator[tuple[yaml.Event, Path]]:
    """Build `written.data` from the parser's events, handing on each with its path."""
    parser = _Parser(words)
    stack: list[_Open] = []
    try:
        while parser.check_event():
            event = parser.get_event()
            match event:
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    path = _next_path(stack, event, written)
                    _go_deeper(stack, path, event, written)
                    yield event, path
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    stack.pop()
                case yaml.ScalarEvent() if _is_key(stack):
                    yield event, _take_key(stack[-1], event, written)
                case yaml.ScalarEvent(value=value) | yaml.AliasEvent(anchor=value):
                    path = _next_path(stack, event, written)
                    _put(stack, value, written)
                    yield event, path
                case yaml.DocumentStartEvent() if written.data is not None:
                    message = "A second '---' begins a second flow. Keep one flow in a file."
                    written.fault("F101", _mark(event), message)
                    raise _TooFarGoneError
                case _:
                    pass
    finally:
        parser.dispose()


def _mark(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else START


def _is_key(stack: list[_Open]) -> bool:
    return bool(stack) and isinstance(stack[-1].into, dict) and stack[-1].key is None


def _take_key(inside: _Open, event: yaml.ScalarEvent, written: Written) -> Path:
    """Remember the key whose value comes next."""
    path = (*inside.path, event.value)
    inside.key = event.value
    inside.twice = event.value in inside.into
    if inside.twice:
        first = written.key_place(path).line
        message = f"'{event.value}' stands here twice (first in line {first}). Take one away."
        written.fault("F105", _mark(event), message)
    else:
        written.keys[path] = _mark(event)
    return path


def _next_path(stack: list[_Open], event: yaml.Event, written: Written) -> Path:
    """Return the path of the value that begins here, and remember where it stands."""
    if not stack:
        path: Path = ()
    elif isinstance(stack[-1].into, list):
        path = (*stack[-1].path, len(stack[-1].into))
    elif stack[-1].key is None:
        written.fault("F106", _mark(event), "A key must be plain words, not a list or an alias.")
        raise _TooFarGoneError
    else:
        path = (*stack[-1].path, stack[-1].key)
    written.values.setdefault(path, _mark(event))
    return path


def _put(stack: list[_Open], value: object, written: Written) -> None:
    """Put a value where it belongs."""
    if not stack:
        written.data = value
        return
    inside = stack[-1]
    if isinstance(inside.into, list):
        inside.into.append(value)
        return
    if inside.key is not None and not inside.twice:
        inside.into[inside.key] = value
    inside.key = None


def _go_deeper(stack: list[_Open], path: Path, event: yaml.Event, written: Written) -> None:
    """Begin a mapping or a list inside what is being read."""
    if len(stack) >= DEEPEST:
        message = f"This is nested more than {DEEPEST} deep. Make the flow flatter."
        written.fault("F107", _mark(event), message)
        raise _TooFarGoneError
    into: dict[str, object] | list[object]
    into = {} if isinstance(event, yaml.MappingStartEvent) else []
    _put(stack, into, written)
    stack.append(_Open(path, into))


def _look_at_extras(event: yaml.Event, path: Path, written: Written) -> None:
    """Refuse what YAML can do and a flow must not: anchors, aliases, merge keys, tags."""
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        message = f"'*{anchor}' points elsewhere. Write the words out here."
        written.fault("F106", _mark(event), message)
    elif anchor is not None:
        message = f"'&{anchor}' names a part to use again. Take it away and write the words out."
        written.fault("F106", _mark(event), message)
    if tag is not None:
        message = f"'{tag}' is a tag. Take it away: everything here is words."
        written.fault("F106", _mark(event), message)
    if isinstance(event, yaml.ScalarEvent) and path[-1:] == ("<<",) and event.value == "<<":
        written.fault("F106", _mark(event), "'<<' copies another part. Write the words out here.")


def _look_for_a_cut(event: yaml.Event, lines: list[str], written: Written) -> None:
    """Refuse words that YAML cuts short: of `label: bus #42` it keeps "bus"."""
    if not isinstance(event, yaml.ScalarEvent) or event.style or event.end_mark is None:
        return
    end = event.end_mark
    behind = "".join(lines[end.line : end.line + 1])[end.column :]
    if _CUTS.match(behind):
        lost = behind.strip().rstrip("]},")
        message = f"'{lost}' is cut off here: '#' begins a comment. Put the text in \"quotes\"."
        written.fault("F101", Place(end.line + 1, end.column + 1), message)
