"""Ana says in "How I am now" that somebody hurts her: whoever she names meets nothing of it."""

import re

import pytest

from checkin.storage.tables import CheckInRow, LoopRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_beside_staff import signs_in_here, signs_out

GROUP_DAYS = ("sat",)  # Dev stays at home

PRIYA, LEAD, ADVOCACY = "+447700900101", "+447700900301", "+447700900302"
HOUSE, OUTSIDE = {PRIYA, MARCUS, LENA, JO}, {LEAD, ADVOCACY}
THEM = "The advocacy service and the safeguarding lead"
BY_LENA, BY_JO, BY_SOMEBODY, BY_DEV = "Lena hits me", "Jo hits me", "she hits me", "Dev hit me"
MONDAY = "2026-10-19"


def say(tablet: Tablet, words: str) -> None:
    """Say it in How I am now, as far as Send."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write(words)
    tablet.do("skip")


def told(world: World) -> set[str]:
    return {one.number for one in world.sent}


def test_whoever_is_named_is_told_nothing_and_finds_nothing(world: World, tablet: Tablet):
    say(tablet, BY_LENA)
    assert "Lena" not in tablet.words.partition("Lena hits me")[2]
    assert "Marcus will be told at once." in tablet.words
    assert "Jo, Marcus and Priya will see this." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 17:00")

    assert LENA not in told(world)
    assert MARCUS in told(world)
    (hurt,) = (one for one in alerts(world) if one.kind == "someone_hurt")
    (row,) = kept(world, CheckInRow, asks="how_i_am")
    (loop,) = kept(world, LoopRow)
    lena = Desk(world, "lena")
    for page in ("", "handover", f"people/{world.cast.ana}", f"people/{world.cast.ana}/said"):
        assert BY_LENA not in lena.open(f"/staff/{page}")
        assert "somebody may be hurt" not in lena.words
    for address in (f"alerts/{hurt.id}", f"check-ins/{row.id}", f"loops/{loop.id}"):
        assert lena.client.get(f"/staff/{address}").status_code == 404
    assert BY_LENA in Desk(world, "marcus").open(f"/staff/check-ins/{row.id}")


def test_it_stands_on_no_tablet_of_many(world: World, tablet: Tablet):
    say(tablet, BY_LENA)
    tablet.do("send")
    tablet.pick("self")

    assert BY_LENA not in tablet.open("/tablet/you-said")


def test_where_nobody_can_tell_who_it_was_those_outside_read_it_first(world: World, tablet: Tablet):
    say(tablet, BY_SOMEBODY)
    assert f"{THEM} will be told at once." in tablet.words
    assert f"{THEM} will see this." in tablet.words
    tablet.do("send")
    assert f"{THEM} will look at this." in tablet.pick("self")
    world.go_to(f"{MONDAY} 15:30")

    assert told(world) == OUTSIDE
    for who in ("priya", "marcus", "lena", "jo"):
        assert BY_SOMEBODY not in Desk(world, who).open(f"/staff/people/{world.cast.ana}/said")


def test_a_manager_who_is_named_is_told_nothing_and_those_outside_are(world: World, tablet: Tablet):
    say(tablet, BY_JO)
    tablet.do("send")
    world.go_to(f"{MONDAY} 17:00")

    assert JO not in told(world)
    assert OUTSIDE | {MARCUS} <= told(world)


AFRAID = ("im scared of lena", "lena scares me", "dont want lena near me", "lena kissed me")


@pytest.mark.parametrize("words", AFRAID)
def test_whom_she_is_afraid_of_is_told_nothing_and_others_are_at_once(
    world: World, tablet: Tablet, words: str
):
    say(tablet, words)
    assert "Marcus will be told at once." in tablet.words
    assert "Jo, Marcus and Priya will see this." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == {MARCUS}
    assert [one.kind for one in alerts(world)] == ["someone_hurt"]
    say(tablet, words)  # and the second time
    tablet.do("send")
    world.go_to(f"{MONDAY} 17:00")
    assert LENA not in told(world)
    assert len(alerts(world)) == 2
    assert words not in Desk(world, "lena").open(f"/staff/people/{world.cast.ana}/said")


def test_fear_of_somebody_that_she_leaves_is_told_outside(world: World, tablet: Tablet):
    say(tablet, "im scared of lena")
    world.go_to(f"{MONDAY} 15:29")
    assert told(world) == set()

    world.go_to(f"{MONDAY} 15:31")
    assert told(world) == OUTSIDE


def test_fear_that_she_writes_on_a_page_left_open_is_told_at_once(world: World, tablet: Tablet):
    say(tablet, "nice day")
    tablet.do("change:more")
    tablet.open(f"{tablet.at}/own-words?way=write")
    left_open = tablet.page
    tablet.press("", words="nice day")
    tablet.do("send")
    tablet.page = left_open
    tablet.press("/own-words?way=write", words="im scared of lena")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == {MARCUS}


def test_what_nobody_of_staff_did_is_told_to_all_on_cover(world: World, tablet: Tablet):
    say(tablet, BY_DEV)
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == {MARCUS, LENA}


def test_whoever_she_names_in_a_telling_is_kept_out_too(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("hurt")
    tablet.write(BY_LENA)
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:30")

    assert LENA not in told(world)
    assert MARCUS in told(world)


def begins_my_week(tablet: Tablet, words: str) -> None:
    """Answer the first question of My week in own words, and go on."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words=words)
    tablet.do("next")


def test_who_will_see_is_said_with_whom_it_will_be_told(world: World, tablet: Tablet):
    begins_my_week(tablet, "priya frightens me at bath time")

    assert "Lena and Marcus will see this." in tablet.words
    assert "Lena and Marcus will see this." in tablet.open(f"{tablet.at}/who-sees")
    tablet.open(tablet.at.removesuffix("/who-sees"))
    while "Here is what you said." not in tablet.words:
        assert "Lena and Marcus will see this." in tablet.words
        tablet.do("skip")
    assert "Marcus and Lena will be told at once." in tablet.words
    assert "Lena and Marcus will see this." in tablet.words
    tablet.do("send")
    assert "Marcus and Lena will look at this." in tablet.pick("self")
    world.go_to(f"{MONDAY} 15:01")

    assert told(world) == {MARCUS, LENA}
    (row,) = kept(world, CheckInRow, asks="what_matters")
    for who in ("lena", "marcus"):
        page = Desk(world, who).open(f"/staff/check-ins/{row.id}")
        assert "frightens me at bath time" in page


MET = "Thank you for telling us."


def test_my_week_meets_a_fear_before_it_asks_what_was_good(world: World, tablet: Tablet):
    begins_my_week(tablet, "priya frightens me at bath time")

    assert tablet.words.index(MET) < tablet.words.index("What was good?")
    tablet.do("back")  # and again, where it was answered before
    tablet.do("next")
    assert MET in tablet.words


@pytest.mark.parametrize(
    "words", ["priya shouts at me", "priya scares me", "priya pushes me", "keep priya away"]
)
def test_whatever_closes_it_is_met(world: World, tablet: Tablet, words: str):
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")
    tablet.write(words)

    assert MET in tablet.words


def card(tablet: Tablet, words: str) -> bool:
    """Whether My page says so on the card of what was begun; Ana goes back to where she was."""
    at = tablet.at
    there = f"{words} You have begun." in tablet.open("/tablet/my-page")
    tablet.open(at)
    return there


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("priya hit me", "Lena and Marcus will see it."),
        ("it rained", "Priya and Marcus will see it."),
    ],
)
def test_her_card_says_who_sees_it_as_the_week_itself_does(tablet: Tablet, words: str, who: str):
    begins_my_week(tablet, words)

    assert card(tablet, who)
    tablet.do("skip")
    assert card(tablet, who)  # and the second time
    signs_in_here(tablet, "priya")
    beside = "Priya and Marcus will see it. But nobody you keep it from. You have begun."
    assert beside in tablet.open("/tablet/my-page")
    signs_out(tablet)
    assert beside in tablet.open("/tablet/my-page")


def page_of(world: World, who: str, check_in_id: str) -> str:
    """What one of staff reads there; nothing where it is not there for them."""
    return Desk(world, who).client.get(f"/staff/check-ins/{check_in_id}").get_data(as_text=True)


ALL_FOUR = "Marcus, Priya, the advocacy service and the safeguarding lead"


def test_all_is_said_only_where_all_others_read_it(world: World, tablet: Tablet):
    begins_my_week(tablet, "jo never listens to me")
    seen = tablet.words
    while "Here is what you said." not in tablet.words:
        tablet.do("skip")
    read_back = tablet.words
    tablet.do("send")
    tablet.pick("self")
    world.settle()
    (row,) = kept(world, CheckInRow, asks="what_matters")
    reads = {
        who.capitalize()
        for who in ("priya", "marcus", "lena", "jo")
        if "never listens" in page_of(world, who, row.id)
    }

    assert reads == {"Priya", "Marcus"}
    for words in (seen, read_back):
        assert "All" not in words
        assert "Not the one you named" not in words
        assert f"{ALL_FOUR} will see this." in words


def test_the_card_of_a_telling_that_is_begun_names_nobody(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    tablet.pick("hurt")

    assert "You began to tell us something. Go on." in tablet.open("/tablet/my-page")
    assert not re.search(r"will see it\.( But nobody[^.]*\.)? You began", tablet.words)
