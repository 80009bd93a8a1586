"""Whatever is answered, in whatever order and by whatever channel: what the engine promises."""

import json
from dataclasses import replace
from itertools import pairwise

from hypothesis import given as whatever
from hypothesis import settings
from hypothesis import strategies as st

from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.engine import turn
from checkin.conversation.talking.facts import DayDeclined, PromiseJudged, Sent, TalkAsked, Tell
from checkin.conversation.talking.manner import MANNERS, Manner
from checkin.conversation.talking.road import walk
from checkin.conversation.talking.said import (
    Back,
    Change,
    DontKnow,
    GoOn,
    OwnWordsGiven,
    Picked,
    Said,
    Send,
    Skip,
    Start,
    Stop,
)
from tests.flows.renamed import renamed_parts
from tests.unit.talking.conversations import ANA, Conversation, all_shipped, library, shipped

FLOWS = st.sampled_from(all_shipped())
CHANNELS = st.sampled_from(sorted(MANNERS))
# A number picks what is shown at that place, the others are pressed anywhere.
MOVES = st.lists(
    st.integers(0, 8)
    | st.sampled_from(
        [Skip(), DontKnow(), GoOn(), Back(), OwnWordsGiven("mine"), Said("maybe so")]
    ),
    max_size=30,
)
ANY_MANNER = st.builds(
    Manner,
    has_pages=st.booleans(),
    reads_back=st.booleans(),
    asks_how_done=st.booleans(),
    is_their_own=st.booleans(),
    hears=st.sampled_from(["taps", "words", "keys"]),
    numbers_choices=st.booleans(),
    wording=st.sampled_from([None, "text", "call"]),
)  # a channel that nobody has built yet
BOUNDED = settings(max_examples=60, deadline=None)


def answer(ana: Conversation, moves) -> Conversation:
    """Make these moves, as far as there is something to answer."""
    if ana.so_far.stage == "hello":
        ana.say(Start())
    for move in moves:
        if ana.so_far.stage != "steps":
            break
        options = ana.prompt.options
        if not isinstance(move, int):
            ana.say(move)
        elif options:
            ana.say(Picked((options[move % len(options)].key,)))
        else:
            ana.say(GoOn())
    return ana


def to_the_end(ana: Conversation) -> Conversation:
    """Pass by what is left, and send."""
    for _ in range(200):
        if ana.so_far.stage not in ("hello", "steps"):
            break
        ana.say(GoOn())
    return ana.say(Send())


@whatever(FLOWS, ANY_MANNER, MOVES)
@BOUNDED
def test_whatever_channel_comes_there_is_something_to_say_and_it_ends(flow, manner, moves):
    ana = to_the_end(answer(Conversation(flow, manner=manner), moves))

    assert all(prompt.lines for turn_ in ana.turns for prompt in turn_.prompts)
    assert ana.so_far.stage in ("how_done", "ended")
    assert len(ana.facts(Sent)) <= 1


@whatever(FLOWS, CHANNELS, MOVES)
@BOUNDED
def test_whatever_is_answered_one_turn_always_comes_to_the_same(flow, channel, moves):
    ana = answer(Conversation(flow, channel), moves)

    once, again = (
        turn(flow, ana.so_far, Skip(), MANNERS[channel], library().frame) for _ in range(2)
    )

    assert once == again


@whatever(FLOWS, MOVES.map(lambda moves: [one for one in moves if one != Back()]))
@BOUNDED
def test_whatever_is_answered_no_more_questions_come_than_it_said(flow, moves):
    ana = to_the_end(answer(Conversation(flow, "tablet"), moves))

    said = [one for each in ana.turns for one in each.prompts if one.number]
    for earlier, later in pairwise(said):
        assert earlier.of_about or (earlier.of, earlier.of_about) == (later.of, later.of_about)
    assert all(one.number <= one.of for one in said)


@whatever(FLOWS, CHANNELS, MOVES)
@BOUNDED
def test_whatever_does_not_fit_changes_nothing(flow, channel, moves):
    ana = answer(Conversation(flow, channel), moves)
    before = ana.so_far

    ana.say(Picked(("not on offer",)), Picked(()), OwnWordsGiven(None), Change("nowhere"))

    assert ana.so_far == before


@whatever(FLOWS, CHANNELS, MOVES)
@BOUNDED
def test_whatever_is_sent_stands_on_the_road_in_its_order(flow, channel, moves):
    ana = to_the_end(answer(Conversation(flow, channel), moves))

    road = [spot.key for spot in walk(flow, ANA, ana.so_far.answers).spots]
    for sent in ana.facts(Sent):
        places = [road.index(given.step) for given in sent.answers]
        assert places == sorted(set(places))
        assert not any(given.says_nothing for given in sent.answers)


@whatever(FLOWS, MOVES, st.sampled_from(["later"]))
@BOUNDED
def test_whatever_was_answered_is_there_when_ana_carries_on(flow, moves, then):
    ana = answer(Conversation(flow), moves)
    if ana.so_far.stage != "steps":
        return
    before = ana.so_far

    ana.say(Stop(then), Start())

    assert ana.so_far.answers == before.answers
    assert ana.step == before.step


@whatever(FLOWS, CHANNELS, MOVES)
@BOUNDED
def test_whatever_was_answered_is_gone_once_it_is_thrown_away(flow, channel, moves):
    ana = answer(Conversation(flow, channel), moves)
    if ana.so_far.stage != "steps":
        return

    ana.say(Stop("throw_away"))

    assert ana.so_far.answers == {}
    assert ana.facts(Sent) == []


@whatever(FLOWS, MOVES)
@BOUNDED
def test_whatever_step_ana_goes_back_from_the_next_turn_leads_on(flow, moves):
    ana = answer(Conversation(flow), moves)
    if ana.so_far.stage != "steps":
        return
    answers = ana.so_far.answers

    ana.say(Back())

    assert ana.so_far.answers == answers
    assert ana.so_far.stage in ("hello", "steps")


@whatever(MOVES)
@BOUNDED
def test_whatever_else_is_answered_someone_hurt_me_tells_somebody_now(moves):
    ana = Conversation(shipped("tell_someone")).say(Start(), Skip(), Picked(("hurt",)))
    moves = [move for move in moves if not isinstance(move, Back)]

    to_the_end(answer(ana, moves))

    assert next(fact.level for fact in ana.facts(Tell)) == "now"


@whatever(st.lists(st.sampled_from(["priya", "marcus"]), min_size=1, unique=True), MOVES)
@BOUNDED
def test_whoever_is_picked_to_be_kept_from_it_is_kept_with_what_was_sent(picked, moves):
    ana = Conversation(shipped("tell_someone")).say(Start(), Picked(tuple(picked)))

    to_the_end(answer(ana, [move for move in moves if not isinstance(move, Back)]))

    kept = {given.does: given.choices for given in ana.sent}
    assert kept["keeps_from"] == tuple(picked)


# Names --------------------------------------------------------------------------------


def under_other_names(flow: Flow) -> Flow:
    """Return a flow with every step and mark called otherwise."""
    document = json.loads(flow.model_dump_json(by_alias=True, exclude_defaults=True))
    return Flow.model_validate(renamed_parts(document))


OTHERWISE = {flow.flow: under_other_names(flow) for flow in all_shipped()}


@whatever(FLOWS, CHANNELS, MOVES)
@BOUNDED
def test_whatever_a_step_is_called_the_same_follows(flow, channel, moves):
    as_named = to_the_end(answer(Conversation(flow, channel), moves))
    otherwise = to_the_end(answer(Conversation(OTHERWISE[flow.flow], channel), moves))

    assert [named(one) for one in followed(as_named)] == followed(otherwise)


def followed(ana: Conversation) -> list[object]:
    kinds = (TalkAsked, DayDeclined, PromiseJudged, Tell)
    return [fact for turn_ in ana.turns for fact in turn_.facts if isinstance(fact, kinds)]


def named(fact):
    """Return what a fact is where the steps have their other names."""
    if not hasattr(fact, "step"):
        return fact
    inside, _, name = fact.step.rpartition(".")
    place = ".".join(one if one.isdigit() else f"x_{one}" for one in inside.split(".") if one)
    return replace(fact, step=f"{place}.x_{name}" if place else f"x_{name}")


def test_the_other_names_are_other_names():
    for flow in all_shipped():
        other = OTHERWISE[flow.flow]
        names = {name for name, _ in every_step(flow.steps, flow)}
        assert names.isdisjoint(name for name, _ in every_step(other.steps, other))
        marks = {
            mark
            for _, step in every_step(other.steps, other)
            for one in choices_of(other, step).values()
            for mark in one.marks
        }
        assert all(mark.startswith("in fact ") for mark in marks)
