"""Someone presses Help and asks for a person: raise it at once, and say truthfully who was told."""

from dataclasses import dataclass
from datetime import datetime

from checkin.actions.about import cover_agreement
from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.agreements.cover import all_cover
from checkin.agreements.happened import HelpAsked
from checkin.agreements.thresholds import reached
from checkin.storage import agreements, alerts, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together


@dataclass(frozen=True, slots=True)
class HelpComing:
    """Who is being told, and who has answered so far (None: nobody yet)."""

    told: tuple[str, ...]
    answered_by: str | None


def call_for_help(
    person_id: str, now: datetime, *, check_in_id: str | None = None, words: str = ""
) -> HelpComing:
    """Raise a call for help. Pressing again joins the one that is open."""
    with kept_together():
        person = people.the_person(person_id)
        in_force = agreements.agreements_of(person_id, now)
        covering = cover_agreement(person_id, now)
        agreed = next((one for one in in_force if one.agreement == covering), None)
        happened = HelpAsked(new_id(), words or "Pressed Help on the tablet.")
        for one in reached(
            [one.agreement for one in in_force], happened, now, person=as_person(person, agreed)
        ):
            raise_alert(person, one, now, agreed=agreed, check_in_id=check_in_id)
    return help_coming(person_id, now)


def help_coming(person_id: str, now: datetime) -> HelpComing:
    """Return who was told of a person's open call for help, and who has it."""
    person = people.the_person(person_id)
    covering = cover_agreement(person_id, now)
    ids = all_cover(covering.cover) if covering else tuple(staff_kept.managers_of(person.house_id))
    live = alerts.live_in_group(f"help:{person_id}")
    named = staff_kept.staff_named([*ids, *([live.taken_by] if live and live.taken_by else [])])
    taken_by = live.taken_by if live else None
    return HelpComing(
        told=tuple(named[one].called for one in ids if one in named),
        answered_by=named[taken_by].called if taken_by else None,
    )
