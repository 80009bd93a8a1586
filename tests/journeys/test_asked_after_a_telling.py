"""Dev asks something after he told of a hurt: it goes on as work of its own once that is closed."""

import pytest

from tests.conftest import World
from tests.journeys.doors import MARCUS, Desk, Phone
from tests.journeys.records import alerts
from tests.journeys.test_hurt_by_text import BY_MARCUS, TUESDAY, phone
from tests.journeys.test_read_since import opens, you_said

__all__ = ["phone"]
ASKED = "Dev answered in their own words."
NO_ANSWER = "Texted after what was closed. Nobody has said what we do about it."


def closes(world: World, who: str = "priya") -> None:
    """Take and close the hurt."""
    desk = Desk(world, who)
    desk.open("/staff/")
    desk.take("Read Dev's own words now: somebody may be hurt.")
    desk.close("Safeguarding: referral made", "We rang the lead.")


def on_list(world: World, who: str) -> str:
    return Desk(world, who).open("/staff/")


def test_a_question_after_a_hurt_goes_on_when_that_is_closed(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:40", "can i come home early today?")
    closes(world)

    assert NO_ANSWER in on_list(world, "priya")
    assert ASKED not in on_list(world, "marcus")
    assert "will look at this" in you_said(world).words


def test_more_of_the_hurt_alone_is_closed_with_it(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:40", "it was in the kitchen last night")
    closes(world)

    assert [one.kind for one in alerts(world) if one.state != "closed"] == []


def test_a_hurt_that_is_a_worry_too_is_closed_with_it(phone: Phone):
    world = phone.world
    phone.arrives("marcus keeps shouting at me")
    world.go_to(f"{TUESDAY} 10:31")
    closes(world)

    assert [one.kind for one in alerts(world) if one.state != "closed"] == []


@pytest.mark.parametrize("opened", [True, False])
def test_what_was_closed_is_read_by_nobody_while_nobody_opened_it(phone: Phone, *, opened: bool):
    world = phone.world
    phone.arrives(BY_MARCUS)
    world.go_to(f"{TUESDAY} 10:31")
    if opened:
        opens(world, "priya")
    closes(world)
    world.go_to(f"{TUESDAY} 13:00")

    assert bool([one for one in alerts(world) if one.kind == "unread_words"]) != opened


def test_while_those_outside_have_an_alert_the_question_is_on_the_list_here(phone: Phone):
    world = phone.world
    phone.arrives(BY_MARCUS)
    phone.text(f"{TUESDAY} 10:34:50", "can i come home early today?")
    phone.text(f"{TUESDAY} 10:35", "HELP")
    Phone(world, MARCUS).text(f"{TUESDAY} 10:35:20", "ok got it")
    phone.text(f"{TUESDAY} 10:36", "HELP")  # it rings Marcus, so that those outside are told too
    assert [one.kind for one in alerts(world) if one.kind == "told_outside"]
    closes(world)

    assert NO_ANSWER in on_list(world, "priya")
