"""Whom the steps of an alert that is kept tell, without those who said that they cannot do it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.calls import presses
from checkin.actions.contacts import Contacts
from checkin.actions.said_in import said_in
from checkin.actions.telling import recipients
from checkin.agreements.agreement import Agreement
from checkin.agreements.cover import on_cover
from checkin.agreements.errands import refused_by
from checkin.agreements.ladder import Tell, next_tell
from checkin.agreements.times import local
from checkin.lives.reach import reach
from checkin.storage import agreements, alert_steps, people, what_was_sent
from checkin.storage.tables import AlertRow, PersonRow, Staff


@dataclass(frozen=True, slots=True)
class Whom:
    """One alert, with all that decides whom its steps tell: looked up once for all of them.

    `cannot`: the ids of those who said so. `last`: of those who are not told while others here can be.
    """

    alert: AlertRow
    person: PersonRow | None
    agreement: Agreement | None
    contacts: Contacts
    cannot: Collection[str]
    last: Collection[str] = ()

    def at_step(self, tell: Tell, now: datetime) -> list[Staff]:
        """Return who is told at this step: never nobody, while anybody is here."""
        those = self.alert, self.person, self.agreement, self.contacts
        return recipients(tell, *those, now, but=self.cannot, last=self.last)

    def with_the_first(self, tell: Tell, now: datetime, too: Collection[str] = ()) -> list[Staff]:
        """Return who is told at this step, beside, of a call, all who were rung first: they may be free now.

        `too`: who is told besides (ids).
        """
        those = self.alert, self.person, self.agreement, self.contacts
        called = presses(self.alert)
        first = recipients(next_tell(self.alert.level, 0, now), *those, now) if called else ()
        may_know = self.contacts.may_know(self.alert, now, tell.step)
        beside = [may_know[one] for one in too if one in may_know]
        free = [one for one in (*first, *beside) if one.id not in {*self.cannot, *self.last}]
        return list({one.id: one for one in (*self.at_step(tell, now), *free)}.values())

    def as_it_goes_on(self, tell: Tell, now: datetime) -> list[Staff]:
        """Return who is told where nobody acted: of a call that one had, others here than that one.

        Where it came again since that one did something, all who were rung first too.
        """
        had = self.alert.taken_by
        if not had or not presses(self.alert):
            return self.at_step(tell, now)
        others = replace(self, last=(had,))
        again = alert_steps.was_told_since(self.alert.id, had)
        return others.with_the_first(tell, now) if again else others.at_step(tell, now)

    def as_it_can_be_told(self, tell: Tell, now: datetime) -> Tell:
        """Return a step by text in place of a list, where nobody works here who could read it there.

        So is what is for today, at its end; what is planned waits for somebody.
        """
        reads = self.alert.level != "today" or self.contacts.may_know(self.alert, now, tell.step)
        return tell if reads or tell.by != "list" else replace(tell, by="text")

    def has_another(self, tell: Tell, now: datetime) -> bool:
        """Say whether this step names anybody who did not say that they cannot."""
        those = self.alert, self.person, self.agreement, self.contacts
        return any(one.id not in self.cannot for one in recipients(tell, *those, now))

    def may_take(self, now: datetime) -> list[Staff]:
        """Return who may know of it and did not say that they cannot; beyond the house, where nobody here is left."""
        here = self.contacts.may_know(self.alert, now)
        left = [one for key, one in here.items() if key not in self.cannot]
        beyond = () if left else self.contacts.beyond(self.alert, now, self.alert.step)
        called = [one for circle in beyond for one in circle if one.id not in self.cannot]
        return left or [one for one in called if reach(one, "call")]

    def may_hear(self, now: datetime) -> Mapping[str, Staff]:
        """Return by id who may know of it as it stands, with whoever was called in."""
        told = what_was_sent.told_of([self.alert.id])[self.alert.id]
        return self.contacts.may_hear(self.alert, now, told, self.alert.step)

    def on_cover(self, now: datetime) -> tuple[str, ...]:
        """Return the ids of who is on cover now, as the agreement behind it says."""
        agreed = self.agreement
        return on_cover(agreed.cover, local(now, agreed.zone).time()) if agreed else ()


def without(those: Whom, staff_id: str, now: datetime) -> Whom:
    """Return whom the steps tell once this one said that they cannot: it may widen."""
    said = {
        key: refused_by(one, those.alert.kind, those.alert.id, {staff_id})
        for key, one in said_in(those.contacts.check_in_ids, now).items()
    }
    contacts = replace(those.contacts, said=said)
    return replace(those, contacts=contacts, cannot={*those.cannot, staff_id})


def whom(alert: AlertRow) -> Whom:
    """Look up whom the steps of one alert tell."""
    version = alert.agreement_version_id
    return Whom(
        alert,
        people.the_person(alert.person_id) if alert.person_id else None,
        agreements.version(version).agreement if version else None,
        Contacts(frozenset({alert.house_id}), frozenset(filter(None, [alert.check_in_id]))),
        alert_steps.who_cannot([alert.id])[alert.id],
    )
