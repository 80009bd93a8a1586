"""Each alert as one line of the list: what, who has it, and what comes next if nobody acts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.contacts import Contacts
from checkin.actions.who_may_take import for_others
from checkin.actions.whom_a_step_tells import Whom
from checkin.agreements.ladder import Tell, next_tell
from checkin.agreements.seeing import Why
from checkin.agreements.where_pressed import CameOn, pressed_help
from checkin.door.kept_from_me import called_in_to, first_open_to
from checkin.door.me import Me
from checkin.lives.alert import LIVE
from checkin.lives.alert_moves import next_step
from checkin.staff.goes_by import called
from checkin.staff.heard_since import heard_since
from checkin.staff.plain import LEVELS
from checkin.staff.times import ago, at, when
from checkin.staff.whence import whence_of_alerts
from checkin.staff.where_pressed import besides, where_pressed
from checkin.storage import agreements, alert_life, alert_steps, people, what_was_sent, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AlertRow, PersonRow, Staff
from checkin.wording import begun, in_a_row

ORDER = tuple(LEVELS)
FROM_HERE = "Texted"
MOST = 200  # on one page


@dataclass(frozen=True, slots=True)
class AlertLine:
    """What staff see of an alert before they open it."""

    alert: AlertRow
    person: PersonRow | None
    said: tuple[
        str, ...
    ]  # the person's words, the newest first, or the first line of what happened
    heard: tuple[str, ...]  # of who was missed: what they texted since, and last
    opened: str
    has_it: str  # "Marcus has it since 10:22", or that nobody has
    next: str  # "Lena is told at 10:25.", or "is told again" where she was told before
    mine: bool
    what: tuple[str, ...]  # what happened, a line each
    whence: tuple[str, ...]  # where Help was pressed; which device is not known for theirs
    for_others: str  # why whoever looks may not take it; nothing where they may
    called_in: str = ""  # why whoever looks was told, who works in another house, or in none

    @property
    def about(self) -> str:
        """Whom it is about, where its title was written before somebody of that name came."""
        name = called(self.person) if self.person else ""
        return "" if name in self.alert.title else name

    @property
    def no_words(self) -> bool:
        """Whether whoever looks reads no word of the person, but that somebody is needed."""
        return self.called_in == Why.called_last

    @property
    def live(self) -> bool:
        """Whether nobody has closed it, nor taken it off the list."""
        return self.alert.state in LIVE

    @property
    def can_take(self) -> bool:
        """Whether it is there to be taken by whoever looks."""
        return self.alert.state == "open" and not self.for_others


@dataclass(frozen=True, slots=True)
class AlertList:
    """Calls for someone to act, and apart from them the work to do."""

    alerts: tuple[AlertLine, ...]
    tasks: tuple[AlertLine, ...]

    @property
    def free(self) -> int:
        """How many alerts nobody has taken."""
        return sum(line.can_take for line in self.alerts)

    @property
    def nobody_has(self) -> int:
        """How many alerts nobody has taken, whoever may."""
        return sum(line.alert.state == "open" for line in self.alerts)

    @property
    def mine(self) -> bool:
        """Whether whoever looks has them all."""
        return all(line.mine for line in self.alerts)


def alert_list_of(who: Me, now: datetime) -> AlertList:
    """Return what is open in someone's houses, the most pressing first."""
    lines = alert_lines(pressing(who), who, now)
    return AlertList(
        tuple(person_by_person([line for line in lines if not line.alert.task])),
        tuple(line for line in lines if line.alert.task),
    )


def person_by_person(lines: Sequence[AlertLine]) -> list[AlertLine]:
    """Put what is as pressing about one person together, where the longest waiting of it stands."""
    first: dict[tuple[str, str], int] = {}
    for place, line in enumerate(lines):
        first.setdefault(_beside(line), place)
    return sorted(lines, key=lambda line: first[_beside(line)])


def _beside(line: AlertLine) -> tuple[str, str]:
    return line.alert.level, line.person.id if line.person else line.alert.id


def pressing(who: Me) -> list[AlertRow]:
    """Return what is open in someone's houses, or what they were called in to, the most pressing first."""
    called = which_alerts.houses_that_told(who.id) if who.manages else ()
    houses = [*{*who.reaches, *called}]
    return first_open_to(
        who,
        lambda most, after: which_alerts.pressing_alerts(houses, ORDER, most, after),
        MOST,
    )


def alert_lines(rows: Sequence[AlertRow], who: Me, now: datetime) -> list[AlertLine]:
    """Return the lines of alerts that are there for them; the longest waiting first."""
    called = called_in_to(who, rows)
    lines = _lines(rows, who, now)
    return [_as_read(line, called.get(line.alert.id, "")) for line in lines]


def _as_read(line: AlertLine, why: str) -> AlertLine:
    """Return it as it is read by whoever was called in."""
    read = replace(line, called_in=why)
    return replace(read, said=(), heard=(), what=(), whence=()) if read.no_words else read


def _lines(rows: Sequence[AlertRow], who: Me, now: datetime) -> list[AlertLine]:
    persons = people.people_by_id([row.whose for row in rows])
    agreed = agreements.versions(
        [row.agreement_version_id for row in rows if row.agreement_version_id]
    )
    named = staff_kept.staff_by_id([row.taken_by for row in rows if row.taken_by])
    contacts = Contacts(
        frozenset(row.house_id for row in rows),
        frozenset(row.check_in_id for row in rows if row.check_in_id),
    )
    cannot = alert_steps.who_cannot([row.id for row in rows])
    told = what_was_sent.told_of([row.id for row in rows])
    came_from = whence_of_alerts(rows, who)
    pressed = where_pressed([row.id for row in rows], now)
    heard = heard_since(rows, persons, who, now)

    def whom(row: AlertRow) -> Whom:
        version = agreed.get(row.agreement_version_id or "")
        agreement = version.agreement if version else None
        return Whom(row, persons.get(row.whose), agreement, contacts, cannot[row.id])

    ready = sorted(rows, key=lambda row: (ORDER.index(row.level), row.opened_at, row.title))
    return [
        AlertLine(
            alert=row,
            person=persons.get(row.whose),
            said=_said(row, persons.get(row.whose), _what(row, pressed[row.id])),
            heard=heard.get(row.id, ()),
            opened=ago(row.opened_at, now),
            has_it=_has_it(row, named[row.taken_by].called if row.taken_by else "", who, now),
            next=_next_told(whom(row), told[row.id], now),
            mine=row.taken_by == who.id,
            what=_what(row, pressed[row.id]),
            whence=(*_pressed(pressed[row.id], persons.get(row.whose)), *came_from.get(row.id, ())),
            for_others=_for_others(whom(row), who, told[row.id], now),
        )
        for row in ready
    ]  # fmt: skip


def _for_others(those: Whom, who: Me, told: Collection[str], now: datetime) -> str:
    others = for_others(those, who.id, told, now)
    return others.words if others else ""


def _next_told(those: Whom, told: Collection[str], now: datetime) -> str:
    """Say who hears of an alert next, and when, unless someone acts before. `told`: who did."""
    row = those.alert
    if row.next_at is None:
        return ""
    step = next_step(alert_life.live(row), row.next_at).step
    tell = next_tell(row.level, step, row.next_at, task=row.task, do_by=row.do_by)
    staff = those.as_it_goes_on(tell, row.next_at)
    then = at(row.next_at, now)
    if not staff:
        return f"It comes back {then}."
    hears = f"{_hears(staff, told, tell)} {then}"
    if row.state != "claimed":
        return f"{hears}."
    ends = row.do_by and now < row.do_by <= row.next_at
    return f"{hears}, unless {'it ends before' if ends else 'a step is logged'}."


def _hears(staff: Sequence[Staff], told: Collection[str], tell: Tell) -> str:
    """Say who hears of it: what is for a list reaches nobody's phone."""
    names, again = in_a_row([one.called for one in staff]), all(one.id in told for one in staff)
    if tell.by == "list":
        return f"It comes {'back ' if again else ''}on the list of {names}"
    return f"{begun(names)} {'is' if len(staff) == 1 else 'are'} told{' again' if again else ''}"


def _what(row: AlertRow, pressed: Sequence[CameOn]) -> tuple[str, ...]:
    return besides(row.what) if pressed else tuple(row.what)


def _pressed(on: Sequence[CameOn], person: PersonRow | None) -> tuple[str, ...]:
    return (pressed_help(on, called(person)),) if on and person else ()


def _said(row: AlertRow, person: PersonRow | None, what: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the list shows of what happened: nothing, where it was said privately."""
    if row.said_privately:
        return ()
    name = person.called if person else FROM_HERE
    theirs = tuple(line for line in what if line.startswith(f"{name}: "))
    return theirs or what[:1]


def _has_it(row: AlertRow, name: str, who: Me, now: datetime) -> str:
    if row.state in ("closed", "cancelled"):
        ended = "Closed" if row.state == "closed" else "Taken off the list"
        return f"{ended} {at(row.closed_at, now)}: {row.outcome}."
    if row.taken_by is None:
        return "Nobody has it yet."
    mine = row.taken_by == who.id
    return f"{'You have' if mine else f'{name} has'} it since {when(row.taken_at, now)}."
