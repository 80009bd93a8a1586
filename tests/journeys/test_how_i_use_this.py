"""How I use this: Ana sees what is set, changes it there, and puts the last change back."""

import re

from checkin.actions.flows_in_use import flows_in_use
from checkin.agreements.how_asked import Pictures, Size
from checkin.channels.tablet.how_i_use_this import NOT_SHOWN
from checkin.conversation.flows.set_where import set_where
from checkin.storage import people
from checkin.storage.tables import CheckInRow, OwnSetRow, PersonRow, RecordRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import next_one_taps_her_photo, signed_in

GROUP_DAYS = ("sat",)
PAGE = "/tablet/how-i-use-this"
STANDS_BESIDE = (
    "Ana has set some of their own morning since. It stands on the handover beside this plan"
)


def ana(world: World) -> PersonRow:
    with world.app.app_context():
        return people.the_person(world.cast.ana)


def opens(world: World, tablet: Tablet) -> None:
    world.go_to("2026-10-19 15:00")
    tablet.open("/tablet/my-page")
    tablet.follow("How I use this")


def sets(tablet: Tablet, what: str, value: str) -> str:
    tablet.open(f"{PAGE}/{what}")
    return tablet.press(f"/{what}", ("choice", value))


def test_she_sees_what_is_set_and_makes_the_words_very_big(world: World, tablet: Tablet):
    opens(world, tablet)
    before = tablet.words
    tablet.follow("How big do you want the words?")
    tablet.press("/size", ("choice", "xlarge"))
    asked = tablet.words
    tablet.press("", ("choice", "helped"))

    assert "How big do you want the words? This big" in before
    assert "How did you do this?" in asked
    assert "How big do you want the words? Very big" in tablet.words
    assert 'data-size="xlarge"' in tablet.page.html
    assert ana(world).size == Size.VERY_LARGE
    (changed,) = kept(world, OwnSetRow, kind="size", by=f"person:{world.cast.ana}")
    assert changed.done == "helped"
    notes = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    assert [one.what for one in notes] == [
        '{"size":"xlarge"}', f'{{"done":"helped","number":{changed.number}}}',
    ]  # fmt: skip


def test_all_that_can_be_set_stands_there_whether_it_is_set_or_not(world: World, tablet: Tablet):
    opens(world, tablet)
    with world.app.app_context():
        places = set_where(flows_in_use().flows.values()).values()

    assert len(places) > 15
    for one in places:
        assert one.asks in tablet.words
    assert f"What helps you to say what you think? {NOT_SHOWN}" in tablet.words


def test_a_press_asks_one_question_alone_and_she_can_put_it_back(world: World, tablet: Tablet):
    opens(world, tablet)
    tablet.follow("What helps you to say what you think?")
    tablet.press("/helps")
    asked = tablet.page.html
    tablet.write("Wait for me")
    read_back = tablet.words
    tablet.do("send")
    tablet.pick("self")
    desk = Desk(world, "marcus")
    card = desk.open("/staff/handover")
    set_now = tablet.open(PAGE)
    tablet.press("/how-i-use-this", ("undo", str(newest(world))))

    assert "Question 1 of 1<" in asked
    assert "Here is what you said." in read_back
    assert "Helps me say what I think: Wait for me. NEW Ana set this on their own." in card
    assert "What helps you to say what you think? Wait for me" in set_now
    assert f"What helps you to say what you think? {NOT_SHOWN}" in tablet.words
    assert "Wait for me" not in desk.open("/staff/handover")


def test_the_plan_that_staff_wrote_stands_there_while_she_set_some_of_her_own(
    world: World, tablet: Tablet
):
    opens(world, tablet)
    tablet.follow("My plan of the morning.")
    page = tablet.words
    tablet.press("/plan")
    tablet.do("start")
    whole = tablet.words
    sets_first = tablet.open(f"{PAGE}/start")
    tablet.press("/start")
    tablet.pick("t0930")
    tablet.do("send")
    tablet.pick("self")

    assert "Start at half past 8, 5 minutes quiet first, One voice: Priya" in page
    assert "Staff wrote this with you. What you set takes its place." in page
    assert "What time do you want to start?" in whole
    assert NOT_SHOWN in sets_first
    after = tablet.open(PAGE)
    assert "My plan of the morning, before I set some of it. Start at half past 8" in after
    assert "What time do you want to start? Half past 9" in after
    marcus = Desk(world, "marcus")
    assert STANDS_BESIDE in marcus.open(f"/staff/people/{world.cast.ana}/how-asked")


def test_one_question_left_open_is_no_second_card_and_the_whole_can_be_begun(
    world: World, tablet: Tablet
):
    opens(world, tablet)
    for what in ("helps", "worse", "helps"):
        tablet.open(f"{PAGE}/{what}")
        tablet.press(f"/{what}")
    at = tablet.at
    waits = tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "getting_ready"))

    assert len(kept(world, CheckInRow, asks="getting_ready")) == 2
    assert "What helps you to say what you think?" not in waits
    assert tablet.at != at


def test_she_puts_the_last_change_back_once(world: World, tablet: Tablet):
    opens(world, tablet)
    sets(tablet, "pictures", "no_pictures")
    tablet.open(PAGE)
    old = tablet.page
    tablet.press("/how-i-use-this", ("undo", str(newest(world))))
    after = ana(world).pictures
    tablet.page = old  # the same page, pressed again
    tablet.press("/how-i-use-this", ("undo", old_undo(old.html)))

    assert after == ana(world).pictures == Pictures.DRAWINGS
    assert "That was an old page." in tablet.words
    assert "Put it back" not in tablet.words


def test_the_same_again_is_no_change_and_an_old_page_changes_nothing(world: World, tablet: Tablet):
    opens(world, tablet)
    tablet.open(f"{PAGE}/size")
    old = tablet.page
    tablet.press("/size", ("choice", "xlarge"))
    tablet.page = old
    again = tablet.press("/size", ("choice", "xlarge"))
    tablet.page = old
    late = tablet.press("/size", ("choice", "large"))

    assert "That was an old page." not in again
    assert "That was an old page." in late
    assert ana(world).size == Size.VERY_LARGE
    assert len(kept(world, OwnSetRow, by=f"person:{world.cast.ana}")) == 1


def test_very_big_holds_again_after_staff_set_big(world: World, tablet: Tablet):
    opens(world, tablet)
    sets(tablet, "size", "xlarge")
    tablet.press("", ("choice", "self"))
    desk = Desk(world, "marcus")
    desk.open(f"/staff/people/{world.cast.ana}/how-asked")
    desk.press("/how-asked", size="large")
    after = ana(world).size
    sets(tablet, "size", "xlarge")

    assert after == Size.LARGE
    assert ana(world).size == Size.VERY_LARGE
    set_each_time = kept(world, OwnSetRow, kind="size")
    in_order = sorted(set_each_time, key=lambda one: one.number)
    assert [one.by.partition(":")[0] for one in in_order] == [
        "checkin", "person", "staff", "person",
    ]  # fmt: skip


def test_what_staff_set_is_not_put_back_by_her(world: World, tablet: Tablet):
    opens(world, tablet)
    sets(tablet, "size", "xlarge")
    tablet.open(PAGE)
    old = tablet.page
    desk = Desk(world, "marcus")
    desk.open(f"/staff/people/{world.cast.ana}/how-asked")
    desk.press("/how-asked", size="large")
    tablet.page = old
    tablet.press("/how-i-use-this", ("undo", old_undo(old.html)))

    assert ana(world).size == Size.LARGE
    assert "Put it back" not in tablet.words


def test_her_page_left_open_sets_nothing_for_dev(world: World):
    shared = Tablet(world, world.cast.house_tablet, world.cast.ana)
    shared.open(f"{PAGE}/size")
    hers = shared.page
    shared.open("/tablet/my-page")
    shared.press("/not-me")
    shared.press("/tablet/", ("person", world.cast.dev))
    shared.page = hers
    shared.press("/size", ("choice", "xlarge"))

    with world.app.app_context():
        sizes = {people.the_person(one).size for one in (world.cast.ana, world.cast.dev)}
    assert sizes == {Size.MEDIUM}


def test_evening_set_here_holds_and_put_back_it_is_as_agreed(world: World, tablet: Tablet):
    opens(world, tablet)
    agreed = slots(world)
    sets(tablet, "time", "evening")
    tablet.press("", ("choice", "self"))
    evening = slots(world)
    card = Desk(world, "lena").open("/staff/handover")
    tablet.open(PAGE)
    tablet.press("/how-i-use-this", ("undo", str(newest(world))))

    assert {one[11:] for one in evening} == {"18:00"}
    assert "Ask me in the: evening. NEW Ana set this on their own." in card
    assert slots(world) == agreed
    assert "Ask me in the" not in Desk(world, "lena").open("/staff/handover")
    assert [one.title for one in alerts(world)] == ["Ana changed how they want things."]


def slots(world: World) -> list[str]:
    rows = kept(world, CheckInRow, asks="my_morning_daily", person_id=world.cast.ana)
    planned = (one.local_slot for one in rows if one.state == "planned")
    return sorted(one for one in planned if one > "2026-10-20")


def newest(world: World) -> int:
    return max(one.number for one in kept(world, OwnSetRow, person_id=world.cast.ana))


def old_undo(html: str) -> str:
    return html.partition('name="undo" value="')[2].partition('"')[0]


def test_a_number_that_no_change_can_have_leads_back(world: World, tablet: Tablet):
    opens(world, tablet)
    token = re.search(
        r'name="csrf_token"[^>]*value="([^"]+)"',
        tablet.open("/tablet/my-page") and tablet.page.html,
    )
    given = {"person": world.cast.ana, "choice": "self", "csrf_token": token[1] if token else ""}
    answer = tablet.client.post(f"/tablet/how-it-was-done/{'9' * 23}", data=given)

    assert answer.location == "/tablet/how-i-use-this"


def test_who_of_staff_was_signed_in_as_it_was_set_is_written_down(world: World, tablet: Tablet):
    beside = signed_in(world, "priya", world.cast.house_tablet)
    next_one_taps_her_photo(beside)
    beside.open("/tablet/how-i-use-this/size")
    beside.press("/size", ("choice", "xlarge"))
    undo = next(one for form in beside.page.forms.values() for one in form.buttons if "undo" in one)
    beside.press("/how-i-use-this", undo)

    *_, put, undone = kept(world, OwnSetRow, kind="size")
    assert [(one.done, one.helper) for one in (put, undone)] == [("helped", "Priya")] * 2
    noted = [one.what for one in kept(world, RecordRow, kind="how_asked_changed")]
    assert sum(f'"beside":"staff:{world.cast.priya}"' in one for one in noted) == 2
