"""Every call fails: Ana reads that nobody could be reached yet and whom to ring, until one is."""

from checkin import clock
from checkin.actions.sending import Outgoing, Refused
from checkin.actions.take_alert import take_alert
from checkin.storage import people
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.transaction import kept_together
from checkin.worker.look import look, send_all
from tests.conftest import World, minutes
from tests.journeys.doors import JO, Tablet
from tests.journeys.records import alerts

GROUP_DAYS = ("sat",)  # Dev stays at home

NOBODY_YET = "We could not reach anybody yet. We keep trying."


def tell(tablet: Tablet, *kept_from: str) -> None:
    """Tell that somebody hurt her, kept from these, and send it."""
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*(kept_from or ("no_one",)))
    tablet.pick("hurt")
    tablet.write("he pushed me in the kitchen")
    tablet.do("skip")
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")


def no_call_goes_through(world: World, *but: str) -> None:
    """Send what waits; every call fails for good, but to these numbers."""

    def ring(one: Outgoing) -> str:
        if one.number in but:
            return one.key[-60:]
        raise Refused("No phone company.", code="none", permanent=True)

    with world.app.app_context():
        send_all({"call": ring, "text": ring}, clock.now())


def test_the_last_page_says_so_and_whom_to_ring(world: World, tablet: Tablet):
    cast = world.cast
    tell(tablet, cast.priya, cast.marcus, cast.lena, cast.jo)
    assert "The advocacy service and the safeguarding lead will look at this." in tablet.words

    no_call_goes_through(world)

    tablet.open(tablet.at)
    assert NOBODY_YET in tablet.words
    assert "will look at this" not in tablet.words
    assert "You can ring the safeguarding lead: 07700 900301." in tablet.words
    assert "In danger? Ring 999." in tablet.words
    with world.app.app_context():
        take_alert(alerts(world)[0].id, cast.safeguarding, clock.now())
    tablet.open(tablet.at)
    assert NOBODY_YET not in tablet.words
    assert "The safeguarding lead will look at this." in tablet.words


def test_when_one_is_reached_at_last_she_reads_who(world: World, tablet: Tablet):
    tell(tablet)
    no_call_goes_through(world)
    assert NOBODY_YET in tablet.open(tablet.at)

    with world.app.app_context():
        look(clock.now())
    no_call_goes_through(world, JO)

    tablet.open(tablet.at)
    assert NOBODY_YET not in tablet.words
    assert "Nobody has looked at this yet. We are asking Jo." in tablet.words


def test_while_nobody_takes_it_the_last_page_says_so_and_who_is_asked(world: World, tablet: Tablet):
    tell(tablet)
    world.go_to(clock.now() + minutes(1.9))
    assert "Nobody has looked" not in tablet.open(tablet.at)

    world.go_to(clock.now() + minutes(0.2))
    assert "Nobody has looked at this yet. We are asking" in tablet.open(tablet.at)
    world.go_to(clock.now() + minutes(300))
    assert "Nobody has looked at this yet. We are asking" in tablet.open(tablet.at)

    with world.app.app_context():
        take_alert(alerts(world)[0].id, world.cast.jo, clock.now())
    assert "Jo will look at this." in tablet.open(tablet.at)


def test_who_could_not_be_reached_is_not_named(world: World, tablet: Tablet):
    tell(tablet)
    no_call_goes_through(world, "+447700900103")

    tablet.open(tablet.at)
    assert "Lena will look at this." in tablet.words
    assert "Marcus" not in tablet.words


def test_help_that_nobody_picks_up_was_tried_and_is_tried_again(world: World, tablet: Tablet):
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))
    assert "We are telling " in tablet.words
    no_call_goes_through(world)

    tablet.open(tablet.at)
    assert NOBODY_YET in tablet.words
    assert "In danger? Ring 999." in tablet.words
    assert "could not tell anyone" not in tablet.words

    with world.app.app_context():
        look(clock.now())
    no_call_goes_through(world, JO)
    tablet.open(tablet.at)
    assert "We have told Jo." in tablet.words
    assert NOBODY_YET not in tablet.words


def test_a_press_that_can_tell_nobody_says_so_though_one_before_it_told_her_staff(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))
    coming = tablet.at
    world.settle()
    assert "We have told" in tablet.open(coming)
    with world.app.app_context(), kept_together():
        house = people.the_person(world.cast.ana).house_id
        for one in (*staff_kept.staff_of_houses([house]), *contacts_of([house])[house]):
            staff_kept.change(one.id, phone=None)
    world.go_to(clock.now() + minutes(1))

    tablet.open("/tablet/help")
    tablet.press("/help", ("choice", "person"))

    assert "Nobody here can be told now." in tablet.words
    assert "We have told" not in tablet.words
    assert "In danger? Ring 999." in tablet.words
    with world.app.app_context():
        take_alert(alerts(world)[0].id, world.cast.priya, clock.now())
    assert "Priya knows." in tablet.open(coming)
