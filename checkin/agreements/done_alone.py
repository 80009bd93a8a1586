"""What one of staff does alone, and could make somebody's help silent by: another looks at it."""

from checkin.agreements.happened import AgreementNarrowed, DoneAlone, Person
from checkin.agreements.narrowed import narrowed
from checkin.agreements.own_phones import about_phone
from checkin.agreements.reached import Reached


def done_alone(happened: DoneAlone, person: Person) -> Reached:
    """Return what another is to do because of it."""
    if isinstance(happened, AgreementNarrowed):
        return narrowed(happened, person)
    return about_phone(happened, person)
