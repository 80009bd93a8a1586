"""The conversations kept in flows/tests go today as they went when somebody read and kept them."""

import shutil

import pytest
from click.testing import CliRunner

from checkin.commands import play as commands
from checkin.commands.play import example_person, play
from checkin.conversation.saying.pressing import NotShownError
from checkin.conversation.saying.transcript import Rehearsal, followed
from checkin.conversation.talking.facts import PrivateWordGiven
from checkin.conversation.talking.manner import MANNERS
from checkin.paths import FLOWS
from tests.unit.talking.conversations import all_shipped, flow_of, library, shipped

KEPT = sorted((FLOWS / "tests").glob("*.txt"))


def rehearsal(flow, channel):
    return Rehearsal(flow, MANNERS[channel], library().frame, example_person(library()))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_kept_conversation_goes_as_it_went(path):
    name, channel = path.stem.rsplit(".", 1)
    kept = path.read_text("utf-8")
    assert rehearsal(shipped(name), channel).again(kept) == kept


def test_every_flow_that_ships_has_one_for_each_of_its_channels():
    ships = {f"{flow.flow}.{channel}" for flow in all_shipped() for channel in flow.channels}
    assert {path.stem for path in KEPT} == ships


SEAT = """\
flow: my_seat
title: My seat
purpose: Where I sit.
agreed_with: Nobody yet.
language: en-GB
channels: [tablet]
seen_by: [keyworker]
steps:
  seat: {own_words: Where do you sit?, symbol: nav.my_words}
  at: {time: When do you sit down?, symbol: time.clock, choices: {t8: {label: At eight, symbol: time.clock}}}
"""
DRY = {"dry": {"ask": "Dry?", "choices": {"a": {"label": "Dry"}, "b": {"label": "Wet"}}}}


@pytest.mark.parametrize(
    "line", ["[Rain]", "[Dry] [Rain]", "Dry", "3", "[Send it]", "[Change it] [Dry?]"]
)
def test_only_what_is_shown_can_be_pressed(line):
    with pytest.raises(NotShownError, match=r"line 3: .* There are: \[Dry\], \[Wet\], \[Back\]"):
        rehearsal(flow_of(DRY), "tablet").again(f"# Dev\nPERSON> [Start]\nPERSON> {line}\n")


def test_stop_alone_says_what_to_write_beside_it():
    with pytest.raises(NotShownError) as told:
        rehearsal(flow_of(DRY), "tablet").again("# Dev\nPERSON> [Start]\nPERSON> [Stop]\n")

    assert str(told.value) == (
        "line 3: '[Stop]' asks what then. Write it on the same line: "
        "[Stop] [Carry on later], [Stop] [Finish and send], [Stop] [Throw away]."
    )


def test_each_button_is_named_once_with_what_follows_it():
    with pytest.raises(NotShownError) as told:
        rehearsal(flow_of(DRY), "tablet").again("# Dev\nPERSON> [Start]\nPERSON> [Rain]\n")

    shown = str(told.value).partition("There are: ")[2].rstrip(".").split(", ")
    assert len(shown) == len(set(shown)) == 9
    assert "[Stop] [Throw away]" in shown


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ({"own_words": "What else?"}, 'Write words "in quotes".'),
        ({"private_word": "Pick a word."}, 'Write words "in quotes".'),
        ({"time": "When?", "choices": {"t8": {"label": "Eight"}}}, "Write a time like this: [10:30]."),
        (DRY["dry"], ""),
    ],
)  # fmt: skip
def test_what_no_button_says_is_said_with_how_to_write_it(step, says):
    with pytest.raises(NotShownError) as told:
        rehearsal(flow_of({"it": step}), "tablet").again("# Dev\nPERSON> [Start]\nPERSON> a seat\n")

    assert str(told.value).endswith(says or "[Stop] [Throw away].")


def test_a_choice_may_be_pressed_by_its_place():
    told = rehearsal(flow_of(DRY), "tablet").again(
        "# Dev\nPERSON> [Start]\nPERSON> 2\nPERSON> [Send it]\n"
    )
    assert "! sent dry=b" in told


def test_a_time_may_be_picked_in_a_story():
    flow = flow_of({"when": {"time": "When?", "choices": {"t8": {"label": "Eight"}}}})
    told = rehearsal(flow, "tablet").again(
        "# Dev\nPERSON> [Start]\nPERSON> [07:15]\nPERSON> [Send it]\n"
    )
    assert "! sent when=07:15" in told


def test_a_key_that_is_not_there_is_heard_as_words():
    told = rehearsal(flow_of(DRY), "call").again("# Dev\nPERSON> 7\nPERSON> 1\n")
    assert "APP> I did not get that." in told
    assert "! sent dry=a" in told


def test_a_flow_may_have_words_of_its_own_for_a_call():
    flow = flow_of({"dry": {**DRY["dry"], "call": "Is it dry where you are?"}})
    assert "APP> Is it dry where you are?" in rehearsal(flow, "call").again("# Dev\n")


def test_what_is_said_before_a_story_begins_is_told_and_not_lost():
    with pytest.raises(NotShownError, match="line 1: say first which story this is"):
        rehearsal(flow_of(DRY), "text").again("PERSON> hello\n")


def test_a_private_word_stands_in_no_transcript():
    flow = flow_of({"word": {"private_word": "Pick a word."}})
    told = rehearsal(flow, "tablet").again('# Dev\nPERSON> [Start]\nPERSON> "pear"\n')
    assert "! private word (word)" in told
    assert followed(PrivateWordGiven("word", "pear")) == "private word (word)"


# The two commands ---------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """Copy the flows that ship, to be changed."""
    return shutil.copytree(FLOWS, tmp_path / "flows")


def run(command, *words, typed=""):
    return CliRunner().invoke(command, [str(word) for word in words], input=typed)


def test_the_kept_conversations_are_played_again():
    result = run(commands.test)
    assert result.exit_code == 0
    assert result.output.count(": as written") == len(KEPT)
    assert run(commands.test, "group_day").output.count("group_day") == 3


def test_a_flow_that_goes_another_way_is_shown_and_may_be_written_down(folder):
    daily = folder / "my_morning_daily.yaml"
    daily.write_text(
        daily.read_text("utf-8").replace("How was your morning?", "How did it go?"), "utf-8"
    )
    story = folder / "tests" / "my_morning_daily.tablet.txt"
    story.write_text(
        story.read_text("utf-8").partition("# Ana says not now")[0].rstrip() + "\n", "utf-8"
    )

    shown = run(commands.test, "my_morning_daily", "--folder", folder)
    assert shown.exit_code == 1
    assert "+APP> How did it go?" in shown.output

    assert (
        "written down"
        in run(commands.test, "my_morning_daily", "--folder", folder, "--update").output
    )
    assert run(commands.test, "my_morning_daily", "--folder", folder).exit_code == 0


def test_a_story_that_presses_what_is_gone_says_where(folder):
    story = folder / "tests" / "my_morning_daily.tablet.txt"
    story.write_text("# Ana\nPERSON> [Start]\nPERSON> [Great]\n", "utf-8")
    result = run(commands.test, "--folder", folder)
    assert result.exit_code == 1
    assert "my_morning_daily.tablet.txt, line 3: '[Great]' cannot be pressed here." in result.output


def test_one_that_cannot_be_played_holds_up_no_other_and_is_not_written_away(folder):
    (folder / "tests" / "a_flow_of_no_file.tablet.txt").write_text("# Ana\n", "utf-8")
    (folder / "tests" / "group_day.letter.txt").write_text("# Ana\n", "utf-8")
    story = folder / "tests" / "group_day.call.txt"
    story.write_text("PERSON> 1\n", "utf-8")
    for more in ((), ("--update",)):
        result = run(commands.test, "--folder", folder, *more)

        assert result.exit_code == 1
        assert "group_day.call.txt, line 1: say first which story this is" in result.output
        assert "group_day.letter.txt: 'letter' is none of tablet, text, call." in result.output
        assert "a_flow_of_no_file.tablet.txt: There is no flow" in result.output
        assert result.output.count(": as written") == len(KEPT) - 1


def test_a_flow_is_tried_by_its_file_as_by_its_name(folder):
    file = folder / "my_bus.yaml"
    daily = (folder / "my_morning_daily.yaml").read_text("utf-8")
    file.write_text(daily.replace("flow: my_morning_daily", "flow: my_bus"), "utf-8")
    (folder / "tests" / "my_bus.tablet.txt").write_text("# Ana\n", "utf-8")

    assert "written down" in run(commands.test, file, "--update").output
    assert run(commands.test, file).output == "my_bus.tablet.txt: as written\n"
    typed = "[Start]\n[Good]\n2\n[Noise]\n[Send it]\n[I did it on my own]\n"
    assert "! done self" in run(play, file, typed=typed).output
    assert "There is no flow" in run(play, folder / "gone.yaml").output


def test_a_story_without_a_name_is_not_written_away(folder):
    story = folder / "tests" / "my_morning_daily.tablet.txt"
    story.write_text("PERSON> [Start]\n", "utf-8")
    assert run(commands.test, "--folder", folder, "--update").exit_code == 1
    assert story.read_text("utf-8") == "PERSON> [Start]\n"


def test_a_flow_without_a_kept_conversation_says_how_to_begin_one(folder):
    (folder / "tests" / "my_morning_daily.tablet.txt").unlink()
    result = run(commands.test, "my_morning_daily", "--folder", folder, "--update")
    assert result.exit_code == 1
    assert "Write tests/my_morning_daily.tablet.txt beside the flows:" in result.output


def test_a_conversation_can_be_held_in_a_terminal():
    typed = "[Start]\n[Great]\n[Good]\n2\n[Noise]\n[Send it]\n[I did it on my own]\n"
    result = run(play, "my_morning_daily", typed=typed)
    assert result.exit_code == 0
    assert "'[Great]' cannot be pressed here." in result.output
    assert "! sent daily_how=good, daily_kept=some, daily_diff=noise" in result.output
    assert "! done self" in result.output


def test_what_to_type_is_said_where_nothing_can_be_pressed_for_it(folder):
    (folder / "my_seat.yaml").write_text(SEAT, "utf-8")
    typed = '[Start]\n"a seat"\n[10:30]\n[Send it]\n[I did it on my own]\n'
    result = run(play, folder / "my_seat.yaml", typed=typed)

    assert result.output.count('(Write words "in quotes".)') == 1
    assert result.output.count("(Write a time like this: [10:30].)") == 1
    assert "! sent seat=own words, at=10:30" in result.output


def test_a_text_conversation_can_be_held_in_a_terminal():
    result = run(play, "group_day", "--as", "text", typed="not going\n")
    assert "! mark not going today (going)" in result.output


def test_a_flow_that_is_not_there_is_told_with_those_that_are(folder):
    result = run(play, "my_mornin", "--folder", folder)
    assert (
        "There is no flow 'my_mornin' to play. There are: did_it_work, getting_ready"
        in result.output
    )
    assert "There is no flow 'travel_texts' to play." in run(play, "travel_texts").output


def test_a_broken_flow_is_told_with_its_faults(folder):
    (folder / "group_day.yaml").write_text("flow: group_day\n", "utf-8")
    result = run(play, "group_day", "--folder", folder)
    assert result.exit_code == 1
    assert "group_day.yaml" in result.output
    assert "[F1" in result.output
