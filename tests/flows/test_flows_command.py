"""What one types: `checkin flows check`, `schema` and `draw`."""

import json
import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner

from checkin.commands.flows import flows
from checkin.conversation.flows.schema import schema
from checkin.paths import FLOWS
from tests.flows.broken import GOOD
from tests.unit.flows.shipped import FLOW_FILES


def run(*words):
    return CliRunner().invoke(flows, [str(word) for word in words])


@pytest.fixture
def broken_file(tmp_path):
    path = tmp_path / "dev_day.yaml"
    path.write_text(GOOD.replace("symbol: life.group", "symbl: life.group"))
    return path


@pytest.fixture
def warned_file(tmp_path):
    path = tmp_path / "warned" / "dev_day.yaml"
    path.parent.mkdir()
    path.write_text(GOOD.replace("label: At home", "label: I stay at home"))
    return path


def test_the_flows_that_ship_are_clean():
    result = run("check")

    assert result.exit_code == 0, result.output
    assert f"{len(FLOW_FILES)} flows: 0 errors" in result.output
    for line in result.output.splitlines()[:-1]:
        assert "warning:" in line


def test_an_error_makes_the_exit_status_one(broken_file):
    result = run("check", broken_file)

    assert result.exit_code == 1
    assert f"{broken_file}:11:5: step 'going' has 'symbl'." in result.output
    assert "1 flow: 1 error, 0 warnings" in result.output


def test_a_warning_is_shown_and_changes_no_exit_status(warned_file):
    result = run("check", warned_file)

    assert result.exit_code == 0
    assert "14:24: warning: 'I stay at home' is 4 words." in result.output
    assert "1 flow: 0 errors, 1 warning" in result.output


def test_a_shared_file_is_checked_with_its_folder_and_not_as_a_flow():
    result = run("check", FLOWS / "scales.yaml", "--folder", FLOWS)

    assert result.exit_code == 0
    assert result.output == "0 flows: 0 errors, 0 warnings\n"


def test_faults_can_be_read_by_a_program(broken_file):
    result = run("check", "--format", "json", broken_file)

    (fault,) = json.loads(result.output)
    assert result.exit_code == 1
    assert fault["file"] == str(broken_file)
    assert (fault["line"], fault["column"], fault["code"]) == (11, 5, "F102")
    assert fault["severity"] == "error"


def test_faults_can_be_shown_beside_the_code(broken_file, warned_file):
    result = run("check", "--format", "github", broken_file, warned_file)

    first, second = result.output.splitlines()
    assert first.startswith(f"::error file={broken_file},line=11,col=5,title=F102::step 'going'")
    assert second.startswith(f"::warning file={warned_file},line=14,col=24,title=F503::")


def test_a_percent_sign_does_not_end_a_note_beside_the_code(tmp_path):
    path = tmp_path / "dev_day.yaml"
    path.write_text(GOOD.replace("label: At home", 'label: "100% of my\\nown home"'))

    result = run("check", "--format", "github", path)

    assert len(result.output.splitlines()) == 1
    assert "100%25 of my%0Aown home" in result.output


def test_a_person_who_sees_one_choice_at_a_time(warned_file):
    result = run("check", "--on-screen", 1, warned_file)

    assert result.exit_code == 0
    assert "[F509]" in result.output


def test_a_language_that_no_voice_here_speaks(tmp_path):
    path = tmp_path / "dev_day.yaml"
    path.write_text(GOOD.replace("en-GB", "tlh"))

    result = run("check", path)

    assert result.exit_code == 1
    assert "no voice here speaks 'tlh'" in result.output


def test_the_schema_is_printed_whole():
    assert json.loads(run("schema").output) == json.loads(json.dumps(schema()))


@pytest.mark.parametrize("path", FLOW_FILES, ids=lambda path: path.stem)
def test_every_flow_that_ships_can_be_drawn(path):
    result = run("draw", path.stem)

    picture = ET.fromstring(result.output)  # noqa: S314 - our own picture
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"


def test_a_drawing_has_a_box_a_step_and_an_arrow_between_them():
    picture = ET.fromstring(run("draw", "group_day").output)  # noqa: S314
    name = "{http://www.w3.org/2000/svg}"
    words = [text.text for text in picture.iter(f"{name}text")]

    assert len(list(picture.iter(f"{name}rect"))) == 10
    assert len([one for one in picture.iter(f"{name}path") if one.get("class") == "jump"]) == 1
    assert "How will you get there?" in words
    assert "after 'A different way'" in words


def test_a_flow_can_be_read_as_a_tree():
    lines = run("draw", "--text", "my_morning_daily").output.splitlines()

    assert lines[0] == "How was my morning? (my_morning_daily)"
    assert "  ( ) Some of it - notes 'plan not kept'" in lines
    assert "daily_diff: What was different? (only if daily_kept: some, not_today)" in lines


def test_a_loop_is_drawn_with_its_steps_inside():
    tree = run("draw", "--text", "did_it_work").output
    picture = run("draw", "did_it_work").output

    assert "\n  * better: How are things now?" in tree
    assert "once for each of: promises" in picture


def test_a_flow_that_is_not_there_is_told_with_those_that_are():
    result = run("draw", "group_dya")

    assert result.exit_code == 1
    assert "There is no flow 'group_dya'. There are: did_it_work," in result.output


def test_a_broken_flow_is_not_drawn_but_told(broken_file):
    result = run("draw", broken_file)

    assert result.exit_code == 1
    assert "[F102]" in result.output
