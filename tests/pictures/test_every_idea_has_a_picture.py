"""Every word has its picture, and no two ideas share one."""

import re
from collections import Counter
from pathlib import Path

import pytest

from checkin.pictures.drawing import faults
from checkin.pictures.find import known_concepts, svg_for
from checkin.pictures.picture import OPENMOJI, OURS
from checkin.pictures.symbols import Concept, Symbols, SymbolsError, load_symbols

FREE_SETS_LACK = [
    "life.stranger",
    "limit.stopped",
    "mode.size_m",
    "mode.size_l",
    "mode.size_xl",
    "nav.stop",
    "safe.place",
    "share.no",
    "sure.bit",
    "sure.no",
    "time.min5",
    "time.min10",
    "time.min20",
    "time.min30",
    "time.months3",
    "time.weeks2",
    "who.advocate",
    "who.me",
]
ALWAYS_THERE = [
    "back",
    "next",
    "listen",
    "listen_stop",
    "my_words",
    "help",
    "dont_know",
    "skip",
    "stop_now",
    "send",
    "change",
    "delete",
    "start",
    "later",
    "who_sees",
    "so_far",
    "ok",
    "take_back",
    "home",
]


def test_every_idea_is_a_drawing_of_ours_or_of_openmoji(symbols: Symbols) -> None:
    sets = Counter(picture.set_name for picture in symbols.pictures.values())

    assert sets.keys() == {OURS.set_name, OPENMOJI.set_name}
    assert symbols.pictures.keys() == symbols.files.keys() == known_concepts(symbols)


@pytest.mark.parametrize("name", [*FREE_SETS_LACK, *(f"nav.{name}" for name in ALWAYS_THERE)])
def test_what_the_free_sets_lack_we_drew(symbols: Symbols, name: str) -> None:
    assert symbols.pictures[name].set_name == OURS.set_name


def test_no_two_ideas_show_the_same_picture(symbols: Symbols) -> None:
    shown = Counter(file.body for file in symbols.files.values())

    assert max(shown.values()) == 1


def test_no_two_ideas_name_the_same_openmoji(symbols: Symbols) -> None:
    named = Counter(idea.openmoji for idea in symbols.concepts.values() if idea.openmoji)

    assert max(named.values()) == 1


def test_no_two_ideas_have_the_same_word(symbols: Symbols) -> None:
    words = Counter(concept.label.casefold() for concept in symbols.concepts.values())

    assert [word for word, count in words.items() if count > 1] == []


def test_words_are_short_and_every_picture_is_described(symbols: Symbols) -> None:
    for concept in symbols.concepts.values():
        assert 1 <= len(concept.label.split()) <= 3, concept
        assert len(concept.alt.split()) >= 2, concept


def test_every_picture_may_be_shown(symbols: Symbols) -> None:
    ours = {name for name, shown in symbols.pictures.items() if shown.set_name == OURS.set_name}

    assert [(name, f) for name in ours for f in faults(svg_for(name, symbols))] == []


def test_openmoji_runs_nothing_and_fetches_nothing(symbols: Symbols) -> None:
    for name, file in symbols.files.items():
        assert not re.search(rb"<script|<image|<foreignObject|\son\w+=|href", file.body), name


def test_our_drawing_comes_first_and_openmoji_behind_it(folder: Path) -> None:
    (folder / "concepts.yaml").write_text("travel.bus: {label: Bus, alt: A bus, openmoji: 1F68C}")
    before = load_symbols(folder).pictures["travel.bus"]
    (folder / "own" / "travel.bus.svg").unlink()

    after = load_symbols(folder).pictures["travel.bus"]

    assert (before.set_name, after.set_name) == (OURS.set_name, OPENMOJI.set_name)
    assert before.path != after.path


def test_a_drawing_of_an_idea_nobody_named_is_refused(folder: Path) -> None:
    (folder / "own" / "travel.buss.svg").write_text(SQUARE)

    with pytest.raises(SymbolsError, match=r"own/travel\.buss\.svg: no idea is called"):
        load_symbols(folder)


def test_an_openmoji_that_does_not_exist_is_refused(folder: Path) -> None:
    (folder / "concepts.yaml").write_text("life.pet: {label: Pet, alt: A dog, openmoji: 00DOG}")

    with pytest.raises(SymbolsError, match=r"life\.pet names OpenMoji 00DOG"):
        load_symbols(folder)


def test_a_drawing_that_runs_a_script_is_refused(folder: Path) -> None:
    drawing = folder / "own" / "travel.bus.svg"
    drawing.write_text(SQUARE.replace("<path", "<script>alert(1)</script><path"))

    with pytest.raises(SymbolsError, match=r"own/travel\.bus\.svg: Take out <script>"):
        load_symbols(folder)


def test_a_word_without_a_picture_is_shown_as_the_word(folder: Path) -> None:
    symbols = load_symbols(folder)

    assert b">No</text>" in svg_for("answer.no", symbols)
    assert symbols.pictures["answer.no"].set_name == "Word"


def test_the_word_no_stays_a_word(folder: Path) -> None:
    assert load_symbols(folder).concepts["answer.no"] == Concept("answer.no", "No", "The word No")


def test_a_folder_without_concepts_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(SymbolsError, match="Set CHECKIN_SYMBOLS"):
        load_symbols(tmp_path)


@pytest.mark.parametrize(
    "broken", ["just words", "nav.ok: {label: Yes}", "nav.ok: {labl: Yes}", "a: ["]
)
def test_a_broken_list_of_ideas_is_refused(folder: Path, broken: str) -> None:
    (folder / "concepts.yaml").write_text(broken)

    with pytest.raises(SymbolsError, match=r"concepts\.yaml"):
        load_symbols(folder)


SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><path d="M9 9h9v9z"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "travel.bus.svg").write_text(SQUARE)
    (tmp_path / "concepts.yaml").write_text(
        "travel.bus: {label: Bus, alt: A red bus}\nanswer.no: {label: No, alt: The word No}\n"
    )
    return tmp_path
