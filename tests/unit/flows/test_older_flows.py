"""A flow that was kept before the language had `does` does what it did then."""

import json

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.older import EDITION, with_todays_words
from checkin.conversation.talking.facts import DayDeclined, PromiseJudged, TalkAsked
from checkin.conversation.talking.said import GoOn, Picked, Send, Start
from tests.unit.talking.conversations import Conversation, all_shipped, shipped

TODAYS = {"does", "means"}


def without_todays_words(part):
    """Return what of a document there was before: no `does`, no `means`."""
    if isinstance(part, dict):
        return {key: without_todays_words(one) for key, one in part.items() if key not in TODAYS}
    return [without_todays_words(one) for one in part] if isinstance(part, list) else part


def older(name, edition=1):
    """Return a shipped flow as it was kept then, read today."""
    document = json.loads(shipped(name).model_dump_json(by_alias=True, exclude_defaults=True))
    return Flow.model_validate(with_todays_words(without_todays_words(document), edition))


def does_of(flow):
    return {name: step.does for name, step in flow.steps.items() if step.does}


def test_whom_it_was_kept_from_then_it_is_kept_from_today():
    assert does_of(older("tell_someone")) == {"who": "shows_to", "not_who": "keeps_from"}


def test_a_promise_is_judged_as_it_was():
    ana = Conversation(older("did_it_work")).say(Start(), GoOn(), Picked(("happened",)))
    ana.say(Picked(("worse",)), Picked(("keep",)))
    for _ in range(3):
        ana.say(GoOn())
    ana.say(Send())

    assert ana.facts(PromiseJudged) == [PromiseJudged("y1", "worse")]


def test_not_going_and_asking_to_talk_are_heard_as_they_were():
    dev = Conversation(older("group_day"), "text").say(Picked(("not_going",)))
    ana = Conversation(older("what_matters")).say(Start())
    while ana.step != "talk":
        ana.say(GoOn())
    ana.say(Picked(("talk_soon",)), Picked(("marcus",)), Picked(("priya",)), Send())

    assert dev.facts(DayDeclined) == [DayDeclined("going")]
    assert ana.facts(TalkAsked) == [TalkAsked("talk", ("priya",))]


def test_another_time_is_still_another_time():
    ana = Conversation(older("my_morning")).say(Start())

    assert ana.prompt.picks_time == "else"


def test_a_flow_of_today_is_read_as_it_is_written():
    for flow in all_shipped():
        document = json.loads(flow.model_dump_json(by_alias=True, exclude_defaults=True))
        assert Flow.model_validate(with_todays_words(document, EDITION)) == flow
    assert does_of(older("tell_someone", edition=EDITION)) == {}


def test_a_point_that_judges_nothing_is_left_as_it_is():
    kept = {"steps": {}, "scales": {"better_3": {"points": {"worse": {}, "not_sure": {}}}}}

    points = with_todays_words(kept, edition=1)["scales"]["better_3"]["points"]

    assert points == {"worse": {"means": "worse"}, "not_sure": {}}
