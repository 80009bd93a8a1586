"""What Ana reads of what she said, while staff read it, decide, and do it; and who comes when she calls."""

import pytest

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, read_loop
from checkin.storage.tables import LoopRow
from tests.conftest import minutes
from tests.journeys.doors import Tablet
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.sentences import of_page
from tests.promised.small import Small

WORDS = "blue teapot"


class Looks:
    """Ana at the tablet in the lounge, who reads every page she opens."""

    def __init__(self, small: Small) -> None:
        self.small, self.reader = small, Reader("looking back")
        self.tablet = Tablet(small, small.cast.house_tablet, small.cast.ana)

    @property
    def happened(self) -> Happened:
        """Return what there is of hers."""
        return Happened(self.small, self.small.cast.ana, sent_at=clock.now())

    def at(self, page: str) -> "Looks":
        """Open a page, and read it."""
        self.tablet.open(f"/tablet/{page}")
        self.reader.read(of_page(self.tablet.page.html), page, self.happened)
        return self

    def say_something(self) -> LoopRow:
        """Say something in her own words, and send it."""
        self.at("my-page").tablet.press("/begin", ("flow", "how_i_am"))
        self.tablet.do("start")
        self.tablet.pick("ok")
        self.tablet.write(WORDS)
        self.tablet.pick("no_one")
        self.tablet.do("send")
        return self.happened.rows(LoopRow)[0]

    def jo_reads_it(self) -> None:
        """Let Jo read what she said."""
        (said,) = self.happened.rows(LoopRow)
        with self.small.app.app_context():
            read_loop(said.id, self.small.ids["Jo"], clock.now())

    def later(self, by: float) -> None:
        """Let so many minutes pass."""
        self.small.go_to(clock.now() + minutes(by))

    @property
    def problems(self) -> list[str]:
        """Hold what is left, and return what was not so."""
        self.reader.hold_all(self.happened)
        return self.reader.problems


@pytest.fixture
def looks(small: Small) -> Looks:
    return Looks(small)


def test_what_you_said_says_is_so_at_every_turn(small: Small, looks: Looks):
    looks.at("you-said")
    said, marcus = looks.say_something(), small.ids["Marcus"]
    looks.at("you-said")
    looks.jo_reads_it()
    looks.at("you-said")
    with small.app.app_context():
        decide_loop(said.id, marcus, "do", "Green kettle.", clock.now(), due_on=clock.now().date())
    looks.at("you-said").later(17 * 60)  # before anybody is asked anything
    looks.at("you-said")
    with small.app.app_context():
        mark_done(said.id, marcus, "Green kettle came.", clock.now())
    looks.at("you-said").tablet.press(f"/you-said/{said.id}", ("impact", "worse"))
    looks.at("you-said")  # before anybody's phone rang
    looks.later(1)
    looks.at("you-said")

    assert "\n".join(looks.problems) == ""


def test_what_help_says_is_so_while_nobody_comes_and_when_marcus_does(small: Small, looks: Looks):
    looks.at("help").tablet.press("/help", ("choice", "person"))
    for wait in (0, 3, 3):
        looks.later(wait)
        looks.at("help/coming").at("help")
    marcus = small.desks["Marcus"]
    marcus.open("/staff/")
    marcus.take("Ana asked for help")
    looks.later(1)
    looks.at("help/coming").at("help")

    assert "\n".join(looks.problems) == ""
