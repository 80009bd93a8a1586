"""The demo's page lists every kind of promise, as it is said, and where it is worked out."""

import re
from html import unescape
from importlib.util import find_spec
from pathlib import Path

import pytest

from checkin.app import create_app
from checkin.channels.tablet.demo import doors
from checkin.promised import PROMISES, Promise, example
from tests.conftest import settings_for
from tests.promised.held_elsewhere import HELD
from tests.promised.matching import made_by

TESTS = Path(__file__).parents[1]
KINDS = pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.kind)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The first page of the demo, and the one it leads to."""
    app = create_app(settings_for(tmp_path_factory.mktemp("demo")))
    app.register_blueprint(doors)
    return {path: unescape(app.test_client().get(path).text) for path in ("/", "/promised")}


def test_the_first_page_leads_to_it(pages: dict[str, str]):
    assert 'href="/promised"' in pages["/"]


@KINDS
def test_each_kind_stands_there(pages: dict[str, str], promise: Promise):
    page = pages["/promised"]
    assert f"<q>{example(promise)}</q>" in page
    assert promise.so in page
    assert promise.where in page


@KINDS
def test_each_is_worked_out_where_it_says_and_its_example_is_of_its_kind(promise: Promise):
    made = made_by(example(promise))
    assert find_spec(promise.where)
    assert made
    assert made.kind == promise.kind


def test_no_example_says_by_twice(pages: dict[str, str]):
    assert "<q>Priya will talk to you by Thursday.</q>" in pages["/promised"]
    assert "by by" not in pages["/promised"]


def test_each_kind_is_listed_once():
    assert len({one.kind for one in PROMISES}) == len(PROMISES)


@pytest.mark.parametrize("words", HELD)
def test_a_sentence_that_no_walk_reads_stands_in_the_story_that_holds_it(words: str):
    story = (TESTS / HELD[words]).read_text("utf-8")
    assert all(part in story for part in re.split(r" ?\{\w+\}", words))
    assert words in {one for promise in PROMISES for one in promise.says}
