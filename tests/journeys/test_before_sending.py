"""What Dev sees before he sends: what it will set going, and his own photos for what he picks."""

import io

from PIL import Image

from checkin.actions.change_photo import change_photo
from tests.conftest import BEGINS
from tests.journeys.doors import Tablet

ALL_DONE = ("going", "done", "done", "know", "charged", "sure", "keep")


def _at_the_read_back(world, *picks):
    world.go_to("2026-10-20 08:30")
    tablet = Tablet(world, world.cast.devs_phone)
    tablet.begin("Group day")
    for choice in picks:
        tablet.pick(choice)
    return tablet


def test_dev_sees_who_will_be_told_before_he_sends(world):
    tablet = _at_the_read_back(world, "going", "help", *ALL_DONE[2:])

    assert "Marcus will be told in a few minutes." in tablet.words
    assert "If I miss tablets 2 times" in tablet.words


def test_where_nobody_will_be_told_nothing_is_said_of_it(world):
    tablet = _at_the_read_back(world, *ALL_DONE)

    assert "will be told" not in tablet.words


def test_devs_own_photo_comes_before_every_drawing(world):
    with world.app.app_context():
        change_photo(world.cast.dev, _photo(), "life.out", world.cast.marcus, BEGINS)
    world.go_to("2026-10-20 08:30")

    tablet = Tablet(world, world.cast.devs_phone)
    tablet.begin("Group day")

    assert tablet.page.html.count("/tablet/photo/") == 1


def _photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(file, "JPEG")
    return file.getvalue()
