"""A small world: the example people, a fifth member of staff, and everybody's desk open.

It can be put back to Monday at three as often as a road needs it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from checkin import clock
from checkin.actions.add_staff import add_staff
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.sending import Outgoing
from checkin.actions.start_check_in import so_far_of
from checkin.app import create_app
from checkin.conversation.flows.flow import Flow
from checkin.conversation.talking.engine import prompt_now
from checkin.conversation.talking.manner import TABLET
from checkin.conversation.talking.prompt import Prompt
from checkin.example_people.people import put_example_people
from checkin.storage import check_ins
from checkin.storage.tables import db
from tests.conftest import AGREED_ON, BEGINS, PASSWORD, World, london, settings_for
from tests.databases import fresh_database
from tests.hurry import let_go, wait_for_no_disc
from tests.journeys.doors import Desk
from tests.put_back import put_back, set_aside

MONDAY_AT_THREE, MONDAY = london("2026-10-19 15:00"), "monday"
OUTSIDE = ("the safeguarding lead", "the advocacy service")
PHONES = {
    "Priya": "+447700900101",
    "Marcus": "+447700900102",
    "Lena": "+447700900103",
    "Jo": "+447700900104",
    "Ruth": "+447700900105",
    "the safeguarding lead": "+447700900301",
    "the advocacy service": "+447700900302",
}
STAFF = tuple(PHONES)[:5]
ASKS_AGAIN = 'type="password"'
OK = 200


class Reached(NamedTuple):
    """One text or call that reached a phone."""

    at: datetime
    went: Outgoing


class Morning(NamedTuple):
    """A moment to which the world can be put back: its copy, and when it is."""

    copy: str
    at: datetime


@dataclass
class Small(World):
    """Five who work there, two outside, and what reached whom."""

    ids: dict[str, str] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    reached: list[Reached] = field(default_factory=list)
    mornings: dict[str, Morning] = field(default_factory=dict)
    listens: Callable[[Outgoing], None] | None = None

    def begin_again(self, name: str = MONDAY) -> None:
        """Put the database back to one of the moments that were kept."""
        kept = self.mornings[name]
        let_go(self.app)
        put_back(kept.copy, self.app.installation.settings.database)
        self.sent.clear()
        self.reached.clear()
        self.at.clear()
        self.listens = None
        clock.stop_at(kept.at)

    def keep_as(self, name: str) -> None:
        """Keep this moment under a name."""
        let_go(self.app)
        copy = set_aside(self.app.installation.settings.database, name)
        self.mornings[name] = Morning(copy, clock.now())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read what is kept."""
        with self.app.app_context():
            yield
            db.session.rollback()

    def flow(self, name: str) -> Flow:
        """Return a flow that ships."""
        with self.app.app_context():
            return flows_in_use().flows[name]

    def asked(self, check_in_id: str) -> Prompt:
        """Return what waits for an answer there."""
        with self.reading():
            row = check_ins.the_check_in(check_in_id)
            here = flows_in_use()
            return prompt_now(here.flows[row.asks], so_far_of(row), TABLET, here.frame)

    def page(self, name: str, address: str) -> str:
        """Return a page as somebody of staff reads it; empty where it is not there for them."""
        answer = self.desks[name].client.get(address, follow_redirects=True)
        if ASKS_AGAIN in answer.text:
            self.desks[name] = Desk(self, address_of(name))
            answer = self.desks[name].client.get(address, follow_redirects=True)
        return answer.text if answer.status_code == OK else ""

    def reached_of(self, name: str, since: datetime) -> list[Reached]:
        """Return what reached somebody's phone from then on."""
        return [one for one in self.reached if one.went.number == PHONES[name] and one.at >= since]

    def _sender(self, outgoing: Outgoing) -> str:
        self.reached.append(Reached(clock.now(), outgoing))
        if self.listens:
            self.listens(outgoing)
        return super()._sender(outgoing)


@contextmanager
def lived_in(request: pytest.FixtureRequest, kind: str, folder: Path) -> Iterator[Small]:
    """Give the small world on one kind of database."""
    clock.stop_at(BEGINS)
    with fresh_database(request, kind, folder) as address:
        app = create_app(settings_for(folder, address))
        app.testing = True
        wait_for_no_disc(app)
        with app.app_context():
            cast = put_example_people(BEGINS, AGREED_ON, PASSWORD)
            ruth = add_staff(
                "ruth@willow-court.example", "Ruth Ellis", "Ruth", "support_worker", cast.house,
                PASSWORD, BEGINS, phone=PHONES["Ruth"],
            )  # fmt: skip
        ids = (cast.priya, cast.marcus, cast.lena, cast.jo, ruth, cast.safeguarding, cast.advocacy)
        small = Small(app, cast, ids=dict(zip(PHONES, ids, strict=True)))
        small.go_to(MONDAY_AT_THREE)
        small.desks = {name: Desk(small, address_of(name)) for name in PHONES}
        small.keep_as(MONDAY)
        yield small
        let_go(app)
    clock.stop_at(None)


def address_of(name: str) -> str:
    """Return what somebody signs in with."""
    outside = dict(
        zip(OUTSIDE, ("lead@safeguarding.example", "office@advocacy.example"), strict=True)
    )
    return outside.get(name, name.lower())
