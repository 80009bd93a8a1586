"""What an address names is there only for whom the rule shows it, and no house is for staff of others."""

from collections.abc import Callable, Mapping

from checkin.actions.may_see import SaidRow
from checkin.door.kept_from_me import open_to
from checkin.door.me import Me
from checkin.storage import agreements, alerts, answers, check_ins, devices, loops, media, people

SAID_IN: Mapping[str, Callable[[str], SaidRow | None]] = {
    "alert_id": alerts.alert,
    "loop_id": loops.loop,
    "check_in_id": check_ins.check_in,
    "answer_id": answers.answer,
    "media_id": media.media,
}
"""What belongs to one person, and may hold words that they keep from someone here."""


def is_theirs(who: Me, named: Mapping[str, str]) -> bool:
    """Say whether everything that an address names is there for this member of staff."""
    return all(_is_theirs(who, name, value) for name, value in named.items())


def _is_theirs(who: Me, name: str, value: str) -> bool:
    if name not in SAID_IN:
        return _house_of(name, value) in who.house_ids
    row = SAID_IN[name](value)
    return row is not None and bool(open_to(who, [row]))


def whose(name: str, value: str) -> str | None:
    """Return the person that an address is about, if it is about one."""
    match name:
        case "person_id":
            return value
        case "agreement_id":
            return agreements.versions_of(value)[0].agreement.person
        case _ if name in SAID_IN:
            row = SAID_IN[name](value)
            return row.person_id if row else None
        case _:
            return None


def _house_of(name: str, value: str) -> str | None:
    match name:
        case "person_id":
            return _of_person(value)
        case "device_id":
            found = devices.device(value)
            return found.house_id if found else None
        case "agreement_id":
            versions = agreements.versions_of(value)
            return _of_person(versions[0].agreement.person) if versions else None
        case _:
            return None


def _of_person(person_id: str) -> str | None:
    found = people.person(person_id)
    return found.house_id if found else None
