"""Calls that stand in for a text, and calls that nobody made.

Source: texts.md B.4, scenarios.md variant D-NOSTART.
"""

from checkin.agreements.happened import Person
from checkin.agreements.happened_by_text import CallNotDone, CannotBeTexted
from checkin.agreements.reached import Reached


def ring_in_place(due: CannotBeTexted, person: Person) -> Reached:
    """Someone rings in place of the text, unless the person said no to check-ins."""
    what = f"Due {due.due_local_label}: {due.check_in_key}."
    said_no = f'{person.name} said "no check-ins". Do not ring.'
    return Reached(
        kind="cannot_be_texted",
        level="today",
        key=f"cannot_be_texted:{due.check_in_id}:{due.call_by.isoformat(timespec='minutes')}",
        group=group_of_call(due.check_in_id),
        title=_RING[due.why].format(name=person.name),
        what=(what, said_no) if due.said_no_check_ins else (what,),
        task=True,
        do_by=due.call_by,
    )


def group_of_call(check_in_id: str) -> str:
    """Return what the call that stands in for one text is found by; LATE may move it."""
    return f"cannot_be_texted:{check_in_id}"


def call_not_done(call: CallNotDone, person: Person) -> Reached:
    """About staff, not about the person: nobody made the call."""
    key = f"call_not_done:{call.check_in_id}"
    return Reached(
        kind="call_not_done",
        level="soon",
        key=key,
        group=key,
        title=f"The check-in by phone with {person.name} was not done",
        what=(f"{person.name}: {call.check_in_key}, due {call.due_local_label}.",),
        about="service",
    )


_RING = {
    "stopped": "Ring {name} (texts are stopped)",
    "paused": "Ring {name} (texts are paused)",
    "no_phone": "Ask {name} yourselves (no phone is written down)",
}
