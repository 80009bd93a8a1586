"""Who would be told, were these answers sent now: worked out as the alert itself works it out.

Nothing is kept. Whom it would be kept from, and who was picked, are taken from the answers so far.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.around import arounds
from checkin.actions.as_rules_see import as_person, covering_among
from checkin.actions.contacts import Contacts
from checkin.actions.named_in_words import whom_these_name
from checkin.actions.raise_alert import Raised, alert_of
from checkin.actions.raise_reached import who_spoke
from checkin.actions.said_in import said_in
from checkin.actions.telling import reached_by, told_first
from checkin.actions.who_hurts import who_hurts
from checkin.agreements.happened import AnswersSent, Happened
from checkin.agreements.ladder import WHO_LEADS
from checkin.agreements.reached import Reached
from checkin.agreements.seen import Said, Words
from checkin.agreements.thresholds import reached
from checkin.agreements.told_outside import for_those_outside, is_called_already
from checkin.agreements.will_see import those_who_may
from checkin.conversation.flows.does import StepDoes
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.talking.facts import Tell
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.picked_at import is_unclear
from checkin.storage import agreements, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import CheckInRow, PersonRow, Staff


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that would be reached, who would be told of it first, and who may not know.

    `else_`: who is told too, where those told first do not answer and it then widens to them.
    """

    reached: Reached
    staff: tuple[Staff, ...]
    kept_out: tuple[Staff, ...]
    else_: tuple[Staff, ...] = ()


def told_if_sent(
    check_in: CheckInRow, sent: AnswersSent, given: Sequence[Given], now: datetime
) -> list[Told]:
    """Return what sending would reach, and who is told of each; nothing is raised."""
    person = people.the_person(check_in.person_id)
    return would_tell(person, sent, now, said={check_in.id: said_if_sent(check_in, given, now)})


def hurt_told_to(
    check_in: CheckInRow, hurt: Mapping[str, HurtBy], given: Sequence[Given], now: datetime
) -> frozenset[str]:
    """Return whom (staff ids) sending would tell first of a hurt that the words of these steps tell of.

    Words that only name somebody call nobody, and so open it to nobody.
    """
    tells = tuple(Tell("now", step, hurt=True) for step, by in hurt.items() if by.hurts)
    if not tells:
        return frozenset()
    told = told_if_sent(check_in, AnswersSent(check_in.id, check_in.asks, tells, {}), given, now)
    return frozenset(staff.id for one in told for staff in one.staff)


def would_tell(
    person: PersonRow, happened: Happened, now: datetime, *, said: Mapping[str, Said] | None = None
) -> list[Told]:
    """Return who would be told, did this happen now. `said`: the check-in it comes from, by id."""
    in_force = agreements.agreements_of(person.id, now)
    covering = covering_among(in_force)
    rules = [one.agreement for one in in_force]
    found = reached(rules, happened, now, person=as_person(person, person.called, covering))
    at_once = any(one.level == "now" for one in found)
    known = {key: replace(one, urgent=one.urgent or at_once) for key, one in (said or {}).items()}
    contacts = Contacts(frozenset({person.house_id}), said=known)
    agreed = [who_spoke(one, in_force) or covering for one in found]
    check_in_id = next(iter(known), None)
    raised = [Raised(person, *one, check_in_id) for one in zip(found, agreed, strict=True)]
    return [_told(one, contacts, now) for one in raised]


def told_outside_if_sent(
    check_in: CheckInRow, given: Sequence[Given], now: datetime, others: Sequence[Told] = ()
) -> list[Told]:
    """Return who outside the house would be told; `others`: what sending would reach besides."""
    said = said_if_sent(check_in, given, now)
    told = for_those_outside(check_in.id, said)
    if told is None or is_called_already(told, [one.reached.level for one in others]):
        return []
    person = people.the_person(check_in.person_id)
    return would_tell(person, told, now, said={check_in.id: said})


@dataclass(frozen=True, slots=True)
class Instead:
    """Those who were picked to read it, and who reads it should all of them say that they cannot."""

    those: tuple[Staff, ...]
    readers: tuple[Staff, ...]


def read_instead_if_sent(
    check_in: CheckInRow, given: Sequence[Given], now: datetime, *, at_once: bool
) -> Instead:
    """Return who would read it in place of those picked; `at_once`: it calls for somebody at once."""
    said = replace(said_if_sent(check_in, given, now), urgent=at_once)
    picked = (said.picked & said.around.team.staff) - said.kept_from
    then = replace(said, refused=said.refused | picked)
    new = _readers(then) - _readers(said) if picked else ()
    return Instead(staff_kept.staff_by_name(picked), staff_kept.staff_by_name(new))


def _readers(said: Said) -> frozenset[str]:
    team = said.around.team
    return those_who_may(team.staff, Words(said), said.around.house, team.outside)


def picked_at(does: StepDoes, given: Iterable[Given]) -> frozenset[str]:
    """Return what was picked at the steps that do this."""
    return frozenset(choice for one in given if one.does == does for choice in one.choices)


def _told(one: Raised, contacts: Contacts, now: datetime) -> Told:
    alert = alert_of(one, now)
    agreement = one.agreed.agreement if one.agreed else None
    tell, staff = told_first(alert, one.known, agreement, contacts, now, one.reached)
    may_know = contacts.may_know(alert, now)
    kept_out = tuple(each for key, each in contacts.staff.items() if key not in may_know)
    at_last = contacts.may_know(alert, now, WHO_LEADS)
    else_ = tuple(each for key, each in at_last.items() if key not in may_know)
    return Told(one.reached, tuple(reached_by(tell, staff)), kept_out, else_)


def said_if_sent(check_in: CheckInRow, given: Sequence[Given], now: datetime) -> Said:
    """Return what would decide who may see it, were these answers sent now."""
    said = said_in({check_in.id}, now)[check_in.id]
    hurt = who_hurts(check_in.person_id, given).values()
    asked = any(one.does == "keeps_from" for one in given)
    confides = hurt or any(one.does in ("keeps_from", "shows_to") for one in given)
    around = arounds({check_in.person_id}, now)[check_in.person_id] if confides else said.around
    named = frozenset(key for one in hurt for key in one.named)
    return replace(
        said,
        around=around,
        kept_from=said.kept_from | picked_at("keeps_from", given) | named,
        unclear=said.unclear
        or any(is_unclear(one.does, one) for one in given)
        or (not asked and any(one.unclear for one in hurt)),
        picked=said.picked | picked_at("shows_to", given),
        named=whom_these_name(check_in.person_id, [one.words for one in given if one.words]),
        sent=True,
    )
