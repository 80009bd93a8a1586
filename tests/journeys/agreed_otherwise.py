"""What Dev agreed otherwise than the example people do."""

from datetime import time

from checkin import clock
from checkin.actions.change_agreement import change_agreement
from checkin.agreements.agreement import CheckTime
from checkin.example_people.agreed_with_dev import checklist_of_dev
from tests.conftest import World


def checklist_by_text(world: World, until: time) -> None:
    """Ask Dev's checklist by text on Tuesdays at half past eight, open until `until`."""
    with world.app.app_context():
        ready = CheckTime(
            key="ready", at=time(8, 30), days=("tue",), asks="group_day", early_minutes=60,
            open_until=until,
        )  # fmt: skip
        draft = checklist_of_dev(world.cast, clock.now().date()).model_copy(
            update={"channel": "text", "times": (ready,)}
        )
        assert change_agreement(draft, world.cast.priya, clock.now()) == ()
