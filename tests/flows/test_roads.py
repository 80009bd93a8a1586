"""Every road through every flow that ships is walked; and whatever is said, something follows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import Practise
from checkin.conversation.talking.about import About
from checkin.conversation.talking.engine import opening, prompt_now, turn
from checkin.conversation.talking.facts import Marked, Sent
from checkin.conversation.talking.keeping import from_json, to_json
from checkin.conversation.talking.manner import MANNERS, TABLET, TEXT
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
from checkin.conversation.talking.standing import SoFar
from tests.unit.talking.conversations import ANA, Conversation, all_shipped, library

FLOWS = pytest.mark.parametrize("flow", all_shipped(), ids=lambda flow: flow.flow)
CHANNELS = ("tablet", "text", "call")


# Walking every road -------------------------------------------------------------------


@dataclass
class Walk:
    """What was seen on all roads of a flow: steps, presses, marks, and where roads ended."""

    flow: Flow
    steps: set[str] = field(default_factory=set)
    pressed: set[tuple[str, str]] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    met: set[object] = field(default_factory=set)

    def everywhere(self, about: About) -> "Walk":
        """Press everything that is shown, everywhere; what leads to the same is walked once."""
        to_go = [opening(self.flow, about, TABLET, library().frame)]
        while to_go:
            here = to_go.pop()
            if (place := self._place(here.so_far)) in self.met:
                continue
            self.met.add(place)
            self._see(here.so_far)
            to_go += [self._after(here.so_far, reply) for reply in feasible(here.prompt)]
        return self

    def _after(self, so_far: SoFar, reply: Reply):
        said = turn(self.flow, so_far, reply, TABLET, library().frame)
        if isinstance(reply, Picked):
            name = (so_far.step or "").rpartition(".")[2]
            self.pressed |= {(name, choice) for choice in reply.choices}
            sent = turn(self.flow, said.so_far, Stop("send"), TABLET, library().frame)
            self.marks |= {fact.mark for fact in sent.facts if isinstance(fact, Marked)}
        return said

    def _see(self, so_far: SoFar) -> None:
        if so_far.step:
            self.steps.add(so_far.step.rpartition(".")[2])
        if so_far.stage == "ended":
            self.ends.add(str(so_far.end))

    def _place(self, so_far: SoFar) -> object:
        """Two conversations are at one place where the answers that can matter are the same."""
        that_matter = tuple(
            (step, given.choices)
            for step, given in so_far.answers.items()
            if step.rpartition(".")[2] in steering(self.flow)
        )
        says_something = any(not given.says_nothing for given in so_far.answers.values())
        return so_far.stage, so_far.step, so_far.end, that_matter, says_something


def steering(flow: Flow) -> set[str]:
    """Return the steps whose answer decides which steps come after."""
    steps = dict(every_step(flow.steps, flow))
    forks = {
        name
        for name, step in steps.items()
        if any(choice.then or choice.go_to for choice in choices_of(flow, step).values())
    }
    return forks | {name for step in steps.values() for name in step.only_if}


def feasible(prompt: Prompt) -> Iterator[Reply]:
    """Press what is shown, one thing at a time, and the controls that are always there."""
    match prompt.stage:
        case "hello":
            yield from (Start(), NotNow("tomorrow"), NotNow("not_this_time"))
        case "steps":
            yield from (Picked((option.key,)) for option in prompt.options)
            yield from (OwnWordsGiven("x"), DontKnow(), Skip(), GoOn())
            if prompt.kind in ("choose_many", "people_many", "sort"):
                yield Picked(tuple(option.key for option in prompt.options))
        case "read_back":
            yield from (Send(), ThrowAway())
        case "how_done":
            yield from (DidIt("self"), GoOn())


@FLOWS
def test_every_road_ends_and_everything_on_it_can_be_reached(flow):
    walk = Walk(flow).everywhere(ANA)

    steps = dict(every_step(flow.steps, flow))
    asks = {name: step for name, step in steps.items() if choices_of(flow, step)}
    choices = {(name, key) for name, step in asks.items() for key in choices_of(flow, step)}
    marks = {
        mark
        for step in asks.values()
        if not isinstance(step, Practise)
        for choice in choices_of(flow, step).values()
        for mark in choice.marks
    }
    assert set(asks) <= walk.steps
    assert choices <= walk.pressed
    assert marks <= walk.marks
    assert walk.ends == {"sent", "later", "declined", "thrown_away"}


@FLOWS
def test_a_person_about_whom_nothing_is_known_comes_to_the_end_too(flow):
    walk = Walk(flow).everywhere(About())
    assert walk.ends >= {"later", "declined"}


@FLOWS
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("reply", [GoOn(), Skip(), DontKnow(), Said("wombles"), OwnWordsGiven("x")])
def test_one_and_the_same_reply_all_the_way_comes_to_an_end(flow, channel, reply):
    ana = Conversation(flow, channel)
    ana.say(Start())
    for _ in range(200):
        if ana.so_far.stage != "steps":
            return
        before = ana.so_far
        ana.say(reply)
        if ana.so_far == before:  # own words beside a choice: now she goes on
            ana.say(GoOn())
    pytest.fail("It never ended.")


# Whatever is said ---------------------------------------------------------------------

_SAID = [
    "yes",
    "no",
    "1",
    "good",
    "not going",
    "i am gonig",
    "later",
    "back",
    "stop",
    "help me",
    "",
    "{name}",
]
_ids = sorted(
    {key for flow in all_shipped() for _, step in every_step(flow.steps, flow) for key in choices_of(flow, step)}
)  # fmt: skip
_steps = sorted({name for flow in all_shipped() for name, _ in every_step(flow.steps, flow)})
_choices = st.lists(st.sampled_from([*_ids, "yes", "no", "08:15", "nonsense"]), max_size=3).map(
    tuple
)
_replies: st.SearchStrategy[Reply] = st.one_of(
    st.builds(Picked, _choices),
    st.builds(Said, st.sampled_from(_SAID) | st.text(max_size=30)),
    st.builds(OwnWordsGiven, st.none() | st.text(max_size=9), st.sampled_from([(), ("v1",)])),
    st.builds(Change, st.sampled_from(_steps)),
    st.builds(Stop, st.sampled_from(["later", "send", "throw_away"])),
    st.builds(NotNow, st.sampled_from(["today", "tomorrow", "not_this_time"])),
    st.builds(DidIt, st.sampled_from(["self", "helped", "by_other"])),
    st.sampled_from([Start(), DontKnow(), Skip(), GoOn(), Back(), Send(), ThrowAway()]),
)
# Mostly what can be pressed here, by number, so that conversations get somewhere.
_moves = st.lists(st.integers(0, 9) | _replies, max_size=25)


@whatever(st.sampled_from(all_shipped()), st.sampled_from(CHANNELS), _moves)
@settings(max_examples=400, deadline=None)
def test_whatever_is_said_there_is_always_something_to_say_next(flow, channel, moves):
    ana = Conversation(flow, channel)
    for move in moves:
        can = list(feasible(ana.prompt)) or [Start()]
        ana.say(can[move % len(can)] if isinstance(move, int) else move)
        assert all(prompt.lines and all(prompt.lines) for prompt in ana.turns[-1].prompts)
        assert ana.prompt.stage == ana.so_far.stage
        assert from_json(to_json(ana.so_far)) == ana.so_far
        afresh = prompt_now(flow, ana.so_far, MANNERS[channel], library().frame)
        pages = MANNERS[channel].has_pages  # there the page opened afresh says our reply too
        assert afresh == (ana.prompt if pages else ana.prompt._replace(said_back=None))
    assert len(ana.facts(Sent)) <= 1


@whatever(st.sampled_from(all_shipped()), _moves)
@settings(max_examples=200, deadline=None)
def test_whatever_is_said_own_words_are_kept_to_the_letter(flow, moves):
    words = " {name} \u202e%s\r\n<b> "
    ana = Conversation(flow).say(Start())
    for move in moves:
        can = list(feasible(ana.prompt)) or [Start()]
        ana.say(can[move % len(can)] if isinstance(move, int) else move)
    if ana.so_far.stage == "steps":
        step = ana.step
        ana.say(OwnWordsGiven(words), Back(), DontKnow(), Picked((_ids[0],)))
        assert ana.so_far.answers[step].words == words


# One story on every channel -----------------------------------------------------------


def by_tap(prompt: Prompt, number: int) -> Reply:
    return Picked((prompt.options[number].key,))


def by_key(prompt: Prompt, number: int) -> Reply:
    return Picked((prompt.options[number].key,), "key")


def by_digit(_: Prompt, number: int) -> Reply:
    return Said(str(number + 1))


WAYS = {"tablet": [by_tap], "text": [by_digit], "call": [by_key, by_digit]}


@whatever(st.sampled_from(all_shipped()), st.lists(st.integers(0, 8), min_size=20, max_size=20))
@settings(max_examples=100, deadline=None)
def test_one_story_gives_the_same_answers_on_every_channel(flow, numbers):
    assert (
        story(flow, "tablet", by_tap, numbers)
        == story(flow, "text", by_digit, numbers)
        == story(flow, "call", by_key, numbers)
    )


def story(flow, channel, way, numbers):
    """Tell one story: at each step the choice with this number, or words where words are asked."""
    ana = Conversation(flow, channel).say(*([Start()] if channel == "tablet" else []))
    for number in numbers:
        if ana.prompt.kind == "say":
            ana.say(GoOn())
        if ana.so_far.stage == "steps":
            ana.say(reply_by(ana.prompt, way, number))
    ana.say(Stop("send"))
    return [given._replace(how="tap") for given in ana.sent]


def reply_by(prompt, way, number):
    if prompt.kind == "own_words":
        words = f"words {number}"
        return Said(words) if way is by_digit else OwnWordsGiven(words)
    if not prompt.options:  # a time: it has no list
        return Skip()
    return way(prompt, number % len(prompt.options))


@pytest.mark.parametrize("number", range(4))
def test_the_label_in_words_is_as_good_as_its_number(number):
    group_day = next(flow for flow in all_shipped() if flow.flow == "group_day")
    dev = Conversation(group_day, "text").say(Picked(("going",)))
    while dev.so_far.stage == "steps":
        options = dev.prompt.options
        if options:
            option = options[number % len(options)]
            heard = turn(group_day, dev.so_far, Said(option.label), TEXT, library().frame)
            # "Help me" is a cry for help before it is an answer: the channel meets it first.
            taken = () if option.label == "Help me" else (option.key,)
            assert heard.so_far.answers[dev.step].choices == taken
        dev.say(Picked((options[number % len(options)].key,)) if options else Said("x"))
