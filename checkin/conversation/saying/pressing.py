"""What a person presses or types, written down as a line, and read back as a reply.

A tablet's line names what was pressed: `[Good]`, `[Stop] [Carry on later]`, `"my own words"`;
numbers pick by place. A text's line is what was typed; a call's is a key, or what was spoken.
Only what is shown can be pressed.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import assert_never

from checkin.conversation.flows.library import Frame
from checkin.conversation.talking.manner import Hears
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import (
    Back,
    Change,
    DidIt,
    DontKnow,
    GoOn,
    NotNow,
    OwnWordsGiven,
    Picked,
    Reply,
    Said,
    Send,
    Skip,
    Start,
    Stop,
    ThrowAway,
)
from checkin.conversation.talking.standing import SoFar, Stage

Names = tuple[str, ...]

_PRESSED = re.compile(r"\[([^\]]+)\]")
_QUOTED = re.compile(r'"(.*)"')
_NUMBERS = re.compile(r"\d+(?: \d+)*")

_STOPPING: Mapping[Names, Reply] = {
    ("stop", "carry_on_later"): Stop("later"),
    ("stop", "finish_now"): Stop("send"),
    ("stop", "throw_away"): Stop("throw_away"),
}
# The buttons around a question, by their names in the frame.
_BUTTONS: Mapping[Stage, Mapping[Names, Reply]] = {
    "hello": {
        ("start",): Start(),
        ("not_now", "later_today"): NotNow("today"),
        ("not_now", "tomorrow"): NotNow("tomorrow"),
        ("not_now", "not_this_time"): NotNow("not_this_time"),
    },
    "steps": {
        ("back",): Back(),
        ("next",): GoOn(),
        ("dont_know",): DontKnow(),
        ("skip",): Skip(),
        **_STOPPING,
    },
    "read_back": {("back",): Back(), ("send",): Send(), ("delete",): ThrowAway(), **_STOPPING},
    "how_done": {
        ("self",): DidIt("self"),
        ("helped",): DidIt("helped"),
        ("by_other",): DidIt("by_other"),
        ("skip",): Skip(),
    },
    "ended": {("start",): Start()},
}


class NotShownError(ValueError):
    """Something was pressed that nobody could press here; the message says what could be."""


def read_line(line: str, prompt: Prompt, so_far: SoFar, hears: Hears, frame: Frame) -> Reply:
    """Return the reply that a line stands for, at this prompt."""
    match hears:
        case "words":
            return Said(line)
        case "keys":
            return _key(line, prompt) or Said(line)
        case "taps":
            return _press(line, prompt, so_far, frame)
        case _:
            assert_never(hears)


def _key(line: str, prompt: Prompt) -> Picked | None:
    """Return the choice with this number, where a key was pressed."""
    number = int(line) if line.isascii() and line.isdigit() else 0
    keys = [option.key for option in prompt.options]
    return Picked((keys[number - 1],), "key") if 0 < number <= len(keys) else None


def _press(line: str, prompt: Prompt, so_far: SoFar, frame: Frame) -> Reply:
    words = _QUOTED.fullmatch(line)
    if words:
        return OwnWordsGiven(words[1])
    pressed = tuple(_PRESSED.findall(line)) or _by_place(line, prompt)
    buttons: dict[Names, Reply] = {
        tuple(frame[name].say[0] for name in names): reply
        for names, reply in _BUTTONS[prompt.stage].items()
    }
    buttons |= _changes(so_far, frame)
    return buttons.get(pressed) or _pick(line, pressed, prompt, buttons)


def typed_here(prompt: Prompt) -> str:
    """Return how to write here what no button says, with an example; nothing where all is pressed."""
    if prompt.kind == "time":
        return "Write a time like this: [10:30]."
    own = prompt.words != "none" or prompt.kind == "private_word"
    return 'Write words "in quotes".' if own else ""


def _by_place(line: str, prompt: Prompt) -> Names:
    if not _NUMBERS.fullmatch(line):
        return ()
    places = [int(number) for number in line.split()]
    labels = [option.label for option in prompt.options]
    return tuple(labels[place - 1] for place in places if 0 < place <= len(labels))


def _changes(so_far: SoFar, frame: Frame) -> Mapping[Names, Change]:
    """Return what `[Change it] [How was your morning?]` means, for each answer that is read back."""
    given = so_far.answers.values() if so_far.stage == "read_back" else ()
    return {(frame["change"].say[0], one.asked): Change(one.step) for one in given}


def _pick(line: str, pressed: Names, prompt: Prompt, buttons: Collection[Names]) -> Picked:
    labels = {option.label: option.key for option in prompt.options}
    times = {one: one for one in pressed if ":" in one} if prompt.kind == "time" else {}
    if not pressed or not set(pressed) <= {*labels, *times}:
        raise NotShownError(_instead(line, pressed, prompt, buttons))
    return Picked(tuple((labels | times)[label] for label in pressed))


def _instead(line: str, pressed: Names, prompt: Prompt, buttons: Collection[Names]) -> str:
    """Say what can be written in place of this line."""
    longer = [one for one in buttons if pressed and one[: len(pressed)] == pressed]
    if longer:
        return f"{line!r} asks what then. Write it on the same line: {_shown(longer)}."
    labels = [(option.label,) for option in prompt.options]
    there_are = f"{line!r} cannot be pressed here. There are: {_shown([*labels, *buttons])}."
    return f"{there_are} {typed_here(prompt)}".rstrip()


def _shown(buttons: Iterable[Names]) -> str:
    return ", ".join(" ".join(f"[{name}]" for name in names) for names in buttons)
