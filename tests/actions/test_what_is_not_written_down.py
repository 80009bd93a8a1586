"""Nothing is planned for Dev, and no places are written down: no text has a hole in it."""

from checkin import clock
from checkin.actions.hear_text import hear_text
from checkin.storage import own
from checkin.storage.tables import CheckInRow, MessageRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import DEV


def _answer(world: World, words: str) -> str:
    """Dev texts; return what he is texted back."""
    hear_text(f"SM{words}", DEV, words, clock.now())
    (found,) = db.session.scalars(
        db.select(MessageRow.body).where(
            MessageRow.person_id == world.cast.dev, MessageRow.key.startswith("heard:")
        )
    )
    return found


def test_started_again_with_nothing_planned_no_next_text_is_named(world: World) -> None:
    with world.app.app_context():
        with kept_together():
            db.session.query(CheckInRow).update({"state": "cancelled", "next_at": None})

        assert _answer(world, "START") == "Texts are on again."


def test_where_no_places_are_written_down_that_is_said(world: World) -> None:
    with world.app.app_context():
        with kept_together():
            own.put_places(world.cast.dev, [])

        assert _answer(world, "PLACE") == (
            "We have no places written down for you. Want a call? Text HELP."
        )


def test_of_one_place_only_that_one_is_named(world: World) -> None:
    with world.app.app_context():
        with kept_together():
            own.put_places(world.cast.dev, ["The library"])

        assert _answer(world, "PLACE") == (
            "Safe places near you: The library. Want a call? Text HELP."
        )
