"""A telling, a call that goes on, and the checklist keep their promises on PostgreSQL too."""

from collections.abc import Iterator

import pytest

from tests.promised.by_text import Talk
from tests.promised.checklist_by_text import RoadByText
from tests.promised.roads import Presses, Road
from tests.promised.small import Small, lived_in


@pytest.fixture(scope="module")
def on_postgresql(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Small]:
    """The small world on PostgreSQL."""
    with lived_in(request, "postgresql", tmp_path_factory.mktemp("small")) as small:
        yield small


def test_what_a_telling_promises_is_so(on_postgresql: Small):
    on_postgresql.begin_again()
    cast, ids = on_postgresql.cast, on_postgresql.ids
    picks = {"not_who": (ids["Jo"],), "kind": ("hurt",), "who": (ids["Ruth"],), "want": ("talk",)}
    road = Road(
        on_postgresql, "tell_someone", cast.ana, cast.house_tablet, Presses(), picks=picks
    ).walk()
    road.reader.hold_all(road.happened)
    assert road.reader.problems == []


def test_what_a_text_promises_is_so(on_postgresql: Small):
    on_postgresql.begin_again()
    had = Talk(on_postgresql, "Marcus gives it back").have()
    had.reader.hold_all(had.happened)
    assert had.reader.problems == []


def test_what_the_checklist_promises_by_text_is_so(on_postgresql: Small):
    road = RoadByText(on_postgresql, Presses()).walk()
    road.reader.hold_all(road.happened)
    assert road.reader.problems == []
