"""Code knows no step and no mark by its name: what they do is said in the flows (`does`, marks.yaml)."""

import ast
from collections.abc import Iterator
from pathlib import Path

from checkin.actions.read_flows import read_flows, read_shared
from checkin.conversation.flows.every_step import every_step
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.step import KINDS, Choice, StepPart
from checkin.paths import FLOWS
from checkin.storage.tables import Base

CODE = Path(__file__).parents[3] / "checkin"
LIBRARY = read_shared(FLOWS)[0]
SHIPPED = read_flows(FLOWS, LIBRARY)[0]
STEPS = {name for flow in SHIPPED.values() for name, _ in every_step(flow.steps, flow)}

# Words that are ours already: keys of the language, lines of the frame, columns.
LANGUAGE = {key for part in (Flow, Choice, StepPart, *KINDS.values()) for key in part.model_fields}
COLUMNS = {column.name for table in Base.metadata.tables.values() for column in table.columns}
OURS = {*KINDS, *LANGUAGE, *LIBRARY.frame, *COLUMNS}

# Files that may know the names, and why.
MAY_KNOW = {
    "agreements/how_asked.py": "the lines that a person has, whichever step sets them",
    "conversation/flows/sets.py": "the same",
    "conversation/flows/older.py": "flows of before are read by the names of that time",
    "example_people/agreed_with_ana.py": "the example people agreed about the flows that ship",
    "example_people/agreed_with_dev.py": "the same",
}
# Plain words that happen to be names of steps too: where, which, and what they are there.
OTHER_MEANING = {
    ("actions/about.py", "goal"): "the beginning of a key in that list",
    ("channels/tablet/page.py", "quiet"): "whether it is quiet time",
    ("channels/tablet/profile.py", "talk"): "a way of saying something",
    ("channels/tablet/question.py", "order"): "a page on which things are put in order",
    ("conversation/flows/does.py", "better"): "what a point says of a promise",
    ("conversation/flows/does.py", "worse"): "what a point says of a promise",
    ("actions/judge_promise.py", "better"): "what they say of a promise",
    ("agreements/open_again.py", "worse"): "what they say of a promise",
    ("lives/loop_key.py", "talk"): "the beginning of a key",
    ("lives/loop_moves.py", "better"): "what they say of a promise",
    ("staff/loop_lines.py", "better"): "what they say of a promise",
    ("staff/loop_lines.py", "worse"): "what they say of a promise",
    ("promised/promise.py", "who"): "somebody in a sentence",
    ("staff/devices.py", "tablets"): "the machines",
    ("staff/people.py", "who"): "a field of a form",
}


def is_a_name(words: str) -> bool:
    """Tell whether this is a step, a step of a flow, or a mark, and nothing of ours."""
    flow, _, step = words.rpartition(".")
    if flow in SHIPPED and step in STEPS:
        return True
    return words not in OURS and (words in STEPS or words in LIBRARY.marks)


def names_in(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each name that stands in a file as a string."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_a_name(node.value):
            yield file.relative_to(CODE).as_posix(), node.value


def all_names() -> set[tuple[str, str]]:
    files = (one for one in CODE.rglob("*.py") if "migrations" not in one.parts)
    return {one for file in files for one in names_in(file)}


def test_no_step_and_no_mark_stands_in_code():
    found = {one for one in all_names() if one[0] not in MAY_KNOW}

    assert found - OTHER_MEANING.keys() == set()


def test_what_may_stand_in_code_is_still_there():
    found = all_names()

    assert OTHER_MEANING.keys() <= found
    assert set(MAY_KNOW) <= {file for file, _ in found}


def test_a_name_is_known_wherever_it_stands():
    assert is_a_name("not_who")
    assert is_a_name("ask to talk")
    assert is_a_name("group_day.tablets")
    assert not is_a_name("start")  # a line of the frame
