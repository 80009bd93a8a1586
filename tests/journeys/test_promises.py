"""What Ana is promised names who will really be told: never one it is kept from."""

from sqlalchemy import delete

from checkin.storage.tables import CheckInRow, db, outside_contacts
from checkin.storage.transaction import kept_together
from tests.conftest import World
from tests.journeys.doors import LENA, MARCUS, Desk, Tablet
from tests.journeys.records import kept

HARD, LOUD = "he pushed me in the kitchen", "too loud at night"


def tell(
    tablet: Tablet,
    kind: str = "hurt",
    *,
    show_to: tuple[str, ...] = (),
    keep_from: tuple[str, ...] = (),
    want: str = "listen",
) -> str:
    """Tell something as far as Send, and return the words of the read-back."""
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*keep_from or ("no_one",))
    tablet.pick(kind)
    tablet.write(HARD if kind == "hurt" else LOUD)
    if show_to:
        tablet.pick(*show_to)
    else:
        tablet.do("skip")
    return tablet.pick(want)


def has_nobody_outside(world: World) -> None:
    """Let the house be one of before: without a contact outside it."""
    with world.app.app_context(), kept_together():
        db.session.execute(delete(outside_contacts))


def everybody(world: World) -> tuple[str, ...]:
    """Return the ids of all who work here."""
    cast = world.cast
    return (cast.priya, cast.marcus, cast.lena, cast.jo)


def test_who_will_be_told_at_once_is_who_is_rung(world: World, tablet: Tablet):
    words = tell(tablet, keep_from=(world.cast.marcus,))

    assert "Lena will be told at once." in words
    tablet.do("send")
    world.settle()
    assert {one.number for one in world.sent if one.channel == "call"} == {LENA}


def test_one_it_is_kept_from_is_promised_to_nobody(world: World, tablet: Tablet):
    words = tell(tablet, keep_from=(world.cast.lena,))

    assert "Marcus will be told at once." in words
    assert "Lena will" not in words


def test_a_talk_with_priya_is_promised_by_priya(world: World, tablet: Tablet):
    words = tell(tablet, "good", show_to=(world.cast.priya,), want="talk")

    assert "Priya will look at this by Tuesday. You agreed:" in words
    assert "Marcus will" not in words


def test_what_was_agreed_of_priya_is_not_quoted_where_she_is_kept_out(world: World, tablet: Tablet):
    words = tell(tablet, "good", keep_from=(world.cast.priya,), want="talk")

    assert "Marcus will look at this by Tuesday." in words
    assert "If I ask for Priya" not in words


def test_a_face_ticked_beside_no_one_is_kept_out_and_she_reads_nothing_else(
    world: World, tablet: Tablet
):
    words = tell(tablet, "wrong", keep_from=("no_one", world.cast.marcus))

    assert "No one" not in words
    assert "Marcus" in words
    tablet.do("send")
    world.settle()
    assert MARCUS not in {one.number for one in world.sent}


def test_where_nobody_can_be_told_she_reads_so(world: World, tablet: Tablet):
    has_nobody_outside(world)
    words = tell(tablet, keep_from=everybody(world))

    assert "Nobody here will see this." in words
    assert "Nobody here will be told. In danger? Ring 999." in words
    assert "will be told at once" not in words


def test_whom_she_picked_and_keeps_out_is_kept_out_and_she_reads_so(world: World, tablet: Tablet):
    priya = world.cast.priya
    tell(tablet, show_to=(priya,))
    tablet.do("change:not_who")
    words = tablet.pick(priya)

    assert "We keep this from Priya." in words


def finish(tablet: Tablet) -> str:
    """Send it, done on her own, and return the words of the last page."""
    tablet.do("send")
    return tablet.pick("self")


def test_the_end_names_the_one_whose_list_the_talk_is_on(world: World, tablet: Tablet):
    before = tell(tablet, "good", show_to=(world.cast.priya,), want="talk")

    by = "Priya will look at this by Tuesday."
    assert (by in before, by in finish(tablet)) == (True, True)


def test_the_end_does_not_name_the_keyworker_it_is_kept_from(world: World, tablet: Tablet):
    tell(tablet, keep_from=(world.cast.priya,))

    words = finish(tablet)
    assert "Marcus and Lena will look at this. We will tell you" in words
    assert "Priya" not in words


def test_the_end_names_everyone_who_really_has_it_and_changes_when_that_changes(
    world: World, tablet: Tablet
):
    before = tell(tablet, "wrong", keep_from=(world.cast.jo,))
    assert "Marcus will look at this today." in before
    assert "The advocacy service and the safeguarding lead will be told" in before

    words = finish(tablet)
    assert "The advocacy service and the safeguarding lead will look at this." in words
    assert "Marcus will look at this today." in words

    lead = Desk(world, "lead@safeguarding.example")
    lead.take("Ana told something, and keeps it from a manager of the house.")
    words = tablet.open(tablet.at)
    assert "The safeguarding lead will look at this." in words
    assert "advocacy" not in words
    assert "Marcus will look at this today." in words


def test_where_nobody_may_see_it_the_end_says_so(world: World, tablet: Tablet):
    has_nobody_outside(world)
    tell(tablet, "good", keep_from=everybody(world))

    words = finish(tablet)
    assert "Nobody here will be told. In danger? Ring 999." in words
    assert "will look at this" not in words


def test_on_a_shared_tablet_what_was_sent_cannot_be_read_again(world: World, tablet: Tablet):
    tell(tablet)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    tablet.do("send")

    assert HARD not in tablet.open(f"/tablet/check-in/{row.id}/so-far")
    assert tablet.at == "/tablet/my-page"
    finish_page = tablet.open(f"/tablet/check-in/{row.id}")
    assert HARD not in finish_page


def test_a_shared_tablet_never_says_that_she_told_nothing(world: World, tablet: Tablet):
    before = tablet.open("/tablet/you-said")
    tell(tablet)
    finish(tablet)
    after = tablet.open("/tablet/you-said")

    assert "Some things you tell us are not shown on this tablet. Ask somebody you trust." in after
    assert "not told us anything" not in after
    assert before == after  # nobody at the tablet learns whether she told something


def test_before_she_writes_she_reads_who_sees_that_someone_hurt_her(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    assert "If someone hurt you, others can too." in tablet.words
    assert "You say who will see this." in tablet.words
    tablet.pick("no_one")
    tablet.pick("hurt")

    assert "All staff here will see this." in tablet.words
    assert "people you pick" not in tablet.words


def test_where_she_picks_priya_it_is_priya_who_is_named_and_the_others_too(
    world: World, tablet: Tablet
):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("hurt")
    tablet.write(HARD)
    tablet.pick(world.cast.priya)

    assert "Priya and all other staff here will see this." in tablet.words


def test_where_she_keeps_it_from_marcus_nobody_is_all_staff(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.marcus)
    tablet.pick("hurt")

    assert "Jo, Lena and Priya will see this." in tablet.words
    assert "All staff" not in tablet.words


def test_good_news_is_for_those_she_picks_and_she_reads_their_names(world: World, tablet: Tablet):
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.pick("good")
    assert "The people you pick will see this. If you pick nobody, all staff can." in (tablet.words)
    assert "hurt you" not in tablet.words
    tablet.write(LOUD)
    tablet.pick(world.cast.priya)
    assert "Priya will see this." in tablet.words


def test_help_in_a_telling_offers_one_it_is_not_kept_from(world: World, tablet: Tablet):
    tell(tablet, keep_from=(world.cast.marcus,))
    tablet.follow("Help")

    assert "Get Lena" in tablet.words
    assert "Get Marcus" not in tablet.words
    assert "We tell Marcus and Lena at once." in tablet.words
    tablet.pick("person")
    world.settle()
    assert {one.number for one in world.sent if one.channel == "call"} == {LENA, MARCUS}
    tablet.open("/tablet/help")
    assert "We tell Marcus and Lena at once." in tablet.words  # a tablet of many: no word of a call


def test_where_it_is_kept_from_all_on_cover_help_offers_a_person(world: World, tablet: Tablet):
    tell(tablet, keep_from=everybody(world))
    tablet.follow("Help")

    assert "Get a person" in tablet.words
