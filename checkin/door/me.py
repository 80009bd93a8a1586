"""Who is signed in: which houses are theirs, and what they are here."""

from dataclasses import dataclass

from flask import g

from checkin.door import sessions
from checkin.storage import staff as staff_kept
from checkin.storage.outside import is_outside_of
from checkin.storage.tables import PersonRow, Staff

RANKS = ("support_worker", "team_lead", "manager")


@dataclass(frozen=True, slots=True)
class Me:
    """A member of staff at work."""

    staff: Staff
    house_ids: tuple[str, ...]
    outside_of: tuple[str, ...]  # houses whose contact outside they are
    rank: int  # 0 support worker, 1 team lead, 2 manager

    @property
    def reaches(self) -> tuple[str, ...]:
        """Houses of which anything at all may be theirs to see."""
        return (*self.house_ids, *self.outside_of)

    @property
    def id(self) -> str:
        """The staff id."""
        return self.staff.id

    @property
    def leads(self) -> bool:
        """Whether this is a team lead or a manager."""
        return self.rank >= RANKS.index("team_lead")

    @property
    def manages(self) -> bool:
        """Whether this is a manager."""
        return self.rank >= RANKS.index("manager")


def me() -> Me:
    """Return who is signed in; only after the door let them in."""
    found: Me = g.me
    return found


def works_with(person: PersonRow) -> bool:
    """Say whether whoever is signed in works where this person lives."""
    return person.house_id in me().house_ids


def who_is_signed_in() -> Me | None:
    """Return who is signed in, if anyone is."""
    one = sessions.signed_in()
    if one is None:
        return None
    ranks = [RANKS.index(role.name) for role in one.roles if role.name in RANKS]
    g.me = Me(
        one,
        tuple(staff_kept.houses_of(one.id)),
        tuple(is_outside_of(one.id)),
        max(ranks, default=0),
    )
    return me()
