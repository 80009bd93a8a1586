"""Where nothing is agreed, the clock is that of the house: no other is guessed."""

from pathlib import Path

import checkin.actions
from checkin.actions.as_rules_see import as_person
from checkin.actions.hours_of import hours_of
from checkin.actions.zones import zone_of
from checkin.storage import agreements, houses, people
from checkin.storage.transaction import kept_together
from tests.conftest import World, london

NOON = london("2026-10-20 12:00")


def test_who_lives_in_paris_lives_by_the_clock_there_unless_it_was_agreed_otherwise(
    world: World,
) -> None:
    with world.app.app_context():
        with kept_together():
            houses.house(world.cast.house).zone = "Europe/Paris"
        dev = people.the_person(world.cast.dev)
        agreed = agreements.agreements_of(dev.id, NOON)[0]

        assert as_person(dev, "Dev").zone == "Europe/Paris"
        assert zone_of(None, dev.house_id) == "Europe/Paris"
        assert as_person(dev, "Dev", agreed).zone == "Europe/London"
        assert hours_of(dev, NOON).zone == "Europe/London"


def test_no_action_names_a_zone_of_its_own() -> None:
    files = Path(checkin.actions.__file__).parent.glob("*.py")
    assert not [one.name for one in files if '"Europe/' in one.read_text(encoding="utf-8")]
