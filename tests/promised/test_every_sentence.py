"""Every sentence that names somebody, a time or a deed is held against what then happened."""

from collections.abc import Iterator

import pytest

from checkin.promised import PROMISES
from tests.promised.by_text import TALKS, Talk
from tests.promised.checklist_by_text import RoadByText
from tests.promised.claim import CLAIMS
from tests.promised.roads import Ending, Presses, Road
from tests.promised.small import STAFF, Small
from tests.promised.walkers import WALKERS, before
from tests.unit.talking.conversations import all_shipped

ENDINGS: tuple[Ending, ...] = (
    "later",
    "throw_away",
    "take_back",
    "today",
    "tomorrow",
    "not_this_time",
)

HEAD = "its fine i ate but my head hurts loads"
EVERYBODY = " ".join(STAFF)
TELLINGS = (  # kept from, kind, shown to, wanted
    ("Marcus", "complain", "Priya", "advocate"),
    (EVERYBODY, "hurt", "Priya", "listen"),
    (EVERYBODY, "good", "Marcus", "listen"),
    ("Jo", "wrong", "Ruth", "talk"),
    ("Priya", "hurt", "Priya Lena", "fix"),
)


def all_roads(small: Small, flow: str) -> Iterator[Road]:
    """Press every choice of a flow, a road at a time."""
    presses, walked = Presses(), False
    while not walked or presses.left:
        yield one_road(small, flow, presses)
        walked = True


def one_road(small: Small, flow: str, presses: Presses, ending: Ending = "send") -> Road:
    """Let the one who is asked it go through a flow."""
    before(small, flow)
    person, token = WALKERS[flow].of(small.cast)
    return Road(small, flow, person, token, presses, ending=ending).walk()


def test_every_flow_that_ships_is_walked():
    of_a_tablet = {one.flow for one in all_shipped() if "tablet" in one.channels}
    assert of_a_tablet == WALKERS.keys()


def test_every_flow_that_asks_by_text_is_walked():
    asks = {one.flow for one in all_shipped() if "text" in one.channels}
    assert asks == {"group_day"}


def test_what_the_checklist_promises_by_text_is_so(lived: Small):
    problems, presses, walked = set(), Presses(), False
    while not walked or presses.left:
        road, walked = RoadByText(lived, presses).walk(), True
        road.reader.hold_all(road.happened)
        problems.update(road.reader.problems)
    assert "\n".join(sorted(problems)) == ""


def test_what_the_checklist_promises_of_a_worry_beside_an_answer_is_so(small: Small):
    road = RoadByText(small, Presses(), words={2: HEAD}).walk()
    road.reader.hold_all(road.happened)
    assert "\n".join(road.reader.problems) == ""


def test_every_kind_is_held_against_what_happens():
    assert {one.kind for one in PROMISES} == CLAIMS.keys()


@pytest.mark.parametrize("flow", WALKERS)
def test_what_a_flow_promises_is_so(lived: Small, flow: str):
    problems: list[str] = []
    for road in all_roads(lived, flow):
        road.reader.hold_all(road.happened)
        problems += road.reader.problems
    assert "\n".join(sorted(set(problems))) == ""


@pytest.mark.parametrize("told", TELLINGS, ids=" ".join)
def test_what_a_telling_promises_is_so(small: Small, told: tuple[str, str, str, str]):
    keep, kind, show, want = told
    keys = {"not_who": keep, "who": show}
    picks = {step: tuple(small.ids[one] for one in names.split()) for step, names in keys.items()}
    picks |= {"kind": (kind,), "want": (want,)}
    cast = small.cast
    road = Road(small, "tell_someone", cast.ana, cast.house_tablet, Presses(), picks=picks).walk()
    road.reader.hold_all(road.happened)
    assert "\n".join(road.reader.problems) == ""


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("flow", ["tell_someone", "what_matters"])
def test_what_is_promised_where_it_ends_is_so(small: Small, flow: str, ending: Ending):
    road = one_road(small, flow, Presses(), ending)
    road.reader.hold_all(road.happened)
    assert "\n".join(road.reader.problems) == ""


@pytest.mark.parametrize("ending", ["later", "throw_away"])
def test_what_is_promised_where_words_of_a_hurt_are_not_sent_is_so(small: Small, ending: Ending):
    cast, picks = small.cast, {"not_who": (small.ids["Marcus"],), "kind": ("hurt",)}
    road = Road(
        small, "tell_someone", cast.ana, cast.house_tablet, Presses(),
        picks=picks, ending=ending, stop_at=3,
    ).walk()  # fmt: skip
    road.reader.hold_all(road.happened)
    assert "\n".join(road.reader.problems) == ""
    assert "left unsent" in {one.made.kind for one in road.reader.shown}


@pytest.mark.parametrize("talk", TALKS)
def test_what_a_text_promises_is_so(small: Small, talk: str):
    had = Talk(small, talk).have()
    had.reader.hold_all(had.happened)
    assert "\n".join(had.reader.problems) == ""
