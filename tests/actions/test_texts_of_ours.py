"""A house has a flows folder of its own, from before a fixed text was added: nothing is lost by it."""

from dataclasses import replace

import pytest

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.read_flows import our_texts, texts_of_ours
from checkin.conversation.flows.leaned_on import TEXTS
from checkin.paths import FLOWS
from tests.conftest import World
from tests.journeys.doors import DEV, MARCUS, Phone


@pytest.fixture
def older(world: World) -> World:
    """An installation whose texts know nothing of what staff text back, and thank in other words."""
    with world.app.app_context():
        now = flows_in_use()
        texts = now.flows[TEXTS]
        kept = {key: one for key, one in texts.messages.items() if not key.startswith("staff_")}
        kept["thanks"] = kept["thanks"].model_copy(update={"text": "Ta {name}."})
        older = texts.model_copy(update={"messages": kept})
        world.app.installation.flows.put(replace(now, flows={**now.flows, TEXTS: older}))
    return world


def test_staff_who_text_back_take_it_and_are_answered(older: World):
    Phone(older).text("2026-10-20 08:00", "HELP")
    Phone(older, MARCUS).text("2026-10-20 08:01", "ok got it")

    assert older.texts(MARCUS)[-1].startswith("You have it: Dev asked for help")


def test_what_is_written_there_goes_before_ours(older: World):
    Phone(older).text("2026-10-20 09:16", "OK")

    assert older.texts(DEV)[-1] == "Ta Dev."


def test_flows_check_says_which_of_ours_are_sent(older: World):
    with older.app.app_context():
        faults = texts_of_ours(FLOWS, flows_in_use().flows)

    assert {one.code for one in faults} == {"F122"}
    assert not any(one.is_error for one in faults)
    assert len(faults) == sum(key.startswith("staff_") for key in our_texts())
