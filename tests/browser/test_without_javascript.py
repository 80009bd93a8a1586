"""Everything works where no script runs (screens.md 41)."""

import io
import wave
from pathlib import Path

import pytest
from PIL import Image

from checkin.storage import answers, check_ins
from tests.browser.conftest import Take
from tests.browser.tablet import Hands, Lounge


@pytest.fixture
def plain(take: Take) -> Hands:
    """Dev's phone with scripts off."""
    return take(java_script_enabled=False)


def heading(hands: Hands) -> str:
    """Return what the page says first."""
    return hands.page.get_by_role("heading", level=1).inner_text()


def test_a_whole_week_is_told(plain: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, asked=False)
    page = plain.open(check_in)

    plain.press("Start")
    page.get_by_label("Not good", exact=True).check()
    plain.press("My words")
    plain.press("Write")
    page.get_by_role("textbox").fill("It was LOUD  on the bus :(")
    plain.press("Keep it")
    assert page.get_by_label("Not good").is_checked()
    plain.press("Next")
    page.get_by_label("Going out", exact=True).check()
    plain.press("More")
    page.get_by_label("My health", exact=True).check()
    plain.press("Next")
    while lounge.now_asked(check_in).stage == "steps":
        plain.press("Skip this")
    assert heading(plain) == "Here is what you said."
    assert "It was LOUD  on the bus :(" in (page.locator(".own-words").first.text_content() or "")
    plain.press("Send it")
    page.get_by_label("Someone helped me", exact=True).check()
    plain.press("Next")
    plain.press("Marcus")

    assert heading(plain) == "Thank you."
    with lounge.app.app_context():
        row = check_ins.check_in(check_in)
        sent = {one.step: one for one in answers.sent_answers_of(check_in)}
        assert row is not None
        assert (row.done, row.helper) == ("helped", "Marcus")
        assert sent["week"].choices == ["not_good"]
        assert sent["week"].words == "It was LOUD  on the bus :("
        assert sent["bad_bits"].choices == ["out", "health"]
        assert sent["important"].silence == "skipped"


def test_an_answer_is_changed_from_the_read_back(plain: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, "group_day")
    while lounge.answer(check_in).stage == "steps":
        pass
    page = plain.open(check_in)

    plain.press("Change")
    page.locator("label.answer:visible").first.click()
    plain.press("Next")

    assert heading(plain) == "Here is what you said."
    assert "Skipped" not in page.locator(".review > li").first.inner_text()


def test_a_morning_is_put_in_order_by_taps(plain: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, "my_morning")
    lounge.answer(check_in)
    page = plain.open(check_in)

    plain.press("Shower")
    plain.press("Breakfast")
    plain.press("Tablets")
    plain.press("Breakfast")  # out again
    assert page.locator(".answer", has_text="Tablets").locator(".mark").inner_text().endswith("2")
    plain.press("Next")
    plain.press("Back")

    given = lounge.now_asked(check_in).given
    assert given is not None
    assert given.choices == ("shower", "tablets")
    plain.press("Shower")
    plain.press("Tablets")
    assert page.locator(".answer.picked").count() == 0


def test_another_time_is_picked_by_large_buttons(plain: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, "my_morning")
    page = plain.open(check_in)
    plain.press("More")
    page.get_by_label("Another time", exact=True).check()
    plain.press("Next")

    plain.press("1 hour later")
    plain.press("A bit earlier")
    plain.press("This time")
    plain.press("Back")

    given = lounge.now_asked(check_in).given
    assert given is not None
    assert given.choices == ("08:45",)
    assert "08:45" in page.locator("main").inner_text()
    plain.press("Next")
    assert lounge.now_asked(check_in).number == 2


def test_a_photo_and_a_voice_note_are_kept(plain: Hands, lounge: Lounge, tmp_path: Path) -> None:
    check_in = lounge.begin(lounge.cast.dev, "tell_someone")
    lounge.answer(check_in)
    lounge.answer(check_in)
    page = plain.open(check_in)

    plain.press("Photo")
    page.locator("input[type=file]").set_input_files(_photo(tmp_path))
    plain.press("Keep it")
    plain.press("Back")
    assert page.get_by_alt_text("The photo you gave").count() == 1
    plain.press("Talk")
    page.locator("input[type=file]").set_input_files(_sound(tmp_path))
    plain.press("Keep it")
    plain.press("Back")

    given = lounge.now_asked(check_in).given
    assert given is not None
    assert len(given.media) == 2
    assert page.get_by_role("link", name="Hear it").count() == 1


def test_a_file_that_is_no_photo_is_refused_kindly(
    plain: Hands, lounge: Lounge, tmp_path: Path
) -> None:
    check_in = lounge.begin(lounge.cast.dev, "tell_someone")
    lounge.answer(check_in)
    lounge.answer(check_in)
    page = plain.open(check_in, "/own-words?way=photo")
    no_photo = tmp_path / "photo.jpg"
    no_photo.write_bytes(b"no photo at all")

    page.locator("input[type=file]").set_input_files(no_photo)
    plain.press("Keep it")

    assert "It is not your fault." in page.locator("[role=alert]").inner_text()


def test_stop_throw_away_and_not_now_work(plain: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev)
    plain.open(check_in)
    plain.press("Stop")
    plain.press("Throw away")
    assert heading(plain).startswith("Throw your answers away?")
    plain.press("Throw away")
    assert heading(plain) == "OK. It is gone."

    plain.open(lounge.begin(lounge.cast.dev, asked=False))
    plain.press("Not now")
    plain.press("Later today")
    assert heading(plain) == "OK."


def test_what_was_sent_is_taken_back_until_it_was_read(plain: Hands, lounge: Lounge) -> None:
    check_in = lounge.begin(lounge.cast.dev, "group_day")
    page = plain.open(check_in)
    page.locator("label.answer").first.click()
    plain.press("Next")
    while lounge.now_asked(check_in).stage == "steps":
        plain.press("Skip this")
    plain.press("Send it")
    plain.press("Skip this")

    plain.press("Take it back")

    assert heading(plain) == "OK. You took it back."


def _photo(folder: Path) -> Path:
    path = folder / "place.png"
    Image.new("RGB", (40, 30), "#8fd3c8").save(path)
    return path


def _sound(folder: Path) -> Path:
    path, sound = folder / "voice.wav", io.BytesIO()
    with wave.open(sound, "wb") as note:
        note.setnchannels(1)
        note.setsampwidth(2)
        note.setframerate(8000)
        note.writeframes(b"\0\0" * 800)
    path.write_bytes(sound.getvalue())
    return path
