"""Whatever capitals and spaces a name is written with, it means the same one person, or says which."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.actions.add_to_circle import add_to_circle
from checkin.actions.find_person import WhoError, find_in_circle, find_person
from checkin.storage import people
from tests.conftest import World

BOUNDED = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@BOUNDED
@given(st.sampled_from(["Dev", "Dev Rahman", "Dev, Willow Court"]), st.integers(0, 2), st.data())
def test_whatever_the_capitals_and_spaces_dev_is_meant(
    world: World, name: str, spaces: int, data: st.DataObject
) -> None:
    capitals = data.draw(st.sampled_from([str.upper, str.lower, str.title]))
    written = capitals(name).replace(" ", " " * (spaces + 1)) + " " * spaces

    with world.app.app_context():
        assert find_person(written).id == world.cast.dev


def test_a_name_of_two_words_is_one_name(world: World) -> None:
    with world.app.app_context():
        people.change(world.cast.ana, called="Ana May")

        assert find_person("ana may").id == world.cast.ana
        with pytest.raises(WhoError, match="Nobody here is called 'Ana'"):
            find_person("Ana")


def test_two_called_sam_around_dev_are_told_apart_by_what_they_are(world: World) -> None:
    with world.app.app_context():
        dev = find_person("Dev")
        other = add_to_circle(dev.id, "Sam", "friend", None)

        with pytest.raises(WhoError, match="Sam, art hall"):
            find_in_circle(dev, "Sam")
        assert find_in_circle(dev, "sam, friend").id == other
        assert find_in_circle(dev, "Sam, art hall").id == world.cast.sam
