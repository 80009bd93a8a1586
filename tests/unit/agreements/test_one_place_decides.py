"""Nobody but `agreements/seeing.py` decides who may see what.

Whatever else reads what decides it is named here, with its reason.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import checkin

HOUSE = Path(checkin.__file__).parent

GATHERS = {
    "actions/may_see.py": "it gathers the facts for the rule",
    "actions/around.py": "the same, of who is around a person",
    "actions/said_in.py": "the same: what is known of each check-in",
    "actions/kept_so_far.py": "the same, of what is not sent yet",
}
RULE = {
    "agreements/seeing.py": "it is the rule",
    "agreements/meant_for.py": "it is the part of the rule that reads `seen_by`",
    "agreements/who_outside.py": "it is the part of the rule that is about contacts outside",
    "agreements/will_see.py": "it asks the rule before anything is said",
    "agreements/looks.py": "it asks the rule who reads there, of who looked",
    "agreements/kept_on.py": "it is the part of the rule that is about what is told later",
    "agreements/errands.py": "it is the part of the rule that tells what was asked for from the words",
    "agreements/told_outside.py": "it asks the rule whether anybody here may see it",
}
SENDING = {
    "actions/told_if_sent.py": "gathers for the rule what is picked and not sent yet",
    "actions/who_sees_picks.py": "the same, for the sentence on each branch; the rule answers",
}
MAY_NAME: Mapping[str, Mapping[str, str]] = {
    "kept_from": {**RULE, **GATHERS, **SENDING, "storage/kept_from.py": "it reads the rows"},
    "tells_of": {
        **RULE,
        **GATHERS,
        "actions/contacts.py": "whom an alert is about is told of none",
        "actions/hear_from_nobody.py": "it finds whom a cry tells of",
        "actions/raise_alert.py": "it hands it to the row",
        "agreements/from_nobody.py": "what is kept from somebody joins nothing that is not",
        "storage/facts.py": "the record tells it",
        "storage/new_alert.py": "it becomes a row",
        "storage/tables/alerts.py": "the row",
    },
    "shown_to": {**GATHERS, "storage/kept_from.py": "it reads the rows"},
    "picked": {
        **RULE,
        **GATHERS,
        **SENDING,
        "storage/kept_from.py": "it reads the rows",
        "actions/who_will_see.py": "it says the rule's answer in words",
        "channels/tablet/who_sees.py": "the same, for conversations begun before the rule",
    },
    "PICKED": {
        **RULE,
        "actions/who_sees_picks.py": "says to the rule that those picked may see it",
        "channels/tablet/who_sees.py": "the same, for conversations begun before the rule",
    },
    "Said": {
        **RULE,
        **GATHERS,
        **SENDING,
        "actions/who_looks.py": "asks the rule who may read what was sent, and names one of them",
        "actions/who_will_see.py": "asks before anything is said",
        "actions/contacts.py": "holds what was gathered for a batch of alerts",
    },
    "manages": {
        "door/me.py": "who is signed in",
        "staff/on_duty.py": "who reads that a house has too few contacts, not who may see one",
        "staff/change_agreement.py": "who may keep an agreement, not who may see one",
        "staff/alert_lines.py": "whether another house may have called them: it saves a question",
    },
    "leads": {
        "door/me.py": "who is signed in",
        "staff/devices.py": "who may let in a person's own device, not who may see one",
        "staff/own_phone.py": "who may say that a phone was checked, not who may see one",
    },
    "RANKS": {
        "door/me.py": "who is signed in",
        "door/needs.py": "which pages a rank may open",
        "actions/note_receipt.py": "of receipts, not of staff",
    },
    "roles_in_houses": {
        **GATHERS,
        "storage/who_may_see.py": "it reads the rows",
        "actions/contacts.py": "who works in a house, all roles alike",
    },
}
"""Which files may say a name that decides, and why."""

ROOMS = (
    "checkin.agreements.meant_for",
    "checkin.agreements.seeing",
    "checkin.agreements.seen",
    "checkin.agreements.will_see",
    "checkin.storage.kept_from",
    "checkin.storage.who_may_see",
    "checkin.door.me",
)


@cache
def house() -> Mapping[str, ast.Module]:
    paths = sorted(HOUSE.rglob("*.py"))
    return {one.relative_to(HOUSE).as_posix(): ast.parse(one.read_text()) for one in paths}


@cache
def names() -> Mapping[str, frozenset[str]]:
    """Return by file what it imports from the rule's rooms, asks a value for, or defines."""
    return {file: frozenset(_names(tree)) for file, tree in house().items()}


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=module, names=imported) if module in ROOMS:
                yield from (one.name for one in imported)
            case ast.Attribute(attr=name) | ast.FunctionDef(name=name):
                yield name
            case _:
                pass


@pytest.mark.parametrize("name", MAY_NAME)
def test_what_decides_who_sees_is_named_in_few_places(name: str):
    found = {file for file, said in names().items() if name in said}

    assert found - set(MAY_NAME[name]) == set()


def test_no_file_but_the_rule_says_a_word_of_seen_by():
    found = {
        file
        for file, tree in house().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in ("staff_on_shift", "who_i_pick")
    }

    assert found <= {"agreements/meant_for.py", "conversation/flows/does.py"}
