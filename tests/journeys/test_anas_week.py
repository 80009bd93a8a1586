"""Ana's week, from 9 November 2026: a shared tablet with drawings and sound; she does not read.

Each test is one happening of the week, in order, in one world (scenarios.md D.2).
"""

import io
import wave

import pytest

from checkin.actions.keep_media import media_path
from checkin.storage.tables import AlertRow, AnswerRow, CheckInRow, LoopRow, MediaRow, NoteRow
from tests.conftest import World, london
from tests.journeys.doors import MARCUS, Desk, Tablet
from tests.journeys.records import alerts, at, check_in, kept, steps

BEGINS = london("2026-11-08 09:00")  # the Sunday before
GROUP_DAYS = ("sat",)  # Dev stays at home this week

MORNING = "How was my morning?"


def voice(seconds: int) -> bytes:
    """Return a voice note of so many seconds, as a browser records it."""
    note = io.BytesIO()
    with wave.open(note, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80\x81" * (4000 * seconds))
    return note.getvalue()


@pytest.fixture
def tablet(story: World) -> Tablet:
    """The tablet in the lounge, at which Ana taps her photo."""
    return Tablet(story, story.cast.house_tablet, story.cast.ana)


def morning_of(world: World, day: str) -> CheckInRow:
    """Return Ana's daily check of a day."""
    return check_in(world, world.cast.ana, f"{day}T10:30", "daily")


def sent_in(world: World, row: CheckInRow) -> dict[str, list[str]]:
    """Return what was sent in a check-in: the choices by question."""
    answers = kept(world, AnswerRow, check_in_id=row.id)
    return {one.step: one.choices for one in answers if one.sent_at}


def test_silence_in_her_window_is_missed_and_raises_no_alert(story: World):
    story.go_to("2026-11-08 13:30:00")
    assert morning_of(story, "2026-11-08").state == "asked"
    story.go_to("2026-11-08 14:00")

    quiet = morning_of(story, "2026-11-08")
    assert (quiet.state, at(quiet.missed_at)) == ("missed", "Sun 13:30:01")
    assert [one for one in kept(story, AlertRow) if one.person_id == story.cast.ana] == []


def test_a02_in_her_quiet_time_nothing_sounds_and_nothing_is_asked(story: World, tablet: Tablet):
    for moment in ("08:30:00", "08:34:59"):
        story.go_to(f"2026-11-09 {moment}")
        tablet.open("/tablet/my-page")
        assert "It is quiet time until 08:35." in tablet.words
        assert not tablet.sounds
        tablet.follow("Help")
        assert not tablet.sounds

    story.go_to("2026-11-09 08:35:00")
    tablet.open("/tablet/my-page")
    assert "quiet time" not in tablet.words
    assert tablet.sounds


def test_a03_a_good_morning_takes_five_taps(story: World, tablet: Tablet):
    story.go_to("2026-11-09 10:34")
    tablet.begin(MORNING)
    assert tablet.sounds
    tablet.pick("good")
    tablet.pick("all")
    story.go_to("2026-11-09 10:35")
    tablet.do("send")
    tablet.pick("self")

    assert tablet.taps <= 5
    morning = morning_of(story, "2026-11-09")
    assert (morning.state, morning.done) == ("answered", "self")
    assert at(morning.asked_at) == "Mon 10:30:00"
    assert at(morning.sent_at) == "Mon 10:35:00"
    assert sent_in(story, morning) == {"daily_how": ["good"], "daily_kept": ["all"]}
    assert alerts(story) == []


def test_a04_later_today_is_later_today_and_a_changed_mind_is_kept(story: World, tablet: Tablet):
    story.go_to("2026-11-10 10:36")
    tablet.open("/tablet/my-page")
    tablet.follow(MORNING)
    tablet.follow("Not now")
    tablet.press("/not-now", ("choice", "later_today"))
    assert "We will ask you later." in tablet.words
    assert at(morning_of(story, "2026-11-10").next_at) == "Tue 13:00:00"

    story.go_to("2026-11-10 13:05")
    tablet.begin(MORNING)
    tablet.pick("not_good")
    tablet.do("back")
    tablet.pick("good")
    tablet.pick("some")
    tablet.pick("voices")
    story.go_to("2026-11-10 13:06")
    tablet.do("send")
    tablet.pick("self")

    morning = morning_of(story, "2026-11-10")
    assert (morning.state, at(morning.sent_at)) == ("answered", "Tue 13:06:00")
    assert sent_in(story, morning) == {
        "daily_how": ["good"], "daily_kept": ["some"], "daily_diff": ["voices"],
    }  # fmt: skip
    given = kept(story, AnswerRow, check_in_id=morning.id, step="daily_how", sent_at=None)
    assert [one.choices for one in sorted(given, key=lambda one: one.number)] == [
        ["not_good"], ["good"],
    ]  # fmt: skip
    assert alerts(story) == []


def test_a05_the_second_time_the_plan_was_not_kept_marcus_must_look(story: World, tablet: Tablet):
    story.go_to("2026-11-11 10:40")
    tablet.begin(MORNING)
    tablet.pick("not_good")
    tablet.pick("not_today")
    tablet.say("no_quiet", "noise", sound=(io.BytesIO(voice(6)), "voice.wav"))
    tablet.pick("no_quiet", "noise")
    story.go_to("2026-11-11 10:41")
    tablet.do("send")
    tablet.pick("self")
    story.go_to("2026-11-11 10:42")

    assert "You told us 2 times." in tablet.words
    assert "We will look at your morning plan. Marcus will talk to you by Thursday." in tablet.words
    (not_kept,) = alerts(story)
    assert at(not_kept.opened_at) <= "Wed 10:42:00"
    assert (not_kept.kind, not_kept.level, not_kept.about) == ("plan_not_kept", "today", "service")
    assert not_kept.title == ("The morning plan was not kept: Tuesday some, Wednesday not today.")
    (told,) = story.sent
    assert (told.number, told.channel) == (MARCUS, "text")
    assert not_kept.title in told.body

    Desk(story, "jo").open(f"/staff/check-ins/{morning_of(story, '2026-11-11').id}")
    assert "Marcus will talk to you by Thursday. Jo has read it." in tablet.open(tablet.at)


def test_a05_her_voice_is_kept_as_her_words_and_opens_a_loop(story: World, tablet: Tablet):
    (note,) = kept(story, MediaRow)
    with story.app.app_context():
        assert media_path(note.id).read_bytes() == voice(6)
    with tablet.client.get(f"/tablet/media/{note.id}") as played:
        assert played.data == voice(6)
    morning = morning_of(story, "2026-11-11")
    (different,) = (
        one
        for one in kept(story, AnswerRow, check_in_id=morning.id, step="daily_diff")
        if one.sent_at
    )
    assert (different.choices, different.media, different.words) == (
        ["no_quiet", "noise"], [note.id], None,
    )  # fmt: skip
    (raised,) = kept(story, LoopRow)
    assert (raised.media_id, at(raised.raised_at)) == (note.id, "Wed 10:41:00")


def test_a06_marcus_takes_it_and_types_what_he_hears_beside_her_voice(story: World):
    story.go_to("2026-11-11 11:20")
    marcus = Desk(story, "marcus")
    marcus.take("The morning plan was not kept")
    marcus.follow("What Ana sent")
    marcus.press("/typed", words="hoover, too loud")

    assert "hoover, too loud typed by Marcus from Ana's voice, 11:20" in marcus.words
    page = marcus.page.html
    assert page.index("<audio") < page.index("hoover, too loud")
    (typed,) = kept(story, NoteRow)
    assert (typed.words, typed.staff_id) == ("hoover, too loud", story.cast.marcus)
    (not_kept,) = alerts(story)
    assert ("Wed 11:20:00", "taken", "Marcus has it.") in steps(story, not_kept)


def test_the_other_mornings_of_the_week_raise_nothing_more(story: World, tablet: Tablet):
    """A plan that is being seen to raises no second alert (thresholds.md T12)."""
    story.go_to("2026-11-12 10:33")
    tablet.begin(MORNING)
    tablet.pick("good")
    tablet.pick("some")
    tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    story.go_to("2026-11-12 11:00")

    assert len(alerts(story)) == 1
    assert "We will look at your morning plan." not in tablet.words
