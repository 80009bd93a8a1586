"""Something new is agreed with a person: the next version, and what is planned follows it."""

from collections.abc import Iterator
from datetime import datetime, time

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.plan_anew import plan_anew
from checkin.actions.plan_check_ins import plan_check_ins
from checkin.agreements.agreement import Agreement
from checkin.agreements.cover import cover_problems
from checkin.agreements.in_force import comes_back
from checkin.agreements.problem import Problem
from checkin.agreements.problems import agreement_problems
from checkin.agreements.times import local, moment
from checkin.agreements.what_to_ask import cannot_be_asked
from checkin.agreements.what_to_count import no_longer_asked
from checkin.storage import agreement_versions, agreements, people
from checkin.storage import staff as staff_kept
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
        previous = versions[0] if versions else None
        draft = draft.model_copy(
            update={"version": previous.agreement.version + 1 if previous else 1}
        )
        problems = problems_of(draft, previous.agreement if previous else None, now, seen)
        if problems:
            return problems
        starts = max(now, moment(draft.valid_from, MIDNIGHT, draft.zone))
        agreement_versions.put_version(draft, staff_id, now, starts)
        back = comes_back(draft, previous.agreement) if previous else None
        if back is not None:
            again = moment(back.valid_from, MIDNIGHT, back.zone)
            agreement_versions.put_version(back, staff_id, now, again)
        if row is not None:
            plan_anew(row.id, starts, now)
        plan_check_ins(now)
    return ()


def problems_of(
    draft: Agreement, previous: Agreement | None, now: datetime, seen: int | None
) -> tuple[Problem, ...]:
    """Say what stands in the way of a draft, each as a sentence that says what to do."""
    person = people.the_person(draft.person)
    names = {one.id: one.called for one in staff_kept.staff_of_houses([person.house_id])}
    today = local(now, draft.zone).date()
    return (
        *_of_others(draft, previous, seen),
        *agreement_problems(draft, previous, today),
        *cover_problems(draft, names),
        *_of_counting(draft),
        *cannot_be_asked(draft, flows_in_use().flows),
        *_of_phone(draft, person),
    )


def _of_others(draft: Agreement, newest: Agreement | None, seen: int | None) -> Iterator[Problem]:
    if newest and seen not in (None, newest.version):
        ours = {"version": newest.version, "effect_shown": newest.effect_shown}
        same = draft.model_copy(update=ours) == newest
        yield Problem(KEPT_ALREADY if same else CHANGED_MEANWHILE)


def _of_counting(draft: Agreement) -> Iterator[Problem]:
    for one in no_longer_asked(draft, flows_in_use().flows):
        yield Problem(
            f"No question '{one.step}' can be answered with '{one.mark}'. Take that threshold away.",
            "thresholds",
        )


def _of_phone(draft: Agreement, person: PersonRow) -> Iterator[Problem]:
    """Nobody is asked by text who has no phone: it would look like silence."""
    if draft.channel == "text" and draft.times and not person.phone:
        yield Problem(
            f"{person.called} has no phone to be texted on. Write down their mobile first.",
            "person",
        )
