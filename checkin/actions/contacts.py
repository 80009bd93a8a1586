"""Who may be told of alerts, looked up once for a whole batch."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from checkin.actions.as_rules_see import covering_among
from checkin.actions.may_see import as_alert
from checkin.actions.said_in import said_in
from checkin.agreements.cover import on_cover
from checkin.agreements.done_alone import writer_of
from checkin.agreements.opened_words import opening_of
from checkin.agreements.own_devices import device_of
from checkin.agreements.own_phones import change_of
from checkin.agreements.seeing import for_all_told
from checkin.agreements.seen import Alert, Around, Said
from checkin.agreements.times import local
from checkin.agreements.told_outside import TOLD_OUTSIDE
from checkin.agreements.will_see import those_called_in, those_who_may
from checkin.storage import agreements, devices, openings, people, phone_changes, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import confided, kept_out_of
from checkin.storage.new_alert import NewAlert
from checkin.storage.outside import contacts_of
from checkin.storage.tables import AlertRow, Staff
from checkin.storage.who_may_see import roles_in_houses


@dataclass
class Contacts:
    """Staff and managers, looked up once for a whole batch of alerts."""

    house_ids: frozenset[str]
    check_in_ids: frozenset[str] = frozenset()
    _managers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _by_house: dict[str, Mapping[str, Staff]] = field(default_factory=dict)
    _elsewhere: dict[str, Sequence[Staff]] = field(default_factory=dict)
    said: Mapping[str, Said] | None = None  # what decides who may know, where it is not kept yet

    @cached_property
    def staff(self) -> Mapping[str, Staff]:
        """All staff of these houses by id."""
        return {one.id: one for one in staff_kept.staff_of_houses(sorted(self.house_ids))}

    @cached_property
    def _staff_by_house(self) -> Mapping[str, Collection[str]]:
        return roles_in_houses(self.house_ids)

    @cached_property
    def _outside(self) -> Mapping[str, Sequence[Staff]]:
        return contacts_of(self.house_ids)

    def about(self, alert: AlertRow | NewAlert) -> frozenset[str]:
        """Return whose doing this is about (ids), to be asked about it.

        They opened words, let in a device, changed a phone, or took help out of an agreement.
        Whoever else opened the same words is no one to ask about it, while anybody is here.
        """
        if alert.tells_of:  # its words say that they do it
            return frozenset(alert.tells_of)
        if opening := opening_of(alert.kind, alert.key):
            by, opened = opening
            others = openings.openers_beside(opened) | {by}
            return others if set(self.all_here(alert.house_id)) - others else frozenset({by})
        did = self._who_did(alert)
        return frozenset({did} if did else ())

    @staticmethod
    def _who_did(alert: AlertRow | NewAlert) -> str | None:
        if writer := writer_of(alert.kind, alert.key):
            return writer
        if change_id := change_of(alert.kind, alert.key, alert.group_key):
            changed = phone_changes.change(change_id)
            return changed.changed_by if changed else None
        device_id = device_of(alert.kind, alert.key)
        found = devices.device(device_id) if device_id else None
        return found.enrolled_by if found else None

    def may_know(
        self, alert: AlertRow | NewAlert, now: datetime, step: int = 0
    ) -> Mapping[str, Staff]:
        """Return who may be told of this alert, by id: staff of the person's house, or outside it.

        Never whom it is about.

        `step`: of the ladder, that is told now; what is for those outside widens with it.
        """
        thing = self._thing(alert, now, step)
        about, here = self.about(alert), self._here(alert.house_id)
        here = {key: one for key, one in here.items() if key not in about} if about else here
        if for_all_told(thing):
            return here
        outside = {one.id: one for one in self._outside.get(alert.house_id, ())}
        may = those_who_may(here, thing, alert.house_id, outside)
        return {key: one for key, one in {**outside, **here}.items() if key in may}

    def _thing(self, alert: AlertRow | NewAlert, now: datetime, step: int) -> Alert:
        if self.said is None:
            self.said = said_in(self.check_in_ids, now)
        around = Around(alert.person_id or "", alert.house_id)
        thing = as_alert(alert, around, self.said.get(alert.check_in_id or ""))
        return replace(thing, said=_at_step(thing.said, alert, step)) if thing.said else thing

    def beyond(
        self, alert: AlertRow | NewAlert, now: datetime, step: int = 0
    ) -> Sequence[Sequence[Staff]]:
        """Return who may be called in from beyond the house, where nobody in it can be told.

        First who manages other houses, then the contacts outside: never whom it is about, nor from
        whom its person keeps something that is kept from nobody here.
        """
        house = alert.house_id
        never = self.about(alert) | _kept_out(alert.person_id or "", self.all_here(house))
        circles = self._managers_elsewhere(house), self._outside.get(house, ())
        ids = ([one.id for one in circle if one.id not in never] for circle in circles)
        may = those_called_in(self._thing(alert, now, step), house, *ids)
        return [[one for one in circle if one.id in may] for circle in circles]

    def may_hear(
        self, alert: AlertRow | NewAlert, now: datetime, told: Collection[str], step: int = 0
    ) -> Mapping[str, Staff]:
        """Return who may know of it, with whoever was called in. `told`: who was sent a message of it."""
        here = self.may_know(alert, now, step)
        if not set(told) - here.keys() - set(self.all_here(alert.house_id)):
            return here
        called = (one for circle in self.beyond(alert, now, step) for one in circle)
        return {**{one.id: one for one in called if one.id in told}, **here}

    def _managers_elsewhere(self, house_id: str) -> Sequence[Staff]:
        if house_id not in self._elsewhere:
            self._elsewhere[house_id] = staff_kept.who_manages_elsewhere(house_id)
        return self._elsewhere[house_id]

    def _here(self, house_id: str) -> Mapping[str, Staff]:
        """Return who works in a house, in the order of all; after an outage, for many alerts."""
        if house_id not in self._by_house:
            here = self._staff_by_house.get(house_id, ())
            self._by_house[house_id] = {k: one for k, one in self.staff.items() if k in here}
        return self._by_house[house_id]

    def all_here(self, house_id: str) -> Collection[str]:
        """Return the ids of who works in a house."""
        return self._staff_by_house.get(house_id, ())

    def someone(self, staff_id: str, house_id: str) -> Staff | None:
        """Return one of a house, or of those who can be called in from beyond it."""
        circles = (self._outside.get(house_id, ()), self._managers_elsewhere(house_id))
        beyond = (one for circle in circles for one in circle if one.id == staff_id)
        return self.staff.get(staff_id) or next(beyond, None)

    def those_who_lead(self, house_id: str) -> tuple[str, ...]:
        """Return the ids of who leads in a house, by name."""
        here = self._here(house_id).values()
        return tuple(one.id for one in here if staff_kept.is_leading(one))

    def on_call(self, house_id: str, now: datetime) -> tuple[str, ...]:
        """Return the ids of who is on cover now for anybody who lives in a house."""
        persons = [one.id for one in people.people_of_houses([house_id])]
        found = agreements.agreements_of_people(persons, now)
        agreed = [covering_among(found.get(one, [])) for one in persons]
        each = (one.agreement for one in agreed if one)
        on = (one for a in each for one in on_cover(a.cover, local(now, a.zone).time()))
        return tuple(dict.fromkeys(on))

    def managers(self, house_id: str) -> tuple[str, ...]:
        """Return the ids of a house's managers."""
        if house_id not in self._managers:
            self._managers[house_id] = tuple(staff_kept.managers_of(house_id))
        return self._managers[house_id]


def _kept_out(person_id: str, here: Collection[str]) -> frozenset[str]:
    """Return from whom (ids) a person keeps what called staff of late, and all who work here may know.

    Were it kept from one of these too, who is not rung of a call would tell them that something is.
    """
    raised = which_alerts.alerts_of_person(person_id)
    told = confided({one.check_in_id for one in raised if one.check_in_id})
    closed = (key for key, one in told.items() if any(map(one.is_closed_to, here)))
    return kept_out_of(told.keys() - set(closed))


def _at_step(said: Said, alert: AlertRow | NewAlert, step: int) -> Said:
    """Return it as it stands once its alert was told so far, and nobody took it."""
    if alert.kind == TOLD_OUTSIDE:
        return replace(said, unanswered=max(said.unanswered, step))
    return said if alert.task else replace(said, waited=max(said.waited, step))
