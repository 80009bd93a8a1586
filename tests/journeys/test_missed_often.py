"""Dev agreed that somebody talks with him once he missed two texts (thresholds.md T2)."""

import pytest

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.threshold import MissedCheckIn, RepeatedMissed
from checkin.storage import agreements
from checkin.storage.tables import AlertRow
from tests.conftest import World
from tests.journeys.doors import DEV, JO, MARCUS, Desk, Phone
from tests.journeys.records import alerts

WORDS = "If I miss 2, talk to me. Maybe the time is wrong."
TUESDAY, THURSDAY = "2026-10-20", "2026-10-22"


@pytest.fixture
def agreed(world: World) -> World:
    """His texts on group days: two missed of four, and they talk."""
    world.go_to("2026-10-19 12:00")
    with world.app.app_context():
        for one in agreements.agreements_of(world.cast.dev, clock.now()):
            if any(isinstance(each, MissedCheckIn) for each in one.agreement.thresholds):
                often = RepeatedMissed(count=2, of_last=4, agreed_words=WORDS)
                both = (*one.agreement.thresholds, often)
                draft = one.agreement.model_copy(update={"thresholds": both})
                assert change_agreement(draft, world.cast.priya, clock.now()) == ()
    return world


def talks(world: World) -> list[AlertRow]:
    return [one for one in alerts(world, task=True) if one.kind == "repeated_missed"]


def test_the_second_miss_asks_for_a_talk_and_the_third_joins_it(agreed: World):
    agreed.go_to(f"{TUESDAY} 09:50")
    assert talks(agreed) == []
    agreed.go_to(f"{TUESDAY} 10:30")

    (talk,) = talks(agreed)
    assert talk.title == "Dev missed 2 of the last 2 check-ins."
    assert talk.agreed_words == WORDS
    agreed.go_to(f"{TUESDAY} 17:00")  # he is not home either
    assert len(talks(agreed)) == 1
    assert "Dev missed 2 of the last 2 check-ins." in Desk(agreed, "priya").open("/staff/")


def test_dev_reads_of_the_talk_no_word_as_if_somebody_rang_him_for_it(agreed: World):
    agreed.go_to(f"{TUESDAY} 10:19")
    agreed.sent.clear()
    agreed.go_to(f"{TUESDAY} 10:21")

    assert len(talks(agreed)) == 1
    asks = [one for one in agreed.texts(DEV) if "to ring you" in one]
    assert asks == ["Hi Dev. We are asking Jo and Marcus to ring you."]
    assert {JO, MARCUS} <= {one.number for one in agreed.sent}


def test_once_they_talked_the_count_begins_anew(agreed: World):
    agreed.go_to(f"{TUESDAY} 17:00")
    priya = Desk(agreed, "priya")
    priya.take("Dev missed 2 of the last 2 check-ins.")
    priya.press("/close", outcome="Spoke to them")
    assert [one.state for one in talks(agreed)] == ["closed"]
    agreed.go_to(f"{THURSDAY} 09:40")  # missed again, once
    assert [one.state for one in talks(agreed)] == ["closed"]
    agreed.go_to(f"{THURSDAY} 10:30")

    assert [one.state for one in talks(agreed)] == ["closed", "open"]


def test_who_answers_between_is_still_talked_with_and_who_missed_one_is_not(agreed: World):
    agreed.go_to(f"{TUESDAY} 09:40")
    Phone(agreed).text(f"{TUESDAY} 09:58", "ok")  # late, for the first
    Phone(agreed).text(f"{TUESDAY} 10:03", "ok")
    agreed.go_to(f"{TUESDAY} 15:59")
    assert talks(agreed) == []
    Phone(agreed).text(f"{TUESDAY} 16:01", "ok")
    agreed.go_to(f"{THURSDAY} 09:50")

    (talk,) = talks(agreed)
    assert talk.title == "Dev missed 2 of the last 4 check-ins."
