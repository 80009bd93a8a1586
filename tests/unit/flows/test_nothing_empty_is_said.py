"""Whatever is not written down about Dev, no text and no page says "The next one is  at ."."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.conversation.flows.every_step import every_step, question
from checkin.conversation.flows.loading import load
from checkin.conversation.flows.placeholders import fill
from tests.unit.flows.shipped import FLOW_FILES, LIBRARY

EXAMPLES = LIBRARY.placeholders.values
HOLE = re.compile(r"  |^ | $| [.,?!]|: ?[.,?!]|[{}]")
# There is always somebody of this name, someone to ring, and an alert that an answer is about.
ALWAYS_THERE = {"name", "staff", "staff_name", "sees_names", "n", "alert", "alert_2", "phone"}


def texts() -> Iterator[tuple[str, str]]:
    """Yield all that is said with something put in: where it stands, and its words."""
    for path in FLOW_FILES:
        flow = load(path.read_bytes(), path.name, LIBRARY).flow
        assert flow is not None
        for name, message in flow.messages.items():
            yield f"{path.stem}:{name}", message.text
        for name, step in every_step(flow.steps, flow):
            for words in filter(None, (question(step), step.text, step.call)):
                yield f"{path.stem}:{name}", words
    for name, line in LIBRARY.frame.items():
        for words in line.say:
            yield f"frame:{name}", words


WITH_VALUES = [(where, words) for where, words in texts() if "{" in words]


@pytest.mark.parametrize(("where", "words"), WITH_VALUES)
def test_with_each_value_empty_no_sentence_has_a_hole(where: str, words: str):
    for name in re.findall(r"{(\w+)}", words):
        assert not HOLE.search(fill(words, {**EXAMPLES, name: ""})), (where, name)


@pytest.mark.parametrize(
    ("where", "words"), [one for one in WITH_VALUES if one[0].startswith("travel_texts:")]
)
def test_a_text_of_which_a_value_is_empty_still_says_something(where: str, words: str):
    for name in set(re.findall(r"{(\w+)}", words)) - ALWAYS_THERE:
        assert fill(words, {**EXAMPLES, name: ""}), (where, name)


def test_what_cannot_be_said_is_left_out_and_the_rest_stays():
    started = "Texts are on again. The next one is {day} at {time}."

    assert fill(started, {"day": "", "time": ""}) == "Texts are on again."
    assert fill(started, {"day": "Friday", "time": ""}) == "Texts are on again."
    assert fill("Your first text is at {time}.", {"time": ""}) == ""
    assert fill("Hi {name}.", {}) == "Hi {name}."


@given(words=st.text(min_size=1))
def test_whatever_words_a_person_said_come_through_unchanged(words: str):
    filled = fill("You said: {own_words}. {place_1}.", {"own_words": words, "place_1": ""})

    stop = "" if words.endswith((".", "?", "!")) else "."
    assert filled == f"You said: {words}{stop}"


def test_what_ends_a_sentence_itself_gets_no_second_full_stop():
    words = "You said: {own_words}. Did it happen?"

    assert fill(words, {"own_words": "they forgot what I told."}) == (
        "You said: they forgot what I told. Did it happen?"
    )
    assert fill(words, {"own_words": "why not?"}) == "You said: why not? Did it happen?"
    assert fill(words, {"own_words": "gloves"}) == "You said: gloves. Did it happen?"
