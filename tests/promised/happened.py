"""What there is after something was said: what was raised, whom it reached, who can open it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select

from checkin import clock
from checkin.agreements.open_again import group_of
from checkin.lives.loop_key import step_of
from checkin.storage.tables import AlertRow, AnswerRow, Base, CheckInRow, LoopRow, MessageRow, db
from tests.promised.matching import Made
from tests.promised.small import PHONES, Small

LIVE = ("open", "claimed")


class Shown(NamedTuple):
    """One sentence that was shown or sent: where, when, and what it promises."""

    sentence: str
    made: Made
    where: str
    at: datetime
    step: str = ""
    last: bool = True  # nothing was said after it

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody whom it names."""
        return self.made.names

    def blank(self, name: str) -> str:
        """Return what stands in one of its blanks, empty where it has none."""
        return self.made.blanks.get(name, "")


@dataclass
class Happened:
    """After what one person said: in one check-in, or by text.

    said: what staff would read of it, by step. sent_at: None where it was not sent, or taken back.
    """

    small: Small
    person: str
    check_in: str = ""
    said: dict[str, str] = field(default_factory=dict)
    kept_from: frozenset[str] = frozenset()  # names
    sent_at: datetime | None = None
    picks_who_sees: bool = False
    shown_to: frozenset[str] = frozenset()  # names, where they were picked
    hurt: bool = False  # it told of somebody being hurt
    foretold: frozenset[str] = frozenset()  # who would be told, as it said before it was sent
    questions: int = 0  # so many were asked
    cut_short: bool = False  # an answer left some out
    _pages: dict[tuple[str, str], str] = field(default_factory=dict)

    def rows(self, table: type[Base], *where: Any) -> list[Any]:
        """Return what is kept in a table."""
        with self.small.reading():
            found = list(db.session.scalars(select(table).where(*where)))
            db.session.expunge_all()
        return found

    @property
    def raised(self) -> list[AlertRow]:
        """Return what it raised, the newest last."""
        of = AlertRow.person_id == self.person
        if self.check_in:
            judged = self.rows(LoopRow, LoopRow.person_id == self.person)
            groups = [group_of(one.id) for one in judged]
            of = (AlertRow.check_in_id == self.check_in) | AlertRow.group_key.in_(groups)
        return sorted(self.rows(AlertRow, of), key=lambda one: one.opened_at)

    @property
    def open(self) -> list[AlertRow]:
        """Return what it raised and nobody closed."""
        return [one for one in self.raised if one.state in LIVE]

    @property
    def row(self) -> CheckInRow:
        """Return the check-in as it stands."""
        (row,) = self.rows(CheckInRow, CheckInRow.id == self.check_in)
        return row

    @property
    def loops(self) -> list[LoopRow]:
        """Return what of it is kept to be answered."""
        of_one = LoopRow.check_in_id == self.check_in
        return self.rows(LoopRow, of_one if self.check_in else LoopRow.person_id == self.person)

    def told(self, name: str, alerts: Sequence[AlertRow]) -> bool:
        """Say whether a text or a call about one of these really went to somebody."""
        mine = (
            MessageRow.staff_id == self.small.ids[name],
            MessageRow.alert_id.in_([one.id for one in alerts]),
            MessageRow.sent_at.is_not(None),
        )
        return bool(self.rows(MessageRow, *mine))

    def reached(self, name: str, within: timedelta) -> bool:
        """Say whether a text or a call reached somebody so soon after it was sent."""
        since = self.sent_at or clock.now()
        return any(one.at <= since + within for one in self.small.reached_of(name, since))

    def can_open(self, name: str, step: str = "") -> bool:
        """Say whether somebody reads what was said, on the page where it would stand."""
        page = self.page(name, f"/staff/check-ins/{self.check_in}")
        return any(f'id="answer-{one.id}"' in page for one in self.answers(step))

    def reads(self, name: str, step: str = "") -> bool:
        """Say whether somebody reads it there, or where staff say what they do about it."""
        page = self.page(name, f"/staff/people/{self.person}/said")
        mine = self.rows(LoopRow, LoopRow.check_in_id == self.check_in)
        said = [one for one in mine if not step or step_of(one.key).rpartition(".")[2] == step]
        return self.can_open(name, step) or any(f'id="loop-{one.id}"' in page for one in said)

    def answers(self, step: str = "") -> list[AnswerRow]:
        """Return what was answered there, at one step or at all."""
        mine = self.rows(AnswerRow, AnswerRow.check_in_id == self.check_in)
        return [one for one in mine if not step or one.step.rpartition(".")[2] == step]

    def has_on_list(self, name: str, alert: AlertRow) -> bool:
        """Say whether it stands on somebody's list of what is to be done."""
        return f"/alerts/{alert.id}" in self.page(name, "/staff/")

    def page(self, name: str, address: str) -> str:
        """Return a page as somebody of staff reads it now; nothing where they may not."""
        if (name, address) not in self._pages:
            self._pages[name, address] = self.small.page(name, address)
        return self._pages[name, address]

    def anew(self) -> "Happened":
        """Look again: time has passed."""
        self._pages.clear()
        return self


def everybody() -> tuple[str, ...]:
    """Return the names of all, here and outside."""
    return tuple(PHONES)
