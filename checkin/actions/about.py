"""Who a conversation is with: the words, settings and faces that differ per person."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from checkin import wording
from checkin.actions.as_rules_see import covering_among
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.promises import promises
from checkin.actions.who_will_see import SOMEBODY, sees
from checkin.agreements.agreement import Agreement
from checkin.agreements.cover import on_cover
from checkin.agreements.how_asked import Lines
from checkin.agreements.own_plan import plan
from checkin.agreements.times import local
from checkin.conversation.talking.about import About, Listed
from checkin.storage import agreements, circles, houses, outside, own, own_sets, which_check_ins
from checkin.storage import staff as staff_kept
from checkin.storage.own_sets import OwnLines
from checkin.storage.tables import PersonRow, Staff


def about(
    person: PersonRow, agreement: Agreement | None, now: datetime, *, seen_by: Sequence[str] = ()
) -> About:
    """Gather what a flow may name about this person, as it is now. `seen_by`: as the flow says."""
    staff = staff_kept.staff_of_houses([person.house_id])
    lines = own_sets.lines_of([person.id])[person.id]
    will = sees(person, seen_by, staff, _on_cover(person, agreement, now), now)
    return About(
        values={**_values(person, agreement, staff, lines, now), "sees_names": will.names},
        profile=_profile(person, lines),
        lists={
            "circle": tuple(
                Listed(row.id, row.name, row.photo) for row in circles.circle_of(person.id)
            ),
            "staff": tuple(_face(one) for one in staff),
            "staff_and_outside": tuple(_face(one) for one in (*staff, *_outside(person))),
            "sees": tuple(_face(one) for one in will.people),
            "keyworker": tuple(_face(one) for one in staff if one.id == person.keyworker_id),
            "cover": tuple(_face(one) for one in staff if one.id in _cover_ids(agreement)),
            "places": tuple(Listed(row.id, row.name) for row in circles.places_of(person.id)),
            "goals": _lines("goal", lines[Lines.GOAL]),
            "plan": _lines("line", plan(lines)),
            "promises": promises(person.id, now),
        },
    )


def text_values(person: PersonRow, agreement: Agreement | None, now: datetime) -> dict[str, str]:
    """Return what a fixed text may name: {name}, {staff}, {group_name} ..."""
    staff = staff_kept.staff_of_houses([person.house_id])
    return _values(person, agreement, staff, own_sets.lines_of([person.id])[person.id], now)


def cover_agreement(person_id: str, now: datetime) -> Agreement | None:
    """Return the agreement whose cover answers for a person now, if there is one."""
    covering = covering_among(agreements.agreements_of(person_id, now))
    return covering.agreement if covering else None


def _values(
    person: PersonRow,
    agreement: Agreement | None,
    staff: Iterable[Staff],
    lines: OwnLines,
    now: datetime,
) -> dict[str, str]:
    by_id = {one.id: one.called for one in staff}
    agreed = agreement or cover_agreement(person.id, now)
    zone = agreed.zone if agreed else houses.house(person.house_id).zone
    covers = _on_cover(person, agreed, now)
    keyworker = by_id.get(person.keyworker_id or "", "Staff")
    on_now = next((by_id[one] for one in covers if one in by_id), keyworker)
    coming, today = which_check_ins.next_text(person.id, now), local(now, zone).date()
    return {
        "name": person.called,
        "group_name": agreed.group_name if agreed else "",
        "goal_words": next(iter(lines[Lines.GOAL]), ""),
        "staff": on_now,
        "staff_name": keyworker,
        "sees_names": SOMEBODY,
        "day": wording.plain_day(local(now, zone) + timedelta(days=1)),
        "next_day": wording.day_from(today, local(coming.due_at, zone).date()) if coming else "",
        "time": wording.plain_time(local(coming.due_at, zone)) if coming else "",
    }


def on_cover_now(person: PersonRow, now: datetime) -> Staff | None:
    """Return who of the house answers for a person now: on cover, else their keyworker."""
    here = {one.id: one for one in staff_kept.staff_of_houses([person.house_id])}
    ids = (*_on_cover(person, None, now), person.keyworker_id)
    return next((here[one] for one in ids if one in here), None)


def _on_cover(person: PersonRow, agreement: Agreement | None, now: datetime) -> tuple[str, ...]:
    agreed = agreement or cover_agreement(person.id, now)
    return on_cover(agreed.cover, local(now, agreed.zone).time()) if agreed else ()


def _outside(person: PersonRow) -> Sequence[Staff]:
    return outside.contacts_of([person.house_id]).get(person.house_id, ())


def _face(one: Staff) -> Listed:
    return Listed(one.id, wording.begun(one.called), one.photo)


def _cover_ids(agreement: Agreement | None) -> set[str | None]:
    return {agreement.cover.day, agreement.cover.night} if agreement else set()


def _lines(name: str, lines: Iterable[str]) -> tuple[Listed, ...]:
    value = "goal_words" if name == "goal" else "plan_line"
    return tuple(
        Listed(f"{name}{number}", line, values={value: line})
        for number, line in enumerate(lines, start=1)
    )


def _profile(person: PersonRow, lines: OwnLines) -> dict[str, str]:
    """Return what a flow may ask about (flows/placeholders.yaml), as yes and no."""
    asked = flows_in_use().library.placeholders.profile
    kept = own.fields_of(person.id)
    return {
        "has_goal": "yes" if lines[Lines.GOAL] else "no",
        "has_plan": "yes" if plan(lines) else "no",
        **{name: kept[name] for name in asked if name in kept},
    }
