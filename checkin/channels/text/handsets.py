"""What each of the demo's phones shows now."""

from dataclasses import dataclass
from re import findall
from zoneinfo import ZoneInfo

from checkin.channels.text.stand_in import Kept, StandIn
from checkin.storage.tables import PersonRow, Staff
from checkin.wording import plain_time

ZONE = ZoneInfo("Europe/London")
SEEN = 60  # texts on one phone


@dataclass(frozen=True, slots=True)
class Bubble:
    """One text or call on a phone."""

    id: str
    mine: bool
    call: bool
    words: str
    at: str
    state: str


@dataclass(frozen=True, slots=True)
class Handset:
    """One phone as it looks now."""

    number: str
    called: str
    role: str
    is_person: bool
    on: bool
    bubbles: tuple[Bubble, ...]

    @property
    def ringing(self) -> Bubble | None:
        """The call that rings now, if one does."""
        return next((one for one in self.bubbles if one.call and one.state == "ringing"), None)


def handset(owner: PersonRow | Staff, company: StandIn) -> Handset:
    """Return somebody's phone with the latest that came to it and went from it."""
    number = owner.phone or ""
    shown = [one for one in company.of(number) if _shows(one, number)]
    return Handset(
        number=number,
        called=owner.called,
        role=_role(owner),
        is_person=isinstance(owner, PersonRow),
        on=number not in company.phones_off,
        bubbles=tuple(_bubble(one, number) for one in shown[-SEEN:]),
    )


def _shows(one: Kept, number: str) -> bool:
    """Tell whether something shows on a phone: a text that still waits for it does not."""
    return one.from_ == number or one.kind == "call" or one.status == "delivered"


def _bubble(one: Kept, number: str) -> Bubble:
    call = one.kind == "call"
    words = " ".join(findall(r">([^<]+)</Say>", one.body)) if call else one.body
    at = plain_time(one.at.astimezone(ZONE))
    return Bubble(one.sid, one.from_ == number, call, words, at, one.status)


def _role(owner: PersonRow | Staff) -> str:
    if isinstance(owner, PersonRow):
        return "texts when out"
    return ", ".join(role.name.replace("_", " ") for role in owner.roles)
