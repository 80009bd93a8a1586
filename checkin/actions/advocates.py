"""Who is rung for a person who asks for their advocate: their own, else the office outside the house."""

from collections.abc import Iterable

from checkin import installation
from checkin.agreements.advocate import ADVOCATE_ASKED, Advocate
from checkin.conversation.talking.facts import Fact, Tell
from checkin.lives.reach import WithAPhone, reach
from checkin.phone_numbers.reading import as_people_write
from checkin.storage import circles, people, which_alerts
from checkin.storage.outside import contacts_of
from checkin.storage.tables import PersonRow, Staff

YOU_CAN_RING = "You can ring {}: {}."
NOT_KNOWN = "We do not know your advocate."
ADVOCATE = "advocate"  # as their circle writes what somebody is to them
OFFICE = "outside"  # the role of who works for another organisation


def advocates_asked(person_id: str, facts: Iterable[Fact]) -> tuple[Advocate, ...]:
    """Return them where these facts ask for an advocate."""
    asks = any(isinstance(one, Tell) and one.advocate for one in facts)
    return advocates_of(people.the_person(person_id)) if asks else ()


def advocates_of(person: PersonRow) -> tuple[Advocate, ...]:
    """Return who of their circle is their advocate; where nobody is, who outside the house may be."""
    circle = [one for one in circles.circle_of(person.id) if ADVOCATE in one.relation.casefold()]
    offices = contacts_of([person.house_id]).get(person.house_id, ())
    own = _known((one.name, one) for one in circle)
    return own or _known((one.called, one) for one in offices if _is_office(one))


def you_can_ring_too(person_id: str) -> tuple[str, ...]:
    """Return a sentence for each whom the person can ring themselves; or that nobody is known."""
    advocates = advocates_of(people.the_person(person_id))
    return tuple(YOU_CAN_RING.format(*one) for one in advocates) or (NOT_KNOWN,)


def rung_for(check_in_id: str) -> bool:
    """Say whether an advocate was asked for in what was sent there."""
    raised = which_alerts.alerts_of_check_in(check_in_id)
    return any(one.kind == ADVOCATE_ASKED for one in raised)


def _is_office(one: Staff) -> bool:
    return any(role.name == OFFICE for role in one.roles)


def _known(those: Iterable[tuple[str, WithAPhone]]) -> tuple[Advocate, ...]:
    """Return those of them who can be rung, with their numbers as people write them."""
    countries = installation.here().settings.countries
    rung = ((name, reach(one, "call")) for name, one in those)
    return tuple(Advocate(name, as_people_write(to.address, countries)) for name, to in rung if to)
