"""The folder of words is changed, broken and lost; nobody's cry goes unheard for it."""

import shutil
from pathlib import Path

import pytest

from checkin.actions import read_words
from checkin.actions.flow_folder import FlowFolder
from checkin.actions.read_flows import is_shared
from checkin.actions.read_words import CannotHearError, read_language
from checkin.conversation.replies.meaning import Free, Help
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.paths import FLOWS, SYMBOLS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FLOWS, tmp_path / "flows"))


def cries(folder: Path) -> Path:
    return folder / "words" / "en-GB" / "cries.yaml"


def test_a_word_that_staff_add_is_heard(folder: Path) -> None:
    before, _ = read_language(folder)
    file = cries(folder)
    file.write_text(file.read_text().replace("mayday,", "mayday, bananas,"))
    after, faults = read_language(folder)

    assert hear("bananas", OnAJourney(before)) == Free("bananas")
    assert hear("bananas", OnAJourney(after)) == Help("bananas")
    assert faults == ()


def test_a_broken_file_of_cries_is_told_and_the_one_that_ships_hears(folder: Path) -> None:
    cries(folder).write_text("about: [")

    language, faults = read_language(folder)

    assert [fault.file for fault in faults] == ["words/en-GB/cries.yaml"]
    assert hear("HELP", OnAJourney(language)) == Help("HELP")


def test_a_folder_from_before_there_were_words_hears_all_the_same(folder: Path) -> None:
    shutil.rmtree(folder / "words")

    language, faults = read_language(folder)

    assert faults == ()
    assert hear("HELP", OnAJourney(language)) == Help("HELP")


def test_a_file_that_nothing_is_looked_for_in_is_told(folder: Path) -> None:
    cries(folder).rename(cries(folder).with_name("cris.yaml"))

    _, faults = read_language(folder)

    assert [(fault.file, fault.code) for fault in faults] == [("words/en-GB/cris.yaml", "F805")]


def test_nothing_starts_where_no_cry_would_be_heard(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_words, "FLOWS", folder)
    cries(folder).unlink()

    with pytest.raises(CannotHearError, match="cries"):
        FlowFolder(folder, SYMBOLS).refresh()


def test_a_running_site_keeps_the_words_it_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_words, "FLOWS", folder)
    site = FlowFolder(folder, SYMBOLS)
    site.refresh()
    cries(folder).write_text("about: [")

    site.refresh()

    assert hear("HELP", OnAJourney(site.library.language)) == Help("HELP")
    assert any(fault.file.endswith("cries.yaml") for fault in site.faults)


def test_a_file_of_words_is_no_flow(folder: Path) -> None:
    assert is_shared(cries(folder))
    assert not is_shared(folder / "words" / "en-GB" / "my_words.yaml")
