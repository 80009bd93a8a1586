"""Something new is agreed with a person: the next version, and what is planned follows it."""

from collections.abc import Container, Iterator, Sequence
from datetime import datetime, time

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.look_at_narrowed import look_at_narrowed
from checkin.actions.plan_anew import plan_anew
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.actions.talk_goes_on import talk_goes_on
from checkin.agreements.agreement import Agreement
from checkin.agreements.asked_twice import asked_twice
from checkin.agreements.cover import cover_problems
from checkin.agreements.in_force import in_force_at
from checkin.agreements.problem import Problem
from checkin.agreements.problems import agreement_problems
from checkin.agreements.problems_of_times import no_such_zone
from checkin.agreements.staff_named import not_of_the_house, staff_named
from checkin.agreements.times import local, moment
from checkin.agreements.what_to_ask import cannot_be_asked
from checkin.agreements.what_to_count import counts_in_vain
from checkin.lives.reach import reach
from checkin.storage import agreement_versions, agreements, houses, people
from checkin.storage import staff as staff_kept
from checkin.storage.agreements import InForce
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together

MIDNIGHT = time(0)
KEPT_ALREADY = "This is kept already."
CHANGED_MEANWHILE = (
    "Someone else changed this agreement while you wrote. Read what stands now, then write it anew."
)


def change_agreement(
    draft: Agreement, staff_id: str | None, now: datetime, *, seen: int | None = None
) -> tuple[Problem, ...]:
    """Keep the draft as the next version; or return what is wrong, and keep nothing.

    The version number is ours to give. `seen` is the newest version that a page showed: nothing
    is kept once there is another. Check-ins that were planned and not asked yet, and fall to the
    new version, follow it; what the person said about them holds.
    """
    with kept_together():
        row = agreements.held(draft.key)
        versions = agreements.versions_of(row.id) if row else []
        newest = versions[0].agreement.version if versions else 0
        draft = draft.model_copy(update={"version": newest + 1})
        problems = problems_of(draft, versions, now, seen)
        if problems:
            return problems
        starts, stood = _starts(draft, now), _stood(draft, versions, now)
        version_id = agreement_versions.put_version(draft, staff_id, now, starts)
        if stood and staff_id:
            look_at_narrowed(stood, draft, version_id, staff_id, now)
        talk_goes_on(versions, agreements.version(version_id), staff_id, now)
        if row is not None:
            plan_anew(row.id, starts, now)
        plan_check_ins(now)
    return ()


def problems_of(
    draft: Agreement, versions: Sequence[InForce], now: datetime, seen: int | None
) -> tuple[Problem, ...]:
    """Say what stands in the way of a draft, each as a sentence that says what to do.

    `versions`: all that were kept of it, the newest first.
    """
    if unknown := tuple(no_such_zone(draft)):
        return unknown
    person = people.the_person(draft.person)
    names = {one.id: one.called for one in staff_kept.staff_of_houses([person.house_id])}
    today = local(now, draft.zone).date()
    return (
        *_of_others(draft, versions[0].agreement if versions else None, seen),
        *agreement_problems(draft, _stood(draft, versions, now), today),
        *cover_problems(draft, names),
        *not_of_the_house(draft, houses.house(person.house_id).name, _strangers(draft, names)),
        *counts_in_vain(draft, flows_in_use().flows),
        *cannot_be_asked(draft, flows_in_use().flows),
        *asked_twice(draft, _others_of(person, draft, now), today),
        *_of_phone(draft, person),
    )


def _stood(draft: Agreement, versions: Sequence[InForce], now: datetime) -> Agreement | None:
    """Return what a draft takes the place of as it begins, numbered as the newest, which it follows."""
    if not versions:
        return None
    stood = in_force_at(versions, _starts(draft, now)) or versions[0]
    return stood.agreement.model_copy(update={"version": versions[0].agreement.version})


def _of_others(draft: Agreement, newest: Agreement | None, seen: int | None) -> Iterator[Problem]:
    if newest and seen not in (None, newest.version):
        ours = {"version": newest.version, "effect_shown": newest.effect_shown}
        same = draft.model_copy(update=ours) == newest
        yield Problem(KEPT_ALREADY if same else CHANGED_MEANWHILE)


def _starts(draft: Agreement, now: datetime) -> datetime:
    return max(now, moment(draft.valid_from, MIDNIGHT, draft.zone))


def _others_of(person: PersonRow, draft: Agreement, now: datetime) -> list[Agreement]:
    """Return what else is agreed with the person, from the day on which the draft begins."""
    found = agreements.agreements_not_over(_starts(draft, now), person.id)
    return [one.agreement for one in found if one.agreement.key != draft.key]


def _strangers(draft: Agreement, works_here: Container[str]) -> dict[str, str]:
    """Return the addresses of those named who do not work here, by staff id."""
    others = {staff for _, staff in staff_named(draft) if staff not in works_here}
    known = staff_kept.staff_by_id(others)
    return {one: known[one].email if one in known else one for one in others}


def _of_phone(draft: Agreement, person: PersonRow) -> Iterator[Problem]:
    """Nobody is asked by text who has no phone: it would look like silence."""
    if draft.channel == "text" and draft.times and not reach(person, "text"):
        yield Problem(
            f"{person.called} has no phone to be texted on. Write down their mobile first.",
            "person",
        )
