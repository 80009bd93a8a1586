"""Who wrote a version of an agreement may be all of its cover: what it takes away another looks at.

Source: thresholds.md C.0 "Cover rule", trust.md A row 19.
"""

from collections.abc import Iterator, Mapping

from checkin.agreements.agreement import Agreement
from checkin.agreements.cover import all_cover, cover_at_its_times
from checkin.agreements.happened import AgreementNarrowed, Person
from checkin.agreements.reached import Reached
from checkin.agreements.staff_named import IN_COVER
from checkin.wording import in_a_row

NARROWED = "agreement_narrowed"  # the kind of its task


def taken_away(
    before: Agreement, after: Agreement, by: str, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return for staff what a version takes away, where who wrote it (staff id) alone is told.

    `names`: by staff id what they are called.
    """
    return tuple(_less(before, after, names)) if _is_alone(after, by) else ()


def _is_alone(agreed: Agreement, by: str) -> bool:
    """Say whether this one is all of its cover, or all who are told at the times that it has."""
    cover = agreed.cover
    if set(all_cover(cover)) == {by}:
        return True
    goes_on_to = {cover.team_lead, cover.manager} - {None}
    return cover_at_its_times(agreed) == {by} and goes_on_to <= {by}


def _less(before: Agreement, after: Agreement, names: Mapping[str, str]) -> Iterator[str]:
    gone = sorted(names[one] for one in _rung(before) - _rung(after) if one in names)
    if gone:
        yield f"Not told any more: {in_a_row(gone)}."
    if {one.kind for one in before.thresholds} - {one.kind for one in after.thresholds}:
        yield "Something is not watched any more."
    if _asked(before) - _asked(after):
        yield "Not asked any more at some of the times."
    if _waits_longer(before.acts_after_minutes, after.acts_after_minutes):
        yield "Someone acts later than before, or never."


def _rung(agreed: Agreement) -> set[str]:
    return {one for role in IN_COVER if (one := getattr(agreed.cover, role))}


def _asked(agreed: Agreement) -> set[tuple[str, str]]:
    return {(one.key, day) for one in agreed.times for day in (one.days or (str(one.on),))}


def _waits_longer(before: int | None, after: int | None) -> bool:
    return before is not None and (after is None or after > before)


def narrowed(changed: AgreementNarrowed, person: Person) -> Reached:
    """Return what another who leads is to do: read it with the person, and have it put back where it is wrong."""
    key = f"{NARROWED}:{changed.by}:{changed.version_id}"
    return Reached(
        kind=NARROWED,
        level="today",
        key=key,
        group=key,
        title=f"{changed.by_name} changed what is agreed with {person.name}, and alone is told now.",
        what=(f"{changed.title}.", *changed.less, f"Ask {person.name}: is that what you want?"),
        about="service",
        task=True,
        for_staff=changed.reader,
    )
