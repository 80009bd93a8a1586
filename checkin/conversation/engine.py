"""One turn of a conversation: what a person says, what is said next, and what follows from it.

Pure: the same turn comes to the same end, whenever and wherever it is taken.
Source: flow-language.md "The engine", flow-library.md "Frame used by every flow".
"""

from collections.abc import Callable, Mapping
from typing import Literal

from checkin.conversation.answering import (
    blank,
    fits,
    with_choices,
    with_more_words,
    with_silence,
    with_words,
)
from checkin.conversation.asking import ask, prompt, showing
from checkin.conversation.ending import end, follows, how_done, send, throw_away
from checkin.conversation.flow import (
    Channel,
    Flow,
    ForEach,
    OwnWords,
    Photo,
    Practise,
    PrivateWord,
    Say,
)
from checkin.conversation.moving import change, go_back, go_on
from checkin.conversation.scene import Frame, Scene, scene
from checkin.conversation.talk import (
    About,
    Answered,
    Back,
    Change,
    DidIt,
    DontKnow,
    Fact,
    Given,
    GoOn,
    NotNow,
    OwnWordsGiven,
    Picked,
    PrivateWordGiven,
    Prompt,
    Reply,
    Said,
    Send,
    Skip,
    SoFar,
    Stage,
    Start,
    Stop,
    ThrowAway,
    Turn,
)


def opening(flow: Flow, about: About, channel: Channel, frame: Frame) -> Turn:
    """Begin: on a tablet with the start page, elsewhere with the first question."""
    first = scene(flow, SoFar(about), channel, frame)
    return showing(first) if first.paged else go_on(first)


def prompt_now(flow: Flow, so_far: SoFar, channel: Channel, frame: Frame) -> Prompt:
    """Say again what waits for an answer, for a page that is opened afresh."""
    return prompt(scene(flow, so_far, channel, frame))


def turn(flow: Flow, so_far: SoFar, reply: Reply, channel: Channel, frame: Frame) -> Turn:
    """Take a reply. One that does not fit here changes nothing: the same is said again."""
    now = scene(flow, so_far, channel, frame)
    return _leaving(now, reply) or _AT[so_far.stage](now, reply)


def _leaving(now: Scene, reply: Reply) -> Turn | None:
    """Stop, or not now: possible until all is sent."""
    if now.so_far.stage in ("how_done", "ended"):
        return None
    match reply:
        case NotNow(until="not_this_time"):
            return end(now, "declined", "not_this_time")
        case NotNow(until=until):
            return end(now, "later", until)
        case Stop(then=then):
            return _stop(now, then)
        case _:
            return None


def _stop(now: Scene, then: Literal["later", "send", "throw_away"]) -> Turn:
    match then:
        case "later":
            return end(now, "later")
        case "send":
            return send(now)
        case "throw_away":
            return throw_away(now)


def _at_hello(now: Scene, reply: Reply) -> Turn:
    return go_on(now) if isinstance(reply, Start | GoOn) else showing(now)


def _at_step(now: Scene, reply: Reply) -> Turn:
    match reply:
        case Back():
            return go_back(now)
        case Change(step=step):
            return change(now, step)
        case GoOn():
            return _pass_by(now)
        case _:
            return _ANSWER.get(type(now.here.step), _answer)(now, reply)


def _at_read_back(now: Scene, reply: Reply) -> Turn:
    match reply:
        case Send():
            return send(now)
        case ThrowAway():
            return throw_away(now)
        case Change(step=step):
            return change(now, step)
        case Back():
            return go_back(now)
        case _:
            return showing(now)


def _at_how_done(now: Scene, reply: Reply) -> Turn:
    match reply:
        case DidIt():
            return how_done(now, reply)
        case GoOn() | Skip() | DontKnow():
            return how_done(now, None)
        case _:
            return showing(now)


def _at_end(now: Scene, reply: Reply) -> Turn:
    """Carry on where it was left, unless it was sent or thrown away."""
    if not isinstance(reply, Start) or now.so_far.end not in ("later", "declined"):
        return showing(now)
    again = now.at(now.so_far.step)
    return showing(again) if again.so_far.step else go_on(again)


_AT: Mapping[Stage, Callable[[Scene, Reply], Turn]] = {
    "hello": _at_hello,
    "steps": _at_step,
    "read_back": _at_read_back,
    "how_done": _at_how_done,
    "ended": _at_end,
}


# Answering a step ----------------------------------------------------------------------


def _answer(now: Scene, reply: Reply) -> Turn:
    asked = ask(now, now.here)
    given = now.given or blank(asked)
    match reply:
        case Picked(choices=choices) if fits(asked, choices):
            return _take(now, with_choices(given, now, asked, reply))
        case DontKnow():
            return _take(now, with_silence(given, "dont_know"))
        case Skip():
            return _take(now, with_silence(given, "skipped"))
        case OwnWordsGiven(words=words, media=media) if words or media:
            return _take_words(now, with_words(given, words, media))
        case Said(words=words) if words.strip():
            return _take(now, with_more_words(given, words))
        case _:
            return showing(now)


def _answer_practice(now: Scene, reply: Reply) -> Turn:
    """Practise: nothing that is picked is kept; own words always are."""
    asked = ask(now, now.here)
    match reply:
        case Picked(choices=choices) if fits(asked, choices):
            reply_ = with_choices(blank(asked), now, asked, reply).reply
            return _pass_by(now, said_back=reply_)
        case DontKnow() | Skip():
            return _pass_by(now)
        case OwnWordsGiven():
            return _answer(now, reply)
        case _:
            return showing(now)


def _answer_words(now: Scene, reply: Reply) -> Turn:
    """Words were only said to the person; what they say to them is kept all the same."""
    match reply:
        case OwnWordsGiven() | Said():
            return _answer(now, reply)
        case DontKnow() | Skip():
            return go_on(now)
        case _:
            return showing(now)


def _answer_privately(now: Scene, reply: Reply) -> Turn:
    """Hand on a private word; among the answers there is no trace of it."""
    match reply:
        case OwnWordsGiven(words=str(word)) | Said(words=word) if word.strip():
            passed = _pass_by(now)
            fact = PrivateWordGiven(now.here.key, word)
            return Turn(passed.so_far, passed.prompts, (fact, *passed.facts))
        case DontKnow() | Skip():
            return _answer(now, reply)
        case _:
            return showing(now)


_ANSWER: Mapping[type, Callable[[Scene, Reply], Turn]] = {
    Practise: _answer_practice,
    Say: _answer_words,
    ForEach: _answer_words,
    PrivateWord: _answer_privately,
}


def _take(now: Scene, given: Given) -> Turn:
    """Keep an answer, where it differs from the one before, and go on."""
    if given == now.given:
        return go_on(now, said_back=given.reply)
    after = now.having(given)
    return go_on(after, _answered(after, given), given.reply)


def _take_words(now: Scene, given: Given) -> Turn:
    """Keep own words; beside a choice the question stays, so that one may still be picked."""
    if isinstance(now.here.step, OwnWords | Photo):
        return _take(now, given)
    after = now.having(given)
    return showing(after, _answered(after, given))


def _answered(now: Scene, given: Given) -> tuple[Fact, ...]:
    """Return the fact of an answer; by text it counts at once."""
    return (Answered(given), *(() if now.paged else follows(now, now.here, given)))


def _pass_by(now: Scene, said_back: str | None = None) -> Turn:
    """Go past without an answer, and note that the question was put: it is not put again."""
    if now.here.asks and not now.given:
        now = now.having(blank(ask(now, now.here)))
    return go_on(now, said_back=said_back)
