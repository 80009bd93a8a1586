"""The folder of flows, read at the start and whenever somebody changes a file in it."""

import os
import shutil

import pytest

from checkin.actions.flow_folder import FlowFolder
from checkin.actions.read_flows import missing_flows, read_flows, read_shared, shown
from checkin.conversation.flows.library_files import FILES
from checkin.paths import FLOWS, SYMBOLS
from tests.flows.broken import GOOD, LIBRARY


@pytest.fixture
def folder(tmp_path):
    """A folder with the shared files and one flow, Dev's day."""
    for name in FILES:
        shutil.copy(FLOWS / name, tmp_path / name)
    (tmp_path / "dev_day.yaml").write_text(GOOD)
    return tmp_path


def change(path, text):
    path.write_text(text)
    later = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(later, later))


def test_the_flows_that_ship_are_read_by_their_ids():
    library, faults = read_shared(FLOWS, SYMBOLS)

    flows, found = read_flows(FLOWS, library)

    assert {"group_day", "what_matters", "my_morning_daily", "travel_texts"} <= flows.keys()
    assert [one for one in (*faults, *found) if one.is_error] == []


def test_a_broken_flow_keeps_its_last_good_version(folder):
    site = FlowFolder(folder, SYMBOLS)
    assert site.refresh()
    good = site.flows["dev_day"]

    change(folder / "dev_day.yaml", GOOD.replace("symbol: life.group", "symbl: life.group"))

    assert site.refresh()
    assert site.flows["dev_day"] == good
    assert [one.code for one in site.faults if one.is_error] == ["F102"]


def test_a_mended_flow_is_used_from_then_on(folder):
    site = FlowFolder(folder, SYMBOLS)
    change(folder / "dev_day.yaml", "broken: [")
    site.refresh()
    assert site.flows == {}

    change(folder / "dev_day.yaml", GOOD.replace("Have a good day.", "See you soon."))
    site.refresh()

    assert site.flows["dev_day"].steps["bye"].say == "See you soon."


def test_nothing_is_read_while_nothing_changed(folder):
    site = FlowFolder(folder, SYMBOLS)

    assert site.refresh()
    assert not site.refresh()


def test_a_flow_that_was_taken_away_is_gone(folder):
    site = FlowFolder(folder)
    site.refresh()

    (folder / "dev_day.yaml").unlink()

    assert site.refresh()
    assert site.flows == {}


def test_a_broken_shared_file_leaves_the_shared_files_as_they_were(folder):
    site = FlowFolder(folder, SYMBOLS)
    site.refresh()

    change(folder / "scales.yaml", "scales: [")

    assert site.refresh()
    assert "sure_3" in site.library.scales
    assert site.flows.keys() == {"dev_day"}
    assert [one.code for one in site.faults] == ["F101"]


def test_a_folder_without_its_shared_files_says_which(tmp_path):
    _, faults = read_shared(tmp_path)

    assert [(one.code, one.file.rsplit("/")[-1]) for one in faults] == [
        ("F113", name) for name in FILES
    ]


def test_two_files_cannot_hold_one_flow(folder):
    (folder / "other.yaml").write_text(GOOD)

    flows, faults = read_flows(folder, LIBRARY)

    assert flows.keys() == {"dev_day"}
    assert [(one.code, one.file) for one in faults] == [("F114", shown(folder / "other.yaml"))]


def test_a_file_and_its_flow_have_one_name(folder):
    (folder / "dev_day.yaml").rename(folder / "monday.yaml")

    flows, faults = read_flows(folder, LIBRARY)

    assert flows.keys() == {"dev_day"}
    assert [(one.code, one.severity) for one in faults] == [("F115", "warning")]


def test_a_file_that_cannot_be_opened_is_a_fault_and_no_more(folder):
    site = FlowFolder(folder, folder)  # and no concepts.yaml in it
    (folder / "gone.yaml").symlink_to(folder / "nowhere.yaml")

    site.refresh()

    assert "dev_day" in site.flows
    assert [one.code for one in site.faults if one.is_error] == ["F101"]


def test_a_file_is_named_as_one_would_type_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert shown(tmp_path / "flows" / "dev_day.yaml") == "flows/dev_day.yaml"
    assert shown(FLOWS / "group_day.yaml") == str(FLOWS / "group_day.yaml")


WELSH = """\
translates: dev_day
language: cy
made_by: "Lena, May 2026"
words:
  steps.going.ask: {was: What is your plan?, now: Beth yw dy gynllun?}
"""


def test_words_in_another_language_are_read_and_looked_after(folder):
    (folder / "translations").mkdir()
    (folder / "translations" / "dev_day.cy.yaml").write_text(WELSH)
    site = FlowFolder(folder, SYMBOLS, languages=("cy",))

    site.refresh()

    missing = [one.message for one in site.faults]
    assert all("'cy'" in one for one in missing)
    assert "'What about food?' has no words in 'cy' yet. Add them." in missing
    assert not any("What is your plan?" in one for one in missing)


def test_a_mistyped_key_of_a_translation_is_told(folder):
    (folder / "translations").mkdir()
    wrong = WELSH.replace("now:", "nwo:").replace("made_by", "maed_by")
    (folder / "translations" / "dev_day.cy.yaml").write_text(wrong)

    _, faults = read_shared(folder, SYMBOLS, ("cy",))

    assert {one.file.rsplit("/", 1)[-1] for one in faults} == {"dev_day.cy.yaml"}
    told = sorted((one.line, one.code, one.message.rsplit(" ", 1)[-1]) for one in faults)
    assert told == [(3, "F102", "'made_by'?"), (5, "F102", "'now'?")]


def test_a_flow_that_the_product_begins_by_its_name_stays_though_its_file_is_gone(tmp_path):
    folder = tmp_path / "flows"
    shutil.copytree(FLOWS, folder)
    site = FlowFolder(folder, SYMBOLS)
    site.refresh()

    (folder / "tell_someone.yaml").unlink()

    assert site.refresh()
    assert "tell_someone" in site.flows
    assert [(one.code, one.file) for one in site.faults if one.is_error] == [
        ("F119", shown(folder / "tell_someone.yaml"))
    ]


def test_a_fault_in_the_file_of_a_flow_that_is_begun_is_said_once_and_truly(tmp_path):
    folder = tmp_path / "flows"
    shutil.copytree(FLOWS, folder)
    tell = folder / "tell_someone.yaml"
    tell.write_text(tell.read_text("utf-8").replace("symbol: nav.my_words", "symbl: nav.my_words"))
    library = read_shared(folder, SYMBOLS)[0]

    flows, faults = read_flows(folder, library)

    errors = [one for one in (*faults, *missing_flows(folder, flows, faults)) if one.is_error]
    assert [(one.code, one.file) for one in errors] == [("F102", shown(tell))]


def test_a_flow_that_lost_its_meaning_stays_as_it_was(tmp_path):
    folder = tmp_path / "flows"
    shutil.copytree(FLOWS, folder)
    site = FlowFolder(folder, SYMBOLS)
    site.refresh()
    tell = folder / "tell_someone.yaml"

    change(tell, tell.read_text("utf-8").replace("    does: keeps_from\n", ""))

    assert site.refresh()
    assert site.flows["tell_someone"].steps["not_who"].does == "keeps_from"
    assert [one.code for one in site.faults if one.is_error] == ["F118"]
