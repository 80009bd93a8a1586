"""A first agreement, written in a file with names where the record has ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from checkin.actions.agreement_faults import faults_in, in_file
from checkin.actions.change_agreement import change_agreement
from checkin.actions.find_person import WhoError, find_in_circle, find_person, find_staff
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.open_house import must_be_able_to_open
from checkin.agreements.agreement import Agreement
from checkin.agreements.problem import Problem
from checkin.agreements.staff_named import IN_COVER, TO_TALK
from checkin.agreements.what_to_count import what_to_count
from checkin.conversation.flows.reading import read
from checkin.conversation.flows.written import Written
from checkin.storage import agreements, people
from checkin.storage.tables import PersonRow

LONGEST_NUMBER = 9
A_LIST = "Write a list of names, such as [Sam, Ruth]."


class AgreementFileError(Exception):
    """The file cannot be read as an agreement; the message says what to mend."""


class NothingChangedError(Exception):
    """This is what is agreed already: no new version is made."""


def agree(text: str, now: datetime) -> tuple[str, ...]:
    """Keep the agreement in this file; return what stands in its way, or nothing if it is kept.

    The file is YAML of the shape of `Agreement`, with the person's name, staff by their e-mail
    address and the circle by name. See docs/agreement.yaml. NothingChangedError where the newest
    version says the same, NotYetError where the house cannot open yet. A file says with
    `version: 2` that its writer has read version 2; one that says none has read none. Over another
    version than that it is not agreed.
    """
    written = _written(text)
    draft, has_read = _draft(written), _has_read(written.data)
    must_be_able_to_open(people.the_person(draft.person).house_id)
    row = agreements.agreement_called(draft.key)
    newest = next(iter(agreements.versions_of(row.id)), None) if row else None
    if (
        newest
        and draft.model_copy(update={"version": newest.agreement.version}) == newest.agreement
    ):
        raise NothingChangedError(NothingChangedError.__doc__)
    if newest and has_read != newest.agreement.version:
        raise AgreementFileError(_newer(newest.agreement))
    problems = change_agreement(draft, None, now, seen=newest.agreement.version if newest else 0)
    return tuple(in_file(one, written) for one in problems)


def _newer(newest: Agreement) -> str:
    number = newest.version
    return (
        f"version: version {number}, {newest.title}, is agreed by now. Read it on the person's "
        f"staff page. If this file shall replace it, write version: {number} in it."
    )


def _written(text: str) -> Written:
    written = read(text, "agreement")  # every value a string: 10:30 is a time, never 630
    if written.faults:
        raise AgreementFileError("\n".join(fault.as_text() for fault in written.faults))
    return written


def _draft(written: Written) -> Agreement:
    try:
        return Agreement.model_validate(_with_ids(written))
    except ValidationError as error:
        raise AgreementFileError("\n".join(faults_in(error, written))) from error


def _has_read(written: object) -> int:
    said = str(written.get("version", 0)) if isinstance(written, Mapping) else ""
    if not (said.isdecimal() and len(said) <= LONGEST_NUMBER):
        raise AgreementFileError("version: Write the number of the version that you have read.")
    return int(said)


def _with_ids(file: Written) -> dict[str, Any]:
    written = file.data
    if not isinstance(written, Mapping):
        raise AgreementFileError("Write the agreement as names and values: key: dev-group-days")
    with _in_its_place(file, "person"):
        person = find_person(str(written.get("person", "")))
    return {
        **written,
        "person": person.id,
        "version": 1,
        "cover": _with_staff(file, written.get("cover") or {}, IN_COVER, "cover"),
        "thresholds": _thresholds(file, written.get("thresholds") or ()),
        "contact_ok": _contacts(file, person, written.get("contact_ok") or ()),
    }


@contextmanager
def _in_its_place(file: Written, *at: str | int) -> Iterator[None]:
    """Say of a name that is written there, with its line, that it means nobody, or more than one."""
    try:
        yield
    except WhoError as error:
        raise AgreementFileError(in_file(Problem(str(error), *at), file)) from error


def _thresholds(file: Written, written: object) -> object:
    """Say what is counted, where the file does not; staff by their ids."""
    if not isinstance(written, list):
        return written
    to_count = what_to_count(flows_in_use())
    return [
        {**to_count.get(str(one.get("kind")), {}), **named} if isinstance(named, Mapping) else one
        for number, one in enumerate(written)
        for named in (_with_staff(file, one, TO_TALK, "thresholds", number),)
    ]


def _with_staff(file: Written, written: object, roles: Iterable[str], *at: str | int) -> object:
    """Return what is written with the ids of the staff it names by their addresses."""
    if not isinstance(written, Mapping):
        return written
    named = {}
    for role in roles:
        if written.get(role):
            with _in_its_place(file, *at, role):
                named[role] = find_staff(str(written[role])).id
    return {**written, **named}


def _contacts(file: Written, person: PersonRow, written: object) -> tuple[str, ...]:
    """Return the ids of those in the person's circle who are named in a list."""
    if not isinstance(written, Sequence) or isinstance(written, str):
        raise AgreementFileError(in_file(Problem(A_LIST, "contact_ok"), file))
    found = []
    for number, name in enumerate(written):
        with _in_its_place(file, "contact_ok", number):
            found.append(find_in_circle(person, str(name)).id)
    return tuple(found)
