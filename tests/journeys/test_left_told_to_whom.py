"""Who is said to be told that it was begun: nobody whom no text reached."""

from typing import Any

from sqlalchemy import event

from checkin.actions.kept_so_far import all_kept_so_far
from checkin.actions.note_receipt import note_receipt
from checkin.storage.tables import MessageRow, db
from tests.conftest import World, london
from tests.journeys.doors import Tablet
from tests.journeys.records import kept
from tests.journeys.test_begun_and_left import ADVOCACY, LEAD, MONDAY, THEM, begin

GROUP_DAYS = ("sat",)


def test_whom_no_text_reached_was_not_told(world: World, tablet: Tablet):
    begin(tablet)
    tablet.do("stop")
    tablet.press("/stop", ("choice", "carry_on_later"))
    ended = tablet.at
    world.go_to(f"{MONDAY} 15:31")
    (text,) = [one for one in kept(world, MessageRow) if one.address == LEAD and one.provider_id]
    with world.app.app_context():
        note_receipt(text.provider_id or "", "failed", "30003", london(f"{MONDAY} 15:32"))

    words = tablet.open(ended)
    assert f"We told {THEM}" not in words
    assert "We told the advocacy service that you began to tell us something." in words


def test_whoever_outside_is_named_in_her_words_is_not_told_that_it_was_left(
    world: World, tablet: Tablet
):
    begin(tablet)
    tablet.write("the safeguarding lead hit me")
    tablet.do("stop")
    says = tablet.words
    world.go_to(f"{MONDAY} 15:31")

    told = {one.number for one in world.sent}
    assert told == {ADVOCACY}
    assert "we tell the advocacy service within the hour" in says
    assert "safeguarding lead within" not in says


def test_two_that_were_left_are_looked_up_in_as_many_questions_as_one(world: World, tablet: Tablet):
    ids = []
    for words in ("she hit me", "Lena hit me"):
        begin(tablet)
        tablet.write(words)
        ids.append(tablet.at.split("/")[3])
        tablet.open("/tablet/")
        tablet.press("/tablet/", ("person", world.cast.ana))
    with world.app.app_context():
        questions_of(ids)  # their flow is read once
        one, two = questions_of(ids[:1]), questions_of(ids)

    assert one == two


def questions_of(ids: list[str]) -> int:
    """How often the database is asked from whom these are kept."""
    asked: list[str] = []

    def heard(*args: Any) -> None:
        asked.append(args[2])

    event.listen(db.engine, "before_cursor_execute", heard)
    found = all_kept_so_far(ids)
    event.remove(db.engine, "before_cursor_execute", heard)
    assert len(found) == len(ids)
    return len(asked)
