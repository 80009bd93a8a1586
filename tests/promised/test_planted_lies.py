"""Each lie that is planted is caught: a sentence, or a fact behind it, is changed, and the walk is red."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from flask import Response

from checkin.actions import effect_of_sending
from checkin.actions.until_read import read_on
from checkin.agreements.happened_by_text import TextsStopped
from checkin.agreements.seeing import May, Why
from checkin.agreements.will_see import WillSee
from checkin.channels.tablet.page import show
from checkin.storage.tables import LoopRow
from checkin.wording import plain_time
from tests.promised.by_text import Talk
from tests.promised.reader import Reader
from tests.promised.roads import Presses, Road
from tests.promised.small import Small
from tests.promised.test_looking_back import Looks
from tests.promised.test_who_has_it_now import Last

A_WEEK = timedelta(days=7)

Plant = Callable[[pytest.MonkeyPatch, Small], None]


class Lie(NamedTuple):
    """What is changed, on which road, and what the walk must say of it."""

    plant: Plant
    walk: Callable[[Small], Reader]
    caught: str


def on_the_tablet(flow: str, **picks: str) -> Callable[[Small], Reader]:
    """Let Ana go through a flow with these answers; names of staff stand for their ids."""

    def walk(small: Small) -> Reader:
        keys = {step: (small.ids.get(one, one),) for step, one in picks.items()}
        cast = small.cast
        road = Road(small, flow, cast.ana, cast.house_tablet, Presses(), picks=keys).walk()
        road.reader.hold_all(road.happened)
        return road.reader

    return walk


def by_text(talk: str) -> Callable[[Small], Reader]:
    """Let Dev and staff have this talk."""

    def walk(small: Small) -> Reader:
        had = Talk(small, talk).have()
        had.reader.hold_all(had.happened)
        return had.reader

    return walk


def looking_back(small: Small) -> Reader:
    """Let Ana say something, and look at it when Jo has read it."""
    looks = Looks(small)
    looks.say_something()
    looks.jo_reads_it()
    looks.at("you-said")
    return looks.reader


def once_read(small: Small) -> Reader:
    """Let Ana say something, and look at the last page when Marcus has opened it."""
    last = Last(small, "how_i_am", feel="ok", want="no_one")
    small.desks["Marcus"].open(f"/staff/check-ins/{last.road.check_in}")
    last.again()
    return last.road.reader


def once_the_day_is_over(small: Small) -> Reader:
    """Let Ana say something, and let the day pass by which it was to be read."""
    last = Last(small, "tell_someone", not_who="no_one", kind="good", who="Priya", want="listen")
    last.road.reader.wrong += last.by_when()
    return last.road.reader


def put(where: str, instead: object) -> Plant:
    """Put this in the place of what stands there."""
    return lambda patch, _: patch.setattr(where, instead)


def as_if_unread(
    template: str, here: object, *, loops: list[LoopRow], **values: object
) -> Response:
    """Show You said as if nobody had read anything."""
    unread = [
        SimpleNamespace(
            **{one.key: getattr(row, one.key) for one in row.__table__.columns} | {"read_at": None}
        )
        for row in loops
    ]
    values["read"] = dict.fromkeys([row.id for row in loops], "")
    return show(template, here, loops=unread, **values)


def an_hour_off(at: datetime) -> str:
    """Say a time that is an hour later."""
    return plain_time(at + timedelta(hours=1))


def lena_alone(patch: pytest.MonkeyPatch, small: Small) -> None:
    """Say that Lena sees it, whoever may."""
    sees = WillSee((small.ids["Lena"],))
    patch.setattr("checkin.actions.who_will_see.who_will_see", lambda *_: sees)


def at_once(patch: pytest.MonkeyPatch, _: Small) -> None:
    """Say at once of what lies on a list."""
    patch.setitem(effect_of_sending.WHEN, "today", "{staff} will be told at once.")


LIES = {
    "a wrong name in who sees": Lie(lena_alone, on_the_tablet("how_i_am"), "can open it"),
    "a time that is an hour off": Lie(
        put("checkin.actions.checkpoints.plain_time", an_hour_off),
        by_text("late 20"),
        "somebody was told already",
    ),
    "told at once of what lies on a list": Lie(
        at_once, on_the_tablet("how_i_am", want="talk"), "not told"
    ),
    "somebody who has nothing to do with it": Lie(
        put("checkin.actions.effect_of_sending.wording.in_a_row", lambda _: "Ruth"),
        on_the_tablet("how_i_am", want="now"),
        "not told: Ruth",
    ),
    "a promise of which nothing is kept": Lie(
        put("checkin.channels.tablet.end._we_decide", lambda _: True),
        on_the_tablet("my_morning_daily"),
        "nothing of it is kept to be answered",
    ),
    "texts after a stop": Lie(
        put(
            "checkin.actions.hear_for_all.stop_texts",
            lambda _, source, words, __: TextsStopped(source, words, None),
        ),
        by_text("stop"),
        "a text asked",
    ),
    "nobody has read it, after a look": Lie(
        put("checkin.channels.tablet.you_said.show", as_if_unread), looking_back, "it was read"
    ),
    "somebody has it, who was only told": Lie(
        put("checkin.actions.tell_who_called.FIRST", {"help_or_not_ok": "has_it"}),
        by_text("nobody answers"),
        "does not have it: Lena, Marcus",
    ),
    "the wrong day": Lie(
        put("checkin.wording.day_from", lambda *_: "today"),
        by_text("start in the evening"),
        "no text asked at 09:15",
    ),
    "four questions, and more come": Lie(
        put("checkin.conversation.talking.road.Road.how_many", lambda *_: "4"),
        on_the_tablet("tell_someone"),
        "came",
    ),
    "you say who, and another sees it": Lie(
        put("checkin.agreements.seeing._of_staff", lambda *_: May(Why.works_here)),
        on_the_tablet("tell_someone", kind="good", who="Marcus"),
        "was not picked, and can open it: Jo",
    ),
    "we tell you first, and say nothing": Lie(
        put("checkin.actions.effect_of_sending._said", lambda *_: ()),
        on_the_tablet("tell_someone", kind="hurt", who="Marcus"),
        "told, and not named before",
    ),
    "somebody looks at it, and nothing of it is to be done": Lie(
        put("checkin.actions.who_will.CAN_READ", "{staff_name} will look at this."),
        on_the_tablet("my_morning_daily"),
        "nothing is to be done",
    ),
    "a day that is not the one after which it is late": Lie(
        put("checkin.actions.what_became.read_on", lambda row: read_on(row) + A_WEEK),
        on_the_tablet("how_i_am", want="no_one"),
        "nothing is to be done by Tuesday 27 October",
    ),
    "a day after which nobody is asked": Lie(
        put("checkin.worker.pass_time.notice_unread_words", lambda _: None),
        once_the_day_is_over,
        "by Tuesday is over, and nobody is asked",
    ),
    "a time after which nobody says who is asked": Lie(
        put("checkin.actions.tell_next_contact.still_unread", lambda *_: []),
        by_text("words at night"),
        "07:30 is over, and nobody said who is asked",
    ),
    "somebody will ring, who was only asked": Lie(
        put(
            "checkin.actions.texts_of_check_ins.who_rings_meanwhile",
            lambda *_: ("and_has_it", {"staff": "Jo"}),
        ),
        by_text("missed, and nobody takes it"),
        "does not have it: Jo",
    ),
    "another has read it": Lie(
        put("checkin.actions.what_became._did", lambda *_: "Ruth has read it."),
        once_read,
        "did not read it: Ruth",
    ),
    "a sentence that nobody listed": Lie(
        put("checkin.actions.who_sees_picks.YOU_SAY", "Ruth rings your mum."),
        on_the_tablet("tell_someone", kind="good"),
        "Of no kind that is listed: Ruth rings your mum.",
    ),
    "another reads it instead": Lie(
        put(
            "checkin.actions.effect_of_sending.IF_THEY_CANNOT",
            "If Priya cannot, Lena will read this.",
        ),
        on_the_tablet("tell_someone", not_who="no_one", kind="complain", who="Priya"),
        "cannot open it: Lena",
    ),
    "another cannot": Lie(
        put("checkin.actions.tell_who_called.begun", lambda _: "Ruth"),
        by_text("Marcus cannot"),
        "did not say so: Ruth",
    ),
    "told though it is kept from them": Lie(
        put("checkin.agreements.seeing._of_staff", lambda *_: May(Why.works_here)),
        on_the_tablet("tell_someone", not_who="Marcus", kind="hurt"),
        "Marcus",
    ),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_caught(small: Small, lie: str, monkeypatch: pytest.MonkeyPatch):
    planted = LIES[lie]
    planted.plant(monkeypatch, small)
    found = planted.walk(small).problems
    assert any(planted.caught in one for one in found), found
