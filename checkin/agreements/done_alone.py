"""What one of staff does alone, and could make somebody's help silent by: another looks at it."""

from checkin.agreements.happened import AgreementNarrowed, DoneAlone, Person, WroteOfThemself
from checkin.agreements.narrowed import NARROWED, narrowed
from checkin.agreements.own_phones import about_phone
from checkin.agreements.reached import Reached
from checkin.agreements.wrote_of_themself import WROTE, wrote_of_themself


def done_alone(happened: DoneAlone, person: Person) -> Reached:
    """Return what another is to do because of it."""
    match happened:
        case AgreementNarrowed():
            return narrowed(happened, person)
        case WroteOfThemself():
            return wrote_of_themself(happened, person)
        case _:
            return about_phone(happened, person)


def writer_of(kind: str, key: str) -> str | None:
    """Return who (staff id) wrote what an alert with this key is about, if about a version or a talk."""
    return key.split(":")[1] if kind in (NARROWED, WROTE) else None
