"""Lena opens with a reason what Ana said to Priya and Marcus: for an hour, and Ana reads so at once."""

import pytest

from checkin import clock
from checkin.actions.may_see import words_open_to
from checkin.agreements.seen import StaffMember
from checkin.lives.record import by_staff
from checkin.storage import people
from checkin.storage.record_check import faults
from checkin.storage.tables import AlertRow, CheckInRow, MessageRow, OpeningRow, RecordRow, db
from tests.conftest import PASSWORD, World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import kept
from tests.journeys.test_beside_staff import signs_in_here, signs_out_only
from tests.journeys.test_own_devices import known, let_in, tell

GROUP_DAYS = ("sat",)  # Dev stays at home

SAID = "the dog next door barks at me"
WHY = "Ana cried at lunch and nobody else is in"
CLOSED = "This is for others who work here."
OFFERED = "Open it with a reason"
TITLE = "Lena opened what Ana said to Marcus and Priya."
OUTSIDE_READ = (
    "Jo opened what Ana said to others. No other manager is here to look at it. "
    "Ask Ana if that was right."
)
ANA_READS = "Lena opened what you said to Marcus and Priya."


def says_how_her_week_was(tablet: Tablet) -> str:
    """Ana sends her week, which is for her keyworker and the team lead; return where staff find it."""
    before = {row.id for row in kept(tablet.world, CheckInRow)}
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    tablet.do("my_words")
    tablet.write(SAID)
    for _ in range(20):
        if ("do", "send") in [one for form in tablet.page.forms.values() for one in form.buttons]:
            break
        tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    (new,) = {row.id for row in kept(tablet.world, CheckInRow)} - before
    return f"/staff/check-ins/{new}"


def token_of(desk: Desk) -> str:
    return next(iter(desk.page.forms.values())).fields["csrf_token"]


@pytest.fixture
def week(tablet: Tablet) -> str:
    return says_how_her_week_was(tablet)


def opens(desk: Desk, page: str, why: str = WHY, *, password: str = PASSWORD, status: int = 200):
    desk.open(page)
    return desk.press("/open", reason=why, password_again=password, status=status)


def test_lena_opens_it_with_a_reason_and_her_password(world: World, week: str):
    lena = Desk(world, "lena")
    assert SAID not in lena.open(week)
    assert CLOSED in lena.words
    assert OFFERED in lena.words
    assert "Ana reads on the page Who looked that you opened it, and why." in lena.words
    assert "It goes on the list of Jo, who gets a text now." in lena.words

    opens(lena, week)

    assert SAID in lena.words
    assert "It is open for you until 16:00." in lena.words
    assert OFFERED not in lena.words
    assert "Say something to Ana" not in lena.words


def test_without_a_reason_or_the_password_it_stays_closed(world: World, week: str):
    lena = Desk(world, "lena")

    few, alike = ("eh", PASSWORD), ("aaa aaaaaab", PASSWORD)
    for why, password in (("", PASSWORD), few, alike, (WHY, "not it"), (WHY, "")):
        opens(lena, week, why, password=password, status=400)
        assert SAID not in lena.open(week)

    assert kept(world, OpeningRow) == []


def test_at_once_it_is_with_the_manager_and_in_the_record(world: World, week: str):
    opens(Desk(world, "lena"), week)

    (task,) = [one for one in kept(world, AlertRow, task=True) if one.kind == "opened_words"]
    assert (task.title, task.for_staff, task.level) == (TITLE, world.cast.jo, "plan")
    assert task.what[0].endswith(f'Lena wrote why: "{WHY}"')
    assert task.what[0].startswith("Opened on Monday 19 October at ")
    assert TITLE in Desk(world, "jo").words
    (entry,) = kept(world, RecordRow, kind="opened_with_reason")
    assert (entry.by, entry.person_id) == (by_staff(world.cast.lena), world.cast.ana)
    assert WHY not in entry.what
    with world.app.app_context():
        assert list(faults()) == []


def test_lena_cannot_take_the_task_about_what_she_opened(world: World, week: str):
    lena = Desk(world, "lena")
    opens(lena, week)

    lena.open("/staff/")
    lena.follow(TITLE)

    assert "This is about what you did. Only Jo can take it." in lena.words
    assert not [form for form in lena.page.forms.values() if form.action.endswith("/take")]


def test_who_is_asked_about_it_reads_nothing_of_it_for_that(world: World, week: str):
    opens(Desk(world, "lena"), week)

    jo = Desk(world, "jo")
    jo.take(TITLE)

    assert "What was good?" not in jo.open(week)
    assert OFFERED in jo.words


def test_opened_twice_it_is_that_once(world: World, week: str):
    lena, again = Desk(world, "lena"), Desk(world, "lena")
    again.open(week)
    opens(lena, week)

    again.press("/open", reason="I press it again", password_again=PASSWORD)

    assert SAID in again.words
    assert [one.reason for one in kept(world, OpeningRow)] == [WHY]
    assert len(kept(world, AlertRow, kind="opened_words")) == 1


def test_after_an_hour_it_is_closed_again_and_opening_it_is_another(world: World, week: str):
    lena = Desk(world, "lena")
    opens(lena, week)
    world.go_to("2026-10-19 15:59")
    lena = Desk(world, "lena")
    assert SAID in lena.open(week)

    world.go_to("2026-10-19 16:01")

    assert SAID not in lena.open(week)
    opens(lena, week, "I want to read it again")
    assert SAID in lena.words
    assert len(kept(world, AlertRow, kind="opened_words")) == 2


def test_another_check_in_and_another_of_staff_stay_closed(world: World, tablet: Tablet, week: str):
    lena = Desk(world, "lena")
    opens(lena, week)
    second = says_how_her_week_was(tablet)

    assert SAID not in lena.open(second)
    assert SAID in lena.open(week)
    both = {one.rpartition("/")[2] for one in (week, second)}
    with world.app.app_context():
        reads = words_open_to(
            StaffMember(world.cast.lena, frozenset({world.cast.house})), both, clock.now()
        )
    assert reads == {week.rpartition("/")[2]}
    assert "What was good?" not in Desk(world, "jo").open(week)


def test_what_lena_opens_counts_as_read_by_nobody_and_ana_still_takes_it_back(
    world: World, tablet: Tablet, week: str
):
    lena = Desk(world, "lena")
    opens(lena, week)
    assert kept(world, CheckInRow, id=week.rpartition("/")[2])[0].seen_by is None

    tablet.press("/take-back")

    assert "Lena opened it before. Nobody else will read it." in tablet.words
    assert "will not read" not in tablet.words
    assert SAID not in lena.open(week)
    assert ANA_READS in tablet.open("/tablet/who-looked")


def test_lena_says_nothing_in_what_she_opened(world: World, week: str):
    lena = Desk(world, "lena")
    opens(lena, week)
    sent = {"csrf_token": token_of(lena), "words": "hi", "promised": "", "once": "a" * 32}

    assert lena.client.post(f"{week}/say", data=sent).status_code == 404


def test_what_she_takes_back_nobody_opens(world: World, tablet: Tablet, week: str):
    lena = Desk(world, "lena")
    lena.open(week)
    tablet.press("/take-back")

    lena.press("/open", reason=WHY, password_again=PASSWORD, status=404)

    assert kept(world, OpeningRow) == []


def test_where_lena_is_her_keyworker_by_then_she_opens_nothing(world: World, week: str):
    lena = Desk(world, "lena")
    lena.open(week)
    with world.app.app_context():
        people.the_person(world.cast.ana).keyworker_id = world.cast.lena
        db.session.commit()

    lena.press("/open", reason=WHY, password_again=PASSWORD)

    assert SAID in lena.words
    assert kept(world, OpeningRow) == []


def test_what_ana_tells_some_alone_cannot_be_opened(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    own.open("/tablet/my-page")
    tell(own)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    page = f"/staff/check-ins/{row.id}"

    for who in ("priya", "lena", "jo", "marcus"):
        assert OFFERED not in Desk(world, who).open("/staff/")
    priya = Desk(world, "priya")
    sent = {"csrf_token": token_of(priya), "reason": WHY, "password_again": PASSWORD}
    assert priya.client.get(page).status_code == 404
    assert priya.client.post(f"{page}/open", data=sent).status_code == 404
    assert kept(world, OpeningRow) == []


def test_where_jo_opens_it_marcus_and_those_outside_are_told(world: World, week: str):
    jo = Desk(world, "jo")
    jo.open(week)
    assert "It goes on the list of Marcus, who gets a text now." in jo.words
    assert "Those outside this house get a text now." in jo.words

    opens(jo, week)

    (task,) = kept(world, AlertRow, kind="opened_words")
    assert task.for_staff == world.cast.marcus
    told = {one.staff_id: one.body for one in kept(world, MessageRow, about="opened_words")}
    assert set(told) == {world.cast.safeguarding, world.cast.advocacy}
    assert set(told.values()) == {OUTSIDE_READ}


def test_where_lena_opens_it_nobody_outside_is_told(world: World, week: str):
    opens(Desk(world, "lena"), week)

    assert kept(world, MessageRow, about="opened_words") == []


def test_ana_reads_who_opened_it_and_why(world: World, tablet: Tablet, week: str):
    tablet.open("/tablet/you-said")
    tablet.follow("Who looked")
    assert "Nobody has." in tablet.words
    assert "Nobody has read this yet." in tablet.open("/tablet/you-said")

    opens(Desk(world, "lena"), week)
    tablet.open("/tablet/who-looked")

    assert ANA_READS in tablet.words
    assert f"Lena wrote why: “ {WHY} ”" in tablet.words
    assert "Lena opened it on Monday 19 October at 15:00, for 60 minutes." in tablet.words
    assert "Lena looked" not in tablet.words
    assert "Nobody has read this yet." not in tablet.open("/tablet/you-said")


def test_ana_reads_who_of_those_it_is_for_looked(world: World, tablet: Tablet, week: str):
    Desk(world, "lena").open(week)
    Desk(world, "priya").open(week)

    tablet.open("/tablet/who-looked")

    assert "Priya reads what you send." in tablet.words
    assert "Priya looked on Monday 19 October at" in tablet.words
    assert "Lena looked" not in tablet.words


def test_of_a_telling_nobody_is_named(world: World):
    own = Tablet(world, known(world, world.cast.marcus, second=world.cast.jo))
    before = own.open("/tablet/who-looked")
    own.open("/tablet/my-page")
    tell(own)
    (row,) = kept(world, CheckInRow, asks="tell_someone")
    assert Desk(world, "marcus").open(f"/staff/check-ins/{row.id}")

    assert kept(world, RecordRow, kind="looked", row=f"check_in:{row.id}")
    assert own.open("/tablet/who-looked") == before


def test_on_a_device_that_waits_it_is_not_shown(world: World, week: str):
    opens(Desk(world, "lena"), week)
    waits = Tablet(world, let_in(world, world.cast.marcus))

    assert ANA_READS not in waits.open("/tablet/who-looked")
    assert "This is not yours alone yet." in waits.words


def test_beside_staff_it_is_not_shown_nor_before_it_is_asked_who_is_here(
    world: World, tablet: Tablet, week: str
):
    opens(Desk(world, "lena"), week)
    tablet.open("/tablet/who-looked")
    signs_in_here(tablet)

    assert ANA_READS not in tablet.open("/tablet/who-looked")
    signs_out_only(tablet)
    assert ANA_READS not in tablet.open("/tablet/who-looked")
    tablet.press("/tablet/", ("person", world.cast.ana))
    assert ANA_READS in tablet.open("/tablet/who-looked")


def test_the_second_page_has_what_was_opened_before(world: World, tablet: Tablet, week: str):
    for hour in range(4):
        world.go_to(f"2026-10-19 1{5 + hour}:55")
        opens(Desk(world, "lena"), week, f"{hour} times before this one")

    tablet.open("/tablet/")
    tablet.press("/tablet/", ("person", world.cast.ana))
    tablet.open("/tablet/who-looked")
    assert "0 times before" not in tablet.words
    assert "3 times before" in tablet.words

    tablet.follow("More")

    assert "0 times before" in tablet.words
    assert "3 times before" not in tablet.words


def test_dev_reads_nothing_of_ana(world: World, week: str):
    opens(Desk(world, "lena"), week)

    dev = Tablet(world, world.cast.devs_phone)

    assert WHY not in dev.open("/tablet/who-looked")
