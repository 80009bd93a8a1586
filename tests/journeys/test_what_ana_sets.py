"""What Ana sets for herself holds at once: the next page looks like it, whatever is sent."""

from typing import get_args

import pytest

from checkin import clock
from checkin.actions.set_by_person import SET_IN_FLOWS, set_by_person
from checkin.actions.set_time_of_day import TIME
from checkin.actions.start_check_in import begin
from checkin.actions.take_answer import take_answer
from checkin.agreements.how_asked import Lines, Pictures, Size, Sound
from checkin.agreements.part_of_day import PartOfDay
from checkin.channels.tablet.going import NEXT_PAGE
from checkin.conversation.flows.sets import LINES, OF_PAGES, SETTINGS
from checkin.conversation.talking.said import Picked, Start
from checkin.storage import people
from checkin.storage.tables import CheckInRow, OwnLineRow, OwnSetRow, PersonRow, RecordRow
from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import alerts, at, kept

GROUP_DAYS = ("sat",)
MONDAY = "2026-10-19"
TO_PICTURES = (("tap",), ("bus",), ("not_good",))


def dev(world: World) -> PersonRow:
    with world.app.app_context():
        return people.the_person(world.cast.dev)


def begins(world: World, tablet: Tablet) -> None:
    """Ana begins "How I like to answer", as far as the pictures."""
    world.go_to(f"{MONDAY} 15:00")
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    for picked in TO_PICTURES:
        tablet.pick(*picked)


def ana(world: World) -> PersonRow:
    with world.app.app_context():
        return people.the_person(world.cast.ana)


@pytest.mark.parametrize("asks_by_script", [False, True])
def test_very_big_words_and_no_pictures_are_on_the_next_page(
    world: World, tablet: Tablet, *, asks_by_script: bool
):
    begins(world, tablet)
    if asks_by_script:  # then the answer to a press is the next page itself
        tablet.client.environ_base["HTTP_ACCEPT"] = NEXT_PAGE
    before = tablet.page.html

    tablet.pick("no_pictures")
    without = tablet.page.html
    tablet.pick("xlarge")

    assert 'data-size="medium"' in before
    assert (ana(world).pictures, ana(world).size) == (Pictures.NONE, Size.VERY_LARGE)
    assert 'class="picture"' in before
    assert 'class="picture"' not in without
    assert 'data-size="xlarge"' in tablet.page.html


def test_a_changed_mind_sets_it_back_and_each_is_in_the_record(world: World, tablet: Tablet):
    begins(world, tablet)
    tablet.pick("photos")
    tablet.do("back")
    tablet.pick("drawings")
    tablet.do("back")
    tablet.pick("drawings")  # the same again is no change

    assert ana(world).pictures == Pictures.DRAWINGS
    changes = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    pictures = [one.what for one in changes if "pictures" in one.what]
    assert pictures == ['{"pictures":"photos"}', '{"pictures":"drawings"}']


def test_it_holds_though_nothing_is_sent(world: World, tablet: Tablet):
    begins(world, tablet)
    tablet.pick("drawings")
    tablet.pick("large")
    tablet.pick("never")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))

    assert (ana(world).size, ana(world).sound) == (Size.LARGE, Sound.NEVER)


def test_what_flows_may_set_is_what_a_person_has():
    assert {name: tuple(one) for name, one in SET_IN_FLOWS.items()} == {
        name: SETTINGS[name] for name in OF_PAGES
    }
    assert set(LINES) <= {one.value for one in Lines}
    assert SETTINGS[TIME] == get_args(PartOfDay)


def test_do_not_ask_me_stops_the_asking_of_that_day_and_staff_plan_a_talk(
    world: World, tablet: Tablet
):
    world.go_to("2026-10-20 08:00")
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")
    world.go_to("2026-10-20 23:00")

    assert "How was my morning?" not in tablet.open("/tablet/my-page")
    mornings = kept(world, CheckInRow, asks="my_morning_daily")
    (today,) = (one for one in mornings if at(one.due_at).startswith("Tue"))
    assert (today.state, today.asked_at) == ("cancelled", None)
    (plan,) = alerts(world, task=True) or alerts(world)
    assert (plan.level, plan.title) == ("plan", "Ana said: Do not ask me.")
    page = Desk(world, "priya").open(f"/staff/people/{world.cast.ana}")
    assert "as they asked" in page
    world.go_to("2026-10-21 10:35")
    assert "How was my morning?" in tablet.open("/tablet/my-page")


def test_do_not_ask_me_leaves_what_ana_has_begun_to_tell(world: World, tablet: Tablet):
    world.go_to("2026-10-20 08:00")
    with world.app.app_context():
        telling = begin(world.cast.ana, "tell_someone", "tablet", clock.now()).id
        take_answer(telling, Start(), clock.now())
        take_answer(telling, Picked((world.cast.priya,)), clock.now())
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")

    (kept_telling,) = kept(world, CheckInRow, asks="tell_someone")
    assert kept_telling.state == "asked"


def sets_what_helps(world: World, tablet: Tablet, words: str) -> None:
    """Ana says what helps, in her own words, and sends it."""
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())
    tablet.begin("How I like to answer")
    while "What helps you to say what you think?" not in tablet.words:
        tablet.do("skip")
    tablet.write(words)
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.do("skip")


def test_what_helps_stands_on_the_handover_in_her_words_once_it_is_sent(
    world: World, tablet: Tablet
):
    marcus = Desk(world, "marcus")
    sets_what_helps(world, tablet, "Wait for me")
    before = marcus.open("/staff/handover")
    tablet.do("send")
    tablet.pick("self")
    after = marcus.open("/staff/handover")

    assert "Wait for me" not in before
    assert "Helps me say what I think: Wait for me. NEW Ana set this on their own." in after


def test_what_she_said_before_stays_and_the_same_again_is_no_change(world: World, tablet: Tablet):
    for words in ("Wait for me", "Sit down first", "Sit down first"):
        sets_what_helps(world, tablet, words)
        tablet.do("send")

    assert "Sit down first" in Desk(world, "marcus").open("/staff/handover")
    assert [one.kind for one in kept(world, OwnSetRow, by=f"person:{world.cast.ana}")] == [
        "helps"
    ] * 2
    assert len(kept(world, OwnLineRow, words="Wait for me")) == 1
    assert len(kept(world, RecordRow, kind="own_words_changed")) == 2


def test_what_is_taken_back_unread_stands_no_more(world: World, tablet: Tablet):
    for words in ("Wait for me", "Sit down first"):
        sets_what_helps(world, tablet, words)
        tablet.do("send")
    tablet.pick("self")
    tablet.press("/take-back")

    page = Desk(world, "marcus").open("/staff/handover")
    assert ("Wait for me" in page, "Sit down first" in page) == (True, False)


def test_her_morning_is_new_for_three_handovers(world: World, tablet: Tablet):
    world.go_to(f"{MONDAY} 15:00")
    with world.app.app_context():
        begin(world.cast.ana, "my_morning", "tablet", clock.now())
    tablet.begin("My morning")
    tablet.pick("t0930")
    while tablet.page.html.count('value="skip"'):
        tablet.do("skip")
    tablet.do("send")

    new = []
    for when, who in (
        ("19 16:00", "marcus"), ("19 22:00", "lena"), ("20 08:00", "marcus"), ("20 16:00", "jo"),
        ("20 22:00", "lena"),
    ):  # fmt: skip
        world.go_to(f"2026-10-{when}")
        desk = Desk(world, who)
        words = desk.open("/staff/handover")
        assert "My morning starts: Half past 9." in words
        new.append("My morning starts: Half past 9. NEW" in words)
        if f"/handover/{world.cast.ana}/read" in desk.page.html:
            desk.press(f"/handover/{world.cast.ana}/read")

    assert new == [True, True, True, True, False]


def sends_her_morning(
    world: World, tablet: Tablet, quiet: str, start: str | None = None, who: str = ""
) -> None:
    """Ana goes through "My morning": when it starts, and how long it is quiet first; sends it."""
    with world.app.app_context():
        begin(who or world.cast.ana, "my_morning", "tablet", clock.now())
    tablet.begin("My morning")
    tablet.pick(start) if start else tablet.do("skip")
    while "How much quiet time do you want first?" not in tablet.words:
        tablet.do("skip")
    tablet.pick(quiet)
    while tablet.page.html.count('value="skip"'):
        tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")


def handover(world: World) -> str:
    return Desk(world, "marcus").open("/staff/handover")


def test_her_tablet_is_quiet_as_she_set_it_and_the_handover_says_which_plan_counts(
    world: World, tablet: Tablet
):
    world.go_to(f"{MONDAY} 15:00")
    before = handover(world)
    sends_her_morning(world, tablet, "q10", "t0930")
    world.go_to("2026-10-20 08:31")
    at_old_time = tablet.open("/tablet/my-page")
    world.go_to("2026-10-20 09:39")
    at_new_time = tablet.open("/tablet/my-page")

    assert "5 minutes quiet from 08:30." in before
    assert "Start at half past 8" in before
    assert "10 minutes quiet from 09:30. NEW Ana set this on their own." in handover(world)
    assert "My morning starts: Half past 9. NEW" in handover(world)
    assert "Ana set some of it since. It stands below, and counts." in handover(world)
    assert "quiet time until" not in at_old_time
    assert "It is quiet time until 09:40." in at_new_time


def test_no_quiet_time_and_five_minutes_again_keep_when_it_begins(world: World, tablet: Tablet):
    sends_her_morning(world, tablet, "q0")
    none = (ana(world).quiet_from, ana(world).quiet_minutes, handover(world))
    sends_her_morning(world, tablet, "q5")

    assert none[:2] == (None, None)
    assert "Quiet: No quiet time. NEW" in none[2]
    assert (f"{ana(world).quiet_from:%H:%M}", ana(world).quiet_minutes) == ("08:30", 5)


def test_her_morning_taken_back_unread_is_as_it_was(world: World, tablet: Tablet):
    sends_her_morning(world, tablet, "q10", "t0730")
    tablet.press("/take-back")

    assert (f"{ana(world).quiet_from:%H:%M}", ana(world).quiet_minutes) == ("08:30", 5)
    assert "Start at half past 8" in handover(world)


def test_put_back_on_her_page_all_of_one_sending_is_as_it_was(world: World, tablet: Tablet):
    sends_her_morning(world, tablet, "q10", "t0730")
    tablet.open("/tablet/how-i-use-this")
    newest = max(one.number for one in kept(world, OwnSetRow, person_id=world.cast.ana))
    tablet.press("/how-i-use-this", ("undo", str(newest)))

    assert (f"{ana(world).quiet_from:%H:%M}", ana(world).quiet_minutes) == ("08:30", 5)
    assert "My morning starts" not in handover(world)
    assert "Put it back" not in tablet.words


def test_where_there_was_no_quiet_time_there_is_none_again(world: World):
    tablet = Tablet(world, world.cast.devs_phone)
    for _ in range(2):
        sends_her_morning(world, tablet, "q10", "t0930", world.cast.dev)
        assert dev(world).quiet_minutes == 10
        tablet.press("/take-back")
        assert dev(world).quiet_minutes is None
    sends_her_morning(world, tablet, "q10", "t0930", world.cast.dev)
    tablet.open("/tablet/how-i-use-this")
    newest = max(one.number for one in kept(world, OwnSetRow, person_id=world.cast.dev))
    tablet.press("/how-i-use-this", ("undo", str(newest)))
    assert (dev(world).quiet_from, dev(world).quiet_minutes) == (None, None)


def test_her_page_says_the_quiet_time_her_tablet_has(world: World, tablet: Tablet):
    words = tablet.open("/tablet/how-i-use-this")

    assert "How much quiet time do you want first? 5 minutes" in words


def test_where_she_changed_only_the_quiet_time_the_plan_says_so(world: World, tablet: Tablet):
    with world.app.app_context():
        set_by_person(world.cast.ana, "quiet_for", "10", clock.now())

    assert "Ana changed the quiet time since. It stands below." in handover(world)
    assert "10 minutes quiet from 08:30. NEW" in handover(world)


def test_minutes_without_a_time_are_said_as_they_are(world: World):
    with world.app.app_context():
        set_by_person(world.cast.dev, "quiet_for", "10", clock.now())

    assert "10 minutes quiet. When it begins is not set yet." in handover(world)


def says(tablet: Tablet, time: str | None, wants: str | None = None) -> None:
    """Ana goes through "How I like to answer": a time of day, and whether to ask her; sends it."""
    tablet.begin("How I like to answer")
    while "Shall we ask you how things are?" not in tablet.words:
        if time and "When is a good time to ask you?" in tablet.words:
            tablet.pick(time)
        else:
            tablet.do("skip")
    tablet.pick(wants) if wants else tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")


def mornings(world: World) -> list[str]:
    """Return when "How was my morning?" is asked from Tuesday on, but for what was called off."""
    rows = kept(world, CheckInRow, asks="my_morning_daily", person_id=world.cast.ana)
    return sorted(
        one.local_slot for one in rows if one.state == "planned" and one.local_slot > MONDAY
    )


def begins_again(world: World) -> None:
    with world.app.app_context():
        begin(world.cast.ana, "getting_ready", "tablet", clock.now())


def test_very_big_no_pictures_evening_and_do_not_ask_me(world: World, tablet: Tablet):
    """What she sets is so on the next page and the next day, and the handover says it."""
    world.go_to(f"{MONDAY} 08:00")
    begins_again(world)
    tablet.begin("How I like to answer")
    for picked in (*TO_PICTURES, ("no_pictures",), ("xlarge",)):
        tablet.pick(*picked)
    next_page = tablet.page.html
    tablet.do("skip")  # the sound
    tablet.do("skip")  # one by one, or as a talk
    tablet.pick("evening")
    while "Shall we ask you how things are?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("dont_ask")
    tablet.do("send")
    tablet.pick("self")
    world.go_to(f"{MONDAY} 11:00")

    assert ('data-size="xlarge"' in next_page, 'class="picture"' in next_page) == (True, False)
    assert "How was my morning?" not in tablet.open("/tablet/my-page")
    page = Desk(world, "lena").open("/staff/handover")
    for words in (
        "Their pages: Very big words and no pictures.", "Ask me in the: evening. NEW",
        "Ana set this on their own.", "Ana said: Do not ask me.",
    ):  # fmt: skip
        assert words in page, words
    world.go_to("2026-10-20 12:00")
    assert "How was my morning?" not in tablet.open("/tablet/my-page")
    world.go_to("2026-10-20 18:01")
    assert "How was my morning?" in tablet.open("/tablet/my-page")
    titles = [one.title for one in alerts(world)]
    assert titles.count("Ana changed how they want things.") == 1


def test_evening_twice_is_one_change_and_morning_again_is_as_it_was_agreed(
    world: World, tablet: Tablet
):
    world.go_to(f"{MONDAY} 14:00")
    agreed = mornings(world)
    seen = []
    for time in ("evening", "evening", "morning"):
        begins_again(world)
        says(tablet, time)
        seen.append(mornings(world))

    assert [one[11:] for one in agreed] == ["10:30"] * len(agreed)
    assert [[one[11:] for one in days] for days in seen[:2]] == [["18:00"] * len(seen[0])] * 2
    assert seen[2] == agreed
    changes = kept(world, RecordRow, kind="how_asked_changed", by=f"person:{world.cast.ana}")
    assert [one.what for one in changes] == ['{"time":"evening"}', '{"time":"morning"}']
    assert [one.title for one in alerts(world)].count("Ana changed how they want things.") == 1


def test_it_is_asked_as_before_while_nothing_is_sent(world: World, tablet: Tablet):
    world.go_to(f"{MONDAY} 14:00")
    before = mornings(world)
    begins_again(world)
    tablet.begin("How I like to answer")
    while "When is a good time to ask you?" not in tablet.words:
        tablet.do("skip")
    tablet.pick("evening")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))

    assert mornings(world) == before
