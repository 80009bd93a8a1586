"""The last page of what Ana sent, at every turn: each sentence is so as she reads it."""

import pytest

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done
from checkin.storage.tables import LoopRow
from tests.conftest import london
from tests.promised.claims import by_then_somebody_is_asked
from tests.promised.happened import Happened
from tests.promised.roads import Presses, Road
from tests.promised.sentences import of_page
from tests.promised.small import Small

A_DAY_LATER = london("2026-10-21 03:05")  # than Tuesday, by which it was to be done


class Last:
    """Ana at the last page of a check-in that she sent, and what it says."""

    def __init__(self, small: Small, flow: str, **picks: str) -> None:
        keys = {
            step: tuple(small.ids.get(one, one) for one in words.split())
            for step, words in picks.items()
        }
        cast = small.cast
        self.small = small
        self.road = Road(small, flow, cast.ana, cast.house_tablet, Presses(), picks=keys).walk()

    @property
    def happened(self) -> Happened:
        """Return what there is of it now."""
        return self.road.happened

    def again(self) -> str:
        """Look again, and hold all that it says."""
        self.road.tablet.open(self.road.address)
        self.road.reader.read(of_page(self.road.tablet.page.html), "end", self.happened)
        return self.road.tablet.words

    @property
    def problems(self) -> str:
        """Return what was not so."""
        return "\n".join(self.road.reader.problems)

    def by_when(self) -> list[str]:
        """Let every day pass that was named, and return of which nobody was then asked."""
        shown = self.road.reader.shown
        named = [one for one in shown if "by " in one.blank("day") + one.blank("by")]
        self.small.go_to(A_DAY_LATER)
        held = [by_then_somebody_is_asked(self.happened.anew(), one) for one in named]
        assert held, "No day was named."
        return [one for one in held if one]


def test_who_has_it_is_so_at_every_turn(small: Small):
    last, marcus = Last(small, "how_i_am", feel="ok", want="no_one"), small.ids["Marcus"]
    said = last.happened.rows(LoopRow)[0]
    assert "Priya will read this by Tuesday." in last.again()

    small.desks["Marcus"].open(f"/staff/check-ins/{last.road.check_in}")
    assert "Marcus has read it." in last.again()

    with small.app.app_context():
        decide_loop(said.id, small.ids["Jo"], "do", "Green kettle.", clock.now(), owner_id=marcus)
    assert "We will: Green kettle. Marcus." in last.again()

    with small.app.app_context():
        mark_done(said.id, marcus, "It stands there.", clock.now())
    assert "We did: Green kettle. Marcus" in last.again()

    assert last.problems == ""


def test_who_closed_it_looked_at_it(small: Small):
    last = Last(small, "how_i_am", feel="ok", want="now")
    marcus = small.desks["Marcus"]
    marcus.open("/staff/")
    marcus.take("Ana said: Someone now.")
    last.again()
    marcus.close("Done")

    assert "Marcus has looked at this." in last.again()
    assert last.problems == ""


@pytest.mark.parametrize("want", ["talk", "listen"])
def test_once_the_day_that_was_named_is_over_somebody_is_asked(small: Small, want: str):
    last = Last(small, "tell_someone", not_who="no_one", kind="good", who="Priya", want=want)

    assert last.by_when() == []
