"""Staff read what Ana and Dev said, in their own words, and answer it."""

import io
import re
from datetime import timedelta

from PIL import Image

from checkin import clock
from checkin.actions.take_back import take_back
from checkin.conversation.talking.said import DidIt, Picked, Send
from checkin.storage import answers, check_ins, loops
from checkin.storage.tables import LoopRow
from tests.conftest import World, london
from tests.staff.conftest import Desk
from tests.staff.happenings import ana_answers, ana_changes_her_mind, ana_speaks, dev_texts


def test_the_conversation_is_told_as_ana_saw_it(world: World, marcus: Desk) -> None:
    check_in_id = ana_changes_her_mind(world)

    page = marcus.see(f"/staff/check-ins/{check_in_id}")

    in_order = ["How was your morning?", "Good", "Did staff keep to your plan?", "Some of it"]
    places = [page.index(words) for words in in_order]
    assert places == sorted(places)
    assert "Ana first said: <bdi>Not good</bdi>." in page
    assert "Ana answered on their own." in page


def test_once_opened_it_cannot_be_taken_back(world: World, marcus: Desk) -> None:
    check_in_id = ana_changes_her_mind(world)
    assert "New" in marcus.see(f"/staff/people/{world.cast.ana}")

    marcus.see(f"/staff/check-ins/{check_in_id}")

    with world.app.app_context():
        assert take_back(check_in_id, clock.now()) is False
        row = check_ins.the_check_in(check_in_id)
        assert row.seen_by == world.cast.marcus


def test_what_ana_took_back_is_not_shown(world: World, marcus: Desk) -> None:
    check_in_id = ana_changes_her_mind(world)
    with world.app.app_context():
        assert take_back(check_in_id, clock.now()) is True

    page = marcus.see(f"/staff/check-ins/{check_in_id}")

    assert "Ana took this back" in page
    assert "Too many voices" not in page


def test_what_others_pressed_is_never_shown_as_hers(world: World, marcus: Desk) -> None:
    check_in_id = ana_answers(
        world, "2026-10-22 10:45",
        Picked(("good",)), Picked(("all",)), Send(), DidIt("by_other", "Kim"),
    )  # fmt: skip

    page = marcus.see(f"/staff/check-ins/{check_in_id}")

    assert "Kim answered for Ana. Not Ana&#39;s own voice." in page
    assert 'class="pressed other"' in page


def test_marcus_types_what_he_hears_beside_anas_voice(world: World, marcus: Desk) -> None:
    """A06: the voice stays first; the typed words stand beneath, under his name."""
    check_in_id = ana_speaks(world)
    page = marcus.see(f"/staff/check-ins/{check_in_id}")
    player = re.search(r'<audio controls preload="none" src="([^"]+)"', page)
    form = re.search(r'action="(/staff/answers/\w+/typed)"', page)
    assert player
    assert form
    assert marcus.open(player[1]).mimetype == "audio/wav"

    marcus.press(form[1], words="hoover, too loud")

    after = marcus.see(f"/staff/check-ins/{check_in_id}")
    assert "typed by Marcus from Ana&#39;s voice" in after
    assert after.index("<audio") < after.index("hoover, too loud")
    with world.app.app_context():
        (spoken,) = [one for one in answers.sent_answers_of(check_in_id) if one.media]
        assert not spoken.words


def test_no_browser_keeps_anas_voice_or_her_face(world: World, marcus: Desk) -> None:
    """The next one at this computer cannot play it again; nothing between may keep it either."""
    said = marcus.see(f"/staff/check-ins/{ana_speaks(world)}")
    player = re.search(r'<audio controls preload="none" src="([^"]+)"', said)
    assert player
    face = f"/staff/people/{world.cast.ana}/photo"
    marcus.press(face, photo=(_a_face(), "ana.jpg"))

    for file in (player[1], face):
        answer = marcus.open(file)

        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"


def test_priya_decides_does_and_dev_is_told(world: World, priya: Desk) -> None:
    """D08 and D18: decided with an owner and a day, then done with something to see."""
    dev_texts(world, "2026-10-22 08:20", "hi can i go cafe sat after")
    loop = _the_loop(world)
    page = priya.see(f"/staff/people/{world.cast.dev}/said")
    assert "hi can i go cafe sat after" in page

    priya.press(
        f"/staff/loops/{loop.id}/decide",
        decision="do",
        we_did="The cafe is now one of your places.",
        owner=world.cast.marcus,
        due_on="2026-10-29",
    )
    priya.press(f"/staff/loops/{loop.id}/told", seen="1")
    decided = _the_loop(world)
    priya.press(f"/staff/loops/{loop.id}/done", words="It is in the plan.", seen="1")

    assert (decided.decision, decided.owner_id) == ("do", world.cast.marcus)
    assert decided.read_by == world.cast.priya
    assert str(decided.due_on) == "2026-10-29"
    assert decided.told_at
    assert decided.done_at is None
    done = _the_loop(world)
    assert done.done_how == "It is in the plan."
    assert done.words == "hi can i go cafe sat after"


def test_a_decision_says_something_in_easy_words(world: World, priya: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "hi can i go cafe sat after")
    loop = _the_loop(world)

    answer = priya.press(f"/staff/loops/{loop.id}/decide", decision="cannot", we_did=" ")

    assert answer.status_code == 400
    assert "Say it in easy words." in answer.text
    assert _the_loop(world).decided_at is None


def test_nothing_written_about_a_decision_is_lost_when_a_word_is_missing(
    world: World, priya: Desk
) -> None:
    dev_texts(world, "2026-10-22 08:05", "hi can i go cafe sat after")
    loop = _the_loop(world)

    answer = priya.press(
        f"/staff/loops/{loop.id}/decide",
        decision="do",
        we_did=" ",
        owner=world.cast.lena,
        due_on="31 October",
    )

    assert answer.status_code == 400
    assert f'id="we-{loop.id}-wrong">Say it in easy words.' in answer.text
    assert f'id="due-{loop.id}-wrong">Write the date as day, month and year.' in answer.text
    assert 'value="31 October"' in answer.text
    assert f'<option selected value="{world.cast.lena}">' in answer.text
    assert 'checked id="decision-' in answer.text


def test_a_promise_that_is_late_says_so_about_us(world: World, priya: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "hi can i go cafe sat after")
    priya.press(
        f"/staff/loops/{_the_loop(world).id}/decide",
        decision="do",
        we_did="We will ask the cafe.",
        due_on="2026-10-29",
    )
    said = f"/staff/people/{world.cast.dev}/said"
    assert "Late:" not in priya.see(said)

    clock.stop_at(london("2026-10-30 09:00"))

    assert "Late: this was to be done by Thu 29 Oct." in priya.see(said)


def test_what_dev_said_in_a_talk_is_kept_in_his_words(world: World, priya: Desk) -> None:
    """D37: "too many texts. they buzz in my pocket at art"."""
    priya.press(
        f"/staff/people/{world.cast.dev}/said",
        words="too many texts. they buzz in my pocket at art",
    )

    loop = _the_loop(world)
    assert loop.words == "too many texts. they buzz in my pocket at art"
    assert loop.read_by == world.cast.priya


def _a_face() -> io.BytesIO:
    kept = io.BytesIO()
    Image.new("RGB", (64, 64), "navy").save(kept, "JPEG", comment=b"taken at home")
    kept.seek(0)
    return kept


def test_a_photo_of_ana_is_made_clean_and_shown(world: World, priya: Desk) -> None:
    page = f"/staff/people/{world.cast.ana}"

    answer = priya.press(f"{page}/photo", photo=(_a_face(), "ana.jpg"))

    shown = priya.open(f"{page}/photo")
    assert answer.status_code == 302
    assert shown.mimetype == "image/webp"
    assert b"taken at home" not in shown.data
    assert f'src="{page}/photo"' in priya.see(page)


def test_a_file_that_is_no_photo_is_refused_with_advice(world: World, priya: Desk) -> None:
    answer = priya.press(
        f"/staff/people/{world.cast.ana}/photo", photo=(io.BytesIO(b"<svg/>"), "ana.jpg")
    )

    assert answer.status_code == 400
    assert "Please pick a JPEG, PNG or WebP photo." in answer.text


def _the_loop(world: World) -> LoopRow:
    with world.app.app_context():
        return loops.loops_of(world.cast.dev)[0]


def test_the_same_words_of_a_talk_sent_twice_are_one(world: World, priya: Desk) -> None:
    address = f"/staff/people/{world.cast.dev}/said"
    priya.press(address, words="I want to go swimming")

    again = priya.press(address, words="I want to go swimming")

    assert "This is kept already." in again.text
    with world.app.app_context():
        assert len(loops.loops_of(world.cast.dev)) == 1
    clock.stop_at(clock.now() + timedelta(minutes=2))
    assert priya.press(address, words="I want to go swimming").status_code == 302
