"""A conversation as text that people can read, check in, and compare with how it goes today.

`# ` begins a story, `APP>` and `PERSON>` are the two sides, `!` is what follows; `= name Dev`
puts a value in for the stories below. Only the PERSON> lines are played again, all else is
written anew. Source: flow-language.md "Testing flows".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.library import Frame
from checkin.conversation.saying.pressing import NotShownError, read_line
from checkin.conversation.talking.about import About
from checkin.conversation.talking.engine import opening, turn
from checkin.conversation.talking.facts import (
    Ended,
    Fact,
    HowDone,
    Marked,
    PrivateWordGiven,
    Sent,
    Tell,
    ToBeRead,
    Turn,
    YouSaid,
)
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.manner import Manner
from checkin.conversation.talking.prompt import Prompt

PERSON = "PERSON>"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A flow, held in the manner of one channel with one example person."""

    flow: Flow
    manner: Manner
    frame: Frame
    about: About

    def again(self, transcript: str) -> str:
        """Tell all stories of a transcript as they go today; NotShownError says which line is wrong."""
        lines: list[str] = []
        about, now = self.about, None
        for number, line in enumerate(transcript.splitlines(), start=1):
            if line.startswith("= "):
                about = _with_value(about, line)
                lines += [line, ""]
            elif line.startswith("# "):
                now = opening(self.flow, about, self.manner, self.frame)
                lines += [line, *self.shown(now), ""]
            elif line.startswith(PERSON):
                if now is None:
                    raise NotShownError(
                        f'line {number}: say first which story this is: "# Ana ..."'
                    )
                now = self._next(now, line, number)
                lines[-1:] = [line, *self.shown(now), ""]
        return "\n".join(lines)

    def _next(self, now: Turn, line: str, number: int) -> Turn:
        said = line.removeprefix(PERSON).strip()
        try:
            reply = read_line(said, now.prompt, now.so_far, self.manner.hears, self.frame)
        except NotShownError as error:
            raise NotShownError(f"line {number}: {error}") from None
        return turn(self.flow, now.so_far, reply, self.manner, self.frame)

    def shown(self, now: Turn) -> Iterator[str]:
        """Yield what followed and what is said next, a line each."""
        yield from (f"! {said}" for fact in now.facts if (said := followed(fact)))
        for prompt in now.prompts:
            yield from (f"APP> {line}" for line in self._said(prompt))

    def _said(self, prompt: Prompt) -> Iterator[str]:
        if prompt.said_back:
            yield prompt.said_back
        yield from self._words(prompt)
        if self.manner.numbers_choices:
            yield from (f"{n} {one.label}" for n, one in enumerate(prompt.options, start=1))
        else:
            yield from (f"[{option.label}]" for option in prompt.options)

    def _words(self, prompt: Prompt) -> tuple[str, ...]:
        own = {"text": prompt.text, "call": prompt.call}.get(self.manner.wording or "")
        return (own,) if own else prompt.lines


def _with_value(about: About, line: str) -> About:
    """Read `= name Dev`."""
    _, name, value = line.split(" ", 2)
    return replace(about, values={**about.values, name: value})


def followed(fact: Fact) -> str:
    """Return what followed, in a few words; nothing for an answer alone, which is above."""
    said = ""
    match fact:
        case Marked(mark=mark, step=step):
            said = f"mark {mark} ({step})"
        case Tell(level=level, step=step):
            said = f"tell {level} ({step})"
        case YouSaid(given=given) | ToBeRead(given=given):
            said = f"{_OWN_WORDS[type(fact)]} ({given.step})"
        case Sent(answers=answers):
            said = f"sent {', '.join(map(_answer, answers))}"
        case HowDone(did=did):
            said = f"done {did.done}"
        case PrivateWordGiven(step=step):
            said = f"private word ({step})"
        case Ended(end=end) if end != "sent":
            said = end.replace("_", " ")
        case _:
            pass
    return said


def _answer(given: Given) -> str:
    said = "+".join(given.choices) or given.silence or "own words"
    return f"{given.step}={said}"


_OWN_WORDS: Mapping[type[Fact], str] = {YouSaid: "you said", ToBeRead: "to be read"}
