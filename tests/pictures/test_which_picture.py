"""The person's own photo comes before all, and there is always something to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.pictures.credits import sets_used
from checkin.pictures.file import picture_file
from checkin.pictures.find import file_for, picture_for, svg_for
from checkin.pictures.picture import OPENMOJI, OURS, Picture, own_photo
from checkin.pictures.symbols import Symbols
from checkin.pictures.tile import word_tile

DEVS_BUS = own_photo("7f3a/mine.svg", "The number 12")
DEVS_PACK = {"travel.bus": Picture("a/bus.svg", "A bus", "Mulberry", "CC BY-SA 4.0", "Steve Lee")}
HOUSE_PACK = {"travel.bus": Picture("b/bus.svg", "A bus", "House", "CC0 1.0", "Us")}


def test_devs_own_photo_comes_before_all(symbols: Symbols) -> None:
    found = picture_for(
        "travel.bus", symbols, person={"travel.bus": DEVS_BUS}, packs=(DEVS_PACK, HOUSE_PACK)
    )

    assert found == DEVS_BUS


def test_the_set_dev_chose_comes_before_that_of_the_house(symbols: Symbols) -> None:
    assert picture_for("travel.bus", symbols, packs=(DEVS_PACK, HOUSE_PACK)).set_name == "Mulberry"
    assert picture_for("travel.bus", symbols, packs=({}, HOUSE_PACK)).set_name == "House"


def test_what_we_did_not_draw_is_from_openmoji_and_what_neither_has_is_the_word(
    symbols: Symbols,
) -> None:
    assert picture_for("travel.bus", symbols).set_name == OURS.set_name
    assert picture_for("life.pet", symbols).set_name == OPENMOJI.set_name
    assert picture_for("travel.hot_air_balloon", symbols).alt == "hot air balloon"


def test_a_photo_of_the_bus_changes_nothing_else_for_dev(symbols: Symbols) -> None:
    found = picture_for("travel.map", symbols, person={"travel.bus": DEVS_BUS})

    assert found is symbols.pictures["travel.map"]


def test_the_path_of_every_picture_leads_to_it(symbols: Symbols) -> None:
    for concept, picture in symbols.pictures.items():
        digest, file_name = picture.path.split("/")
        found = file_for(file_name.removesuffix(".svg"), symbols)

        assert (found.digest, found.mimetype) == (digest, "image/svg+xml")
        assert found.body == svg_for(concept, symbols)


def test_a_redrawn_picture_has_a_new_path() -> None:
    assert picture_file("nav.ok", b"<svg/>").path != picture_file("nav.ok", b"<svg />").path


@given(st.text())
def test_whatever_the_word_its_tile_can_be_fetched_or_is_refused(word: str) -> None:
    shown = word_tile(word)
    name = shown.path.split("/")[1].removesuffix(".svg")

    if word[:40].isprintable():
        assert file_for(name, NO_SYMBOLS).path == shown.path
    else:
        with pytest.raises(KeyError):
            file_for(name, NO_SYMBOLS)


def test_a_word_with_markup_in_it_stays_a_word() -> None:
    name = word_tile("<script>&").path.split("/")[1].removesuffix(".svg")

    assert b"&lt;script&gt;&amp;" in file_for(name, NO_SYMBOLS).body


@pytest.mark.parametrize(
    "name", ["", "nav.nothing", "../concepts", "word.zz", "6d6d", "word." + "61" * 41]
)
def test_a_name_that_is_no_picture_is_refused(symbols: Symbols, name: str) -> None:
    with pytest.raises(KeyError):
        file_for(name, symbols)


def test_credits_name_the_sets_that_were_used_and_no_other(symbols: Symbols) -> None:
    both = [picture_for(name, symbols) for name in ("nav.ok", "life.pet", "travel.taxi", "no.such")]

    assert sets_used([DEVS_BUS, *both]) == (OURS, OPENMOJI)
    assert sets_used(both[:1]) == (OURS,)
    assert OPENMOJI.credit == (
        "All emojis designed by OpenMoji – the open-source emoji and icon project. "  # noqa: RUF001 - their own words
        "License: CC BY-SA 4.0"
    )


NO_SYMBOLS = Symbols({}, {}, {})
