"""A small flow without a fault, and a way to break it at one place."""

from checkin.conversation.flows.faults import Fault
from checkin.conversation.flows.library import Library
from checkin.conversation.flows.library_files import FILES
from checkin.conversation.flows.loading import Loaded, load, load_library
from checkin.conversation.flows.reading import read
from checkin.paths import FLOWS, SYMBOLS
from tests.english import ENGLISH

GOOD = """\
flow: dev_day
title: "Dev's day"
purpose: To try the checks.
agreed_with: Dev and Marcus
language: en-GB
channels: [tablet, text, call]
seen_by: [staff_on_shift]
steps:
  going:
    ask: What is your plan?
    symbol: life.group
    choices:
      going: {label: I am going, symbol: life.out, also: [going, coming]}
      staying: {label: At home, symbol: life.home, also: [staying in]}
  food:
    ask: What about food?
    symbol: life.food
    only_if: {going: going}
    choices:
      done: {label: I have food, symbol: life.food}
      help: {label: Help me, symbol: act.help, tell: soon}
  sure:
    scale: How sure do you feel?
    with: sure_3
    symbol: sure.yes
  bye:
    say: Have a good day.
    symbol: life.thanks
"""


def _library() -> Library:
    concepts = read((SYMBOLS / "concepts.yaml").read_bytes(), "concepts.yaml").data
    texts = {name: (FLOWS / name).read_bytes() for name in FILES}
    return load_library(texts, concepts=frozenset(concepts), language=ENGLISH)[0]


LIBRARY = _library()


def loaded(text: str | bytes) -> Loaded:
    return load(text, "dev_day.yaml", LIBRARY)


def broken(old: str, new: str) -> tuple[Fault, ...]:
    """Break the good flow at one place and return what the checks say."""
    assert GOOD.count(old) == 1, old
    return loaded(GOOD.replace(old, new)).faults
