"""Marcus says something in the middle of Ana's morning, on her next page, and hears her answer."""

import io
import re

import pytest

from checkin.storage import record_check
from checkin.storage.tables import AnswerToStaffRow, CheckInRow, LoopRow, WordsOfStaffRow
from tests.conftest import World
from tests.journeys.doors import LENA, MARCUS, Desk, Tablet
from tests.journeys.records import alerts, kept
from tests.journeys.test_a_telling_is_of_its_sitting import (
    begin,
    next_one_taps_her_photo,
    of_her_own,
    signed_in,
)
from tests.staff.happenings import six_seconds

OUTSIDE = {"+447700900301", "+447700900302"}
HELLO = "I turned the radio off. Is it better?"
SAYS = f"Marcus says: {HELLO}"
YES = "yes it is quiet now"


@pytest.fixture
def morning(world: World, tablet: Tablet) -> Tablet:
    """Ana, at the second question of her morning."""
    world.go_to("2026-10-20 10:35")
    tablet.begin("How was my morning?")
    tablet.pick("ok")
    return tablet


def at_desk(tablet: Tablet, who: str = "marcus") -> Desk:
    """A member of staff, on the page of the check-in at which Ana is."""
    desk = Desk(tablet.world, who)
    desk.open(f"/staff/check-ins/{check_in_of(tablet)}")
    return desk


def check_in_of(tablet: Tablet) -> str:
    return tablet.at.split("/")[3]


def says(desk: Desk, words: str = HELLO) -> str:
    return desk.press("/say", words=words)


def read(tablet: Tablet) -> str:
    return tablet.press("/read")


def answer(tablet: Tablet, words: str = YES) -> str:
    tablet.follow("Answer Marcus")
    tablet.follow("Write")
    return tablet.press("", words=words)


def test_the_words_are_read_before_the_next_question(morning: Tablet):
    desk = at_desk(morning)
    assert "Ana sees this before the next question, or on their page." in desk.words
    assert "Ana has not had this on a page yet." in says(desk)

    before = morning.pick("not_today")
    after = read(morning)

    assert SAYS in before
    assert "What was different?" not in before
    assert "What was different?" in after
    assert "Ana had this on a page, and went on at 10:35." in desk.open(desk.at)
    (row,) = kept(morning.world, WordsOfStaffRow)
    assert row.before_step == "daily_diff"


def test_from_her_page_the_way_to_the_talk_is_there_while_she_is_in_it(morning: Tablet):
    desk = Desk(morning.world, "lena")
    desk.open(f"/staff/people/{morning.world.cast.ana}")
    desk.follow("Say something to Ana")
    says(desk)

    morning.pick("not_today")
    assert f"Lena says: {HELLO}" in morning.words
    read(morning)
    morning.pick("noise")
    morning.do("send")
    morning.pick("self")
    assert "Say something to Ana" not in desk.open(f"/staff/people/{morning.world.cast.ana}")


def test_who_may_not_read_her_week_has_no_way_into_it(tablet: Tablet):
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    tablet.pick("ok")
    ana = f"/staff/people/{tablet.world.cast.ana}"

    assert "Say something to Ana" in Desk(tablet.world, "priya").open(ana)
    assert "Say something to Ana" not in Desk(tablet.world, "lena").open(ana)


def test_they_wait_until_she_goes_on_and_are_read_once(morning: Tablet):
    says(at_desk(morning))
    morning.open(morning.at)
    page, at = morning.page, morning.at
    assert SAYS in morning.open(morning.at)

    read(morning)
    morning.page, morning.at = page, at
    read(morning)

    assert SAYS not in morning.words
    assert len(kept(morning.world, WordsOfStaffRow)) == 1


def test_what_ana_answers_comes_back_to_marcus(morning: Tablet):
    desk = at_desk(morning)
    says(desk)
    morning.pick("not_today")

    told = answer(morning)

    assert "Marcus will read this by 21:30." in told
    (task,) = alerts(morning.world, task=True)
    assert (task.title, task.for_staff) == ("Ana answered Marcus.", morning.world.cast.marcus)
    page = desk.open(desk.at)
    assert page.index(HELLO) < page.index("Ana answered Marcus, 10:35:") < page.index(YES)
    assert "What was different?" in morning.follow("Next")


def test_whoever_closes_the_work_that_shows_her_answer_has_read_it(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")
    answer(morning)
    marcus = Desk(morning.world, "marcus")
    marcus.take("Ana answered Marcus.")
    assert YES in marcus.words
    marcus.close("Done")

    (said,) = (one for one in kept(morning.world, LoopRow) if one.words == YES)
    assert said.read_by == morning.world.cast.marcus


def test_whoever_answers_her_on_that_page_answers_it_and_she_reads_who(morning: Tablet):
    world = morning.world
    of_her_own(world)
    lena = at_desk(morning, "lena")
    says(at_desk(morning))
    morning.pick("not_today")
    answer(morning)

    lena.open(lena.at)
    assert f'It answers this, and I have it then: "{YES}"' in lena.words
    says(lena, "Good. See you at 11.")
    before = len(world.sent)
    said = morning.open("/tablet/you-said")
    world.go_to("2026-10-23 10:35")

    (task,) = alerts(world, task=True)
    assert (task.state, task.outcome) == ("closed", "answered in words")
    assert "Lena answered you." in said
    assert "Nobody has read this yet." not in said
    assert not [one for one in world.sent[before:] if "answered Marcus" in one.body]


def test_both_stand_in_the_talk_so_far(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")
    answer(morning)

    morning.follow("Next")
    morning.follow("What we said so far")

    said = ["Did staff keep to your plan?", f"Marcus said: {HELLO}", YES]
    places = [morning.words.index(one) for one in said]
    assert places == sorted(places)


@pytest.mark.parametrize("words", ["yes thanks", "Thank you Marcus"])
def test_a_yes_comes_back_too_and_waits_for_no_decision(morning: Tablet, words: str):
    says(at_desk(morning))
    morning.pick("not_today")

    answer(morning, words)

    (task,) = alerts(morning.world, task=True)
    assert task.what == [f'Ana: "{words}"']
    assert not kept(morning.world, LoopRow)


def test_an_answer_that_is_pressed_twice_is_one(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")
    morning.follow("Answer Marcus")
    morning.follow("Write")
    page, at = morning.page, morning.at
    morning.press("", words=YES)
    morning.page, morning.at = page, at

    morning.press("", words=YES)

    assert [one.words for one in kept(morning.world, AnswerToStaffRow)] == [YES]
    assert len(kept(morning.world, LoopRow)) == 1


def test_she_answers_in_her_own_voice(morning: Tablet):
    desk = at_desk(morning)
    says(desk)
    morning.pick("not_today")
    morning.follow("Answer Marcus")
    morning.follow("Talk")

    morning.press("", sound=(io.BytesIO(six_seconds()), "ana.wav"))

    assert "Marcus will read this by 21:30." in morning.words
    desk.open(desk.at)
    (given,) = kept(morning.world, AnswerToStaffRow)
    assert f"/staff/media/{given.media_id}" in desk.page.html
    with desk.client.get(f"/staff/media/{given.media_id}") as heard:
        assert heard.status_code == 200


def test_that_somebody_hurts_her_is_heard_in_an_answer_too(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")

    answer(morning, "he hit me")

    assert ("someone_hurt", "now") in [(one.kind, one.level) for one in alerts(morning.world)]


def test_whoever_asked_and_is_named_hears_nothing_of_it(morning: Tablet):
    world = morning.world
    says(at_desk(morning))
    there = f"/staff/check-ins/{check_in_of(morning)}"
    morning.pick("not_today")
    answer(morning, "Marcus hit me")
    world.go_to("2026-10-20 11:00")

    assert MARCUS not in {one.number for one in world.sent if "Ana" in one.body}
    assert LENA in {one.number for one in world.sent}
    marcus = Desk(world, "marcus")
    for page in ("", "handover", f"people/{world.cast.ana}", f"people/{world.cast.ana}/said"):
        assert "hit me" not in marcus.open(f"/staff/{page}")
    assert "Begun, not finished yet." in marcus.open(there)
    assert HELLO in marcus.words
    assert "hit me" not in marcus.words


KEPT_SO = [
    ("marcus", "Marcus hit me"),
    ("priya", "yes but not with priya she hit me"),
    ("marcus", "yes but not with priya she hit me"),
    ("lena", "she hits me"),
]


def begun_as(world: World, who: str, check_in_id: str) -> tuple[str, ...]:
    """What one of staff has of it, without the tokens of the page."""
    desk = Desk(world, who)
    addresses = (f"people/{world.cast.ana}", f"check-ins/{check_in_id}", "", "handover")
    pages = (desk.open(f"/staff/{one}") for one in addresses)
    return tuple(re.sub(r"[\w.-]{32,}", "", one) for one in pages)


def apart(first: tuple[str, ...], then: tuple[str, ...]) -> list[str]:
    """The lines that are not on both."""
    pairs = zip(first, then, strict=True)
    return [
        line for one, other in pairs for line in set(one.splitlines()) ^ set(other.splitlines())
    ]


@pytest.mark.parametrize("answered_before", [False, True])
@pytest.mark.parametrize(("who", "words"), KEPT_SO)
def test_that_it_was_begun_stands_for_whom_an_answer_names(
    morning: Tablet, who: str, words: str, *, answered_before: bool
):
    world, there = morning.world, check_in_of(morning)
    says(at_desk(morning))
    morning.pick("not_today")
    answer(morning, "yes it is quiet now")
    morning.follow("Next")
    says(at_desk(morning), "Shall we go out?")
    morning.pick("noise")
    morning.press("/read")
    world.go_to("2026-10-20 10:40")
    before = begun_as(world, who, there)
    answer(before_words(morning, 0 if answered_before else 1), words)

    assert apart(begun_as(world, who, there), before) == []
    answer(before_words(morning, 1), "she always does")  # and the second
    assert apart(begun_as(world, who, there), before) == []


def before_words(tablet: Tablet, number: int) -> Tablet:
    """Ana, before the words that staff said so."""
    tablet.open(f"/tablet/words/{kept(tablet.world, WordsOfStaffRow)[number].id}")
    return tablet


def test_whoever_answered_so_reads_who_has_it_and_whoever_sits_down_next_nothing(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")
    told = answer(morning, "Lena hit me")
    there = morning.at

    next_one_taps_her_photo(morning)

    assert "Thank you." in told
    assert "Thank you." not in morning.open(there)


@pytest.mark.parametrize(("words", "who"), [
    ("Lena hit me", "Jo, Marcus and Priya will see this."),
    ("she hits me", "The advocacy service and the safeguarding lead will see this."),
])  # fmt: skip
def test_who_sees_the_questions_after_it_is_said_as_it_is_then(
    morning: Tablet, words: str, who: str
):
    says(at_desk(morning))
    check_in_id = check_in_of(morning)
    morning.pick("not_today")
    answer(morning, words)
    morning.follow("Next")

    assert "What was different?" in morning.words
    assert who in morning.words
    for name in ("priya", "marcus", "lena", "jo"):
        seen = Desk(morning.world, name).open(f"/staff/check-ins/{check_in_id}")
        assert (words in seen) == (name.capitalize() in who)


def test_where_nobody_can_tell_who_it_was_it_is_read_outside_first(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")
    answer(morning, "she hits me")
    morning.world.go_to("2026-10-20 10:50")

    assert {one.number for one in morning.world.sent if "Ana" in one.body} == OUTSIDE
    assert "hits me" not in Desk(morning.world, "marcus").words


def test_once_she_has_sent_it_the_words_wait_on_her_page(morning: Tablet):
    morning.pick("all")
    morning.do("send")
    morning.pick("self")
    desk = at_desk(morning)
    assert "This waits on Ana&#39;s page." in desk.page.html
    says(desk)

    card = morning.open("/tablet/my-page")
    said = morning.follow("Marcus says something to you.")
    read(morning)

    assert HELLO not in card
    assert SAYS in said
    assert "Marcus says something" not in morning.open("/tablet/my-page")


def test_reading_begins_nothing_that_is_to_come(world: World, tablet: Tablet):
    (row,) = kept(world, CheckInRow, local_slot="2026-10-20T10:30", key="daily")
    desk = Desk(world, "marcus")
    desk.open(f"/staff/check-ins/{row.id}")
    says(desk)

    tablet.open("/tablet/my-page")
    tablet.follow("Marcus says something to you.")
    read(tablet)

    (row,) = kept(world, CheckInRow, id=row.id)
    assert row.so_far is None
    assert "Hello Ana." in tablet.words


def test_dev_cannot_read_what_is_said_to_ana(morning: Tablet):
    says(at_desk(morning))
    (row,) = kept(morning.world, WordsOfStaffRow)
    dev = Tablet(morning.world, morning.world.cast.devs_phone)

    assert HELLO not in dev.open(f"/tablet/words/{row.id}")
    assert HELLO not in dev.open(f"/tablet/words/{row.id}/answer")


def test_beside_lena_who_may_not_read_her_week_nothing_of_it_is_said(tablet: Tablet):
    of_her_own(tablet.world)
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    says(at_desk(tablet))
    (row,) = kept(tablet.world, WordsOfStaffRow)

    beside = signed_in(tablet.world, "lena", tablet.world.cast.house_tablet)

    for address in ("/tablet/my-page", f"/tablet/words/{row.id}", tablet.at):
        assert "Marcus says" not in beside.open(address)
    assert "Marcus says" in tablet.open(tablet.at)


@pytest.fixture
def told(tablet: Tablet) -> str:
    """Ana told something, and keeps it from Priya. Return where."""
    left = begin(tablet, tablet.world.cast.priya)
    tablet.pick(tablet.world.cast.marcus)
    tablet.pick("listen")
    tablet.do("send")
    tablet.pick("self")
    return left


def test_words_in_a_telling_are_of_its_sitting(tablet: Tablet, told: str):
    desk = at_desk(tablet)
    assert "Ana sees this only while they still sit at the tablet where they told it." in desk.words
    says(desk)
    (row,) = kept(tablet.world, WordsOfStaffRow)

    in_her_sitting = tablet.open(told)
    next_one_taps_her_photo(tablet)
    in_the_next = [tablet.open(one) for one in ("/tablet/my-page", f"/tablet/words/{row.id}", told)]

    assert SAYS in in_her_sitting
    assert not any("Marcus says" in page for page in in_the_next)


def test_on_a_tablet_of_her_own_they_wait_for_her(tablet: Tablet, told: str):
    of_her_own(tablet.world)
    desk = at_desk(tablet)
    says(desk)

    tablet.open("/tablet/my-page")

    assert SAYS in tablet.follow("Marcus says something to you.")


def test_they_are_never_there_beside_priya_from_whom_it_is_kept(tablet: Tablet, told: str):
    of_her_own(tablet.world)
    says(at_desk(tablet))
    (row,) = kept(tablet.world, WordsOfStaffRow)

    beside = signed_in(tablet.world, "priya", tablet.world.cast.house_tablet)

    for address in ("/tablet/my-page", f"/tablet/words/{row.id}", told):
        assert "Marcus says" not in beside.open(address)


def test_priya_cannot_say_anything_there(tablet: Tablet, told: str):
    desk = at_desk(tablet)
    form = desk.page.forms
    priya = Desk(tablet.world, "priya")
    say = f"/staff/check-ins/{check_in_of(tablet)}/say"
    (fields,) = (one.fields for one in form.values() if one.action == say)
    token = next(iter(priya.page.forms.values())).fields["csrf_token"]

    answered = priya.client.post(
        say, data={**fields.to_dict(), "words": HELLO, "csrf_token": token}
    )

    assert answered.status_code == 404
    assert not kept(tablet.world, WordsOfStaffRow)


def test_what_was_taken_back_cannot_be_answered(morning: Tablet):
    morning.pick("all")
    morning.do("send")
    morning.pick("self")
    morning.press("/take-back")

    desk = at_desk(morning)

    assert "Ana took this back. You cannot answer in it." in desk.words
    assert not any(one.action.endswith("/say") for one in desk.page.forms.values())


def test_the_record_tells_of_it(morning: Tablet):
    says(at_desk(morning))
    morning.pick("not_today")
    answer(morning)

    with morning.world.app.app_context():
        assert list(record_check.faults()) == []
