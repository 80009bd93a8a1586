"""A device that is not known yet to be Ana's: nobody knows who presses there, so it claims nothing."""

import pytest

from checkin.storage import own_sets, people
from checkin.storage.tables import AnswerRow, CheckInRow
from tests.conftest import World
from tests.journeys.doors import Tablet
from tests.journeys.records import kept
from tests.journeys.test_own_devices import known, let_in

GROUP_DAYS = ("sat",)  # Dev stays at home

NOT_SHOWN = "So this is not shown here."


@pytest.fixture
def phone(world: World, tablet: Tablet) -> Tablet:
    """Marcus made the code, and typed it into a browser of his own."""
    return Tablet(world, let_in(world, world.cast.marcus))


def test_what_is_begun_on_another_tablet_is_no_card_there(tablet: Tablet, phone: Tablet):
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")

    assert "You have begun" not in phone.open("/tablet/my-page")
    assert "Hello Ana." in phone.open(tablet.at)
    assert (
        "You have begun"
        in Tablet(tablet.world, tablet.world.cast.house_tablet, tablet.world.cast.ana).words
    )


def test_that_she_opened_tell_someone_elsewhere_is_not_seen_there(tablet: Tablet, phone: Tablet):
    before = phone.open("/tablet/my-page")
    tablet.press("/tell-someone")
    assert phone.open("/tablet/my-page") == before
    tablet.do("start")
    assert phone.open("/tablet/my-page") == before


def to_how_done(phone: Tablet) -> CheckInRow:
    phone.world.go_to("2026-10-20 10:35")
    phone.begin("How was my morning?")
    for press in ("good", "all"):
        phone.pick(press)
    phone.do("send")
    (row,) = kept(phone.world, CheckInRow, id=phone.at.split("/")[3])
    return row


def test_nobody_did_it_on_their_own_there(world: World, phone: Tablet):
    row = to_how_done(phone)

    assert "This is not yours alone yet. How did you do this?" in phone.words
    assert "on my own" not in phone.words
    form = next(one for one in phone.page.forms.values() if "at" in one.fields)
    phone.client.post(phone.at, data={**form.fields.to_dict(), "choice": "self"})
    (row,) = kept(world, CheckInRow, id=row.id)
    assert row.done is None


def test_what_was_begun_there_is_there_when_the_browser_is_opened_again(
    world: World, phone: Tablet
):
    phone.press("/tell-someone")
    phone.do("start")
    phone.pick(world.cast.priya)

    (cookie,) = [one for one in phone.client._cookies.values() if one.key == "session"]
    assert cookie.expires
    assert "You began to tell us something" in phone.open("/tablet/")


@pytest.mark.parametrize("until", ["not_this_time", "tomorrow", "later_today"])
def test_it_calls_off_nothing_that_was_agreed(world: World, phone: Tablet, until: str):
    world.go_to("2026-10-20 10:35")
    phone.open("/tablet/my-page")
    phone.follow("How was my morning?")
    start = phone.page, phone.at

    assert NOT_SHOWN in phone.follow("Not now")
    phone.page, phone.at = start
    token = next(iter(phone.page.forms.values())).fields.to_dict()
    said = phone.client.post(f"{phone.at}/not-now", data={**token, "choice": until})

    assert NOT_SHOWN in said.text
    assert [one.state for one in kept(world, CheckInRow, id=phone.at.split("/")[3])] == ["asked"]


@pytest.mark.parametrize("ends", ["carry_on_later", "throw_away"])
def test_it_puts_off_nothing_that_was_agreed_once_it_is_begun(
    world: World, phone: Tablet, ends: str
):
    world.go_to("2026-10-20 10:35")
    phone.begin("How was my morning?")
    token = next(iter(phone.page.forms.values())).fields.to_dict()

    assert NOT_SHOWN in phone.open(f"{phone.at}/stop")
    for page in ("stop", "throw-away"):
        check_in = f"/tablet/check-in/{phone.at.split('/')[3]}"
        said = phone.client.post(f"{check_in}/{page}", data={**token, "choice": ends})
        assert NOT_SHOWN in said.text


def test_what_was_begun_there_by_itself_is_stopped_there(phone: Tablet):
    phone.press("/begin", ("flow", "how_i_am"))
    phone.do("start")

    assert NOT_SHOWN not in phone.do("stop")


def sets_up(there: Tablet) -> None:
    """Ask there for very big words, and to be asked in the evening, and send it."""
    there.open("/tablet/my-page")
    there.press("/begin", ("flow", "getting_ready"))
    there.do("start")
    for _ in range(4):
        there.do("skip")
    there.pick("xlarge")
    for _ in range(2):
        there.do("skip")
    there.pick("evening")
    there.do("stop")
    there.press("/stop", ("choice", "finish_now"))
    there.do("skip")


def as_set(world: World) -> tuple[str, str]:
    """Return how big Ana's words are, and when she is asked, as kept."""
    with world.app.app_context():
        person = people.the_person(world.cast.ana)
        stands = own_sets.standing([person.id])[person.id]
        time = stands.get("time")
        return str(person.size), "".join(time.words if time else ())


def test_what_is_picked_there_for_her_pages_is_an_answer_and_sets_nothing(
    world: World, phone: Tablet
):
    before = as_set(world)
    sets_up(phone)

    assert as_set(world) == before
    assert before[0] != "xlarge"
    (row,) = kept(world, CheckInRow, asks="getting_ready")
    given = [one.choices for one in kept(world, AnswerRow, check_in_id=row.id, step="size")]
    assert given
    assert all("xlarge" in one for one in given)


def test_once_it_is_known_for_hers_what_she_picks_there_counts(world: World, tablet: Tablet):
    sets_up(Tablet(world, known(world, world.cast.marcus, second=world.cast.jo)))

    assert as_set(world) == ("xlarge", "evening")
