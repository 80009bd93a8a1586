"""Things that happen in the two weeks of scenarios.md, for the staff pages to show."""

import io
import wave
from contextlib import suppress

from checkin import clock
from checkin.actions.hear_text import hear_text
from checkin.actions.keep_media import keep_media
from checkin.actions.say_to_person import (
    NotForThemError,
    Saying,
    how_they_read,
    in_words,
    say_to_person,
)
from checkin.actions.take_answer import take_answer
from checkin.actions.words_to_person import answer_words
from checkin.agreements.seen import StaffMember
from checkin.conversation.talking.said import Back, DidIt, OwnWordsGiven, Picked, Reply, Send, Start
from checkin.storage import (
    alerts,
    check_ins,
    loops,
    people,
    which_alerts,
    which_check_ins,
    words_of_staff,
)
from checkin.storage.staff import houses_of
from checkin.storage.tables import AlertRow, CheckInRow, LoopRow, Staff, db
from tests.conftest import World

DEVS_PHONE = "+447700900001"


def dev_texts(world: World, moment: str, words: str) -> None:
    """Dev's text arrives."""
    world.go_to(moment)
    with world.app.app_context():
        hear_text(f"SM-{moment}-{words[:8]}", DEVS_PHONE, words, clock.now())


def dev_does_not_arrive(world: World) -> str:
    """D11 to D14: Dev left, and his phone is dead. Return the alert's id."""
    dev_texts(world, "2026-10-22 09:16", "OK")
    world.go_to("2026-10-22 10:20:20")
    return the_alert(world, "missed_checkin", "arrive").id


def the_alert(world: World, kind: str, words: str = "") -> AlertRow:
    """Return the latest alert of a kind."""
    with world.app.app_context():
        rows = which_alerts.alerts_of_houses([world.cast.house], ("open", "claimed", "closed"))
        return next(row for row in rows if row.kind == kind and words in row.title)


def alert_now(world: World, alert_id: str) -> AlertRow:
    """Return an alert as it is now."""
    with world.app.app_context():
        found = alerts.alert(alert_id)
        assert found
        return found


def dev_asks_for_the_cafe(world: World) -> str:
    """Dev texts what he would like; return the loop's id."""
    dev_texts(world, "2026-10-22 08:20", "hi can i go cafe sat after")
    with world.app.app_context():
        return db.session.query(LoopRow).one().id


def loop_now(world: World, loop_id: str) -> LoopRow:
    """Return a loop as it is kept."""
    with world.app.app_context():
        found = loops.loop(loop_id)
        assert found
        return found


def check_in_of(world: World, person_id: str, moment: str, key: str) -> CheckInRow:
    """Return a person's check-in by its agreed time, such as "2026-10-22T10:00"."""
    with world.app.app_context():
        rows = which_check_ins.check_ins_of(
            person_id, clock.now().replace(year=2020), clock.now().replace(year=2030)
        )
        (found,) = [row for row in rows if row.local_slot == moment and row.key == key]
        return found


def ana_answers(world: World, moment: str, *replies: Reply) -> str:
    """Ana answers the question of her morning on the tablet. Return the check-in's id."""
    world.go_to(moment)
    with world.app.app_context():
        waiting = which_check_ins.waiting_for(world.cast.ana, clock.now())
        row = next(one for one in waiting if one.asks == "my_morning_daily")
        for reply in (Start(), *replies):
            take_answer(row.id, reply, clock.now())
        return row.id


def ana_changes_her_mind(world: World) -> str:
    """A04: Not good, Back, Good; Some of it; Too many voices."""
    return ana_answers(
        world, "2026-10-22 10:36",
        Picked(("not_good",)), Back(), Picked(("good",)), Picked(("some",)), Picked(("voices",)),
        Send(), DidIt("self"),
    )  # fmt: skip


def ana_speaks(world: World) -> str:
    """A05: Not good; Not today; in her own voice; No quiet time and Noise."""
    world.go_to("2026-10-22 10:40")
    with world.app.app_context():
        note = keep_media(world.cast.ana, None, "audio", six_seconds(), clock.now())
    return ana_answers(
        world, "2026-10-22 10:41",
        Picked(("not_good",)), Picked(("not_today",)), OwnWordsGiven(None, (note,)),
        Picked(("no_quiet", "noise")), Send(), DidIt("self"),
    )  # fmt: skip


def six_seconds() -> bytes:
    """Return a voice note: six seconds of sound."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(4000)
        sound.writeframes(bytes(128 for _ in range(24000)))
    return kept.getvalue()


def is_answered(check_in: str, by: str) -> None:
    """Whoever acts on it says something to them there, and they answer."""
    row = check_ins.the_check_in(check_in)
    one = db.session.get_one(Staff, by)
    viewer = StaffMember(by, frozenset(houses_of(by)))
    person = people.the_person(row.person_id)
    promised = in_words(person, how_they_read(row, viewer, clock.now()), clock.now())
    saying = Saying("I am here for you", "1" * 32, promised)
    with suppress(NotForThemError):
        say_to_person(person.id, check_in, one, viewer, saying, clock.now())
    for words in words_of_staff.said_in(check_in):
        answer_words(words.id, clock.now(), words="thank you i am glad")
