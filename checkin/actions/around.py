"""Who is around a person: their house, their team, who is on cover for them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from checkin.agreements.agreement import Agreement
from checkin.agreements.cover import all_cover
from checkin.agreements.seen import Around, Team
from checkin.agreements.threshold import AgreedWord
from checkin.storage import agreements
from checkin.storage.outside import ids_of_contacts
from checkin.storage.who_may_see import homes, owners_of_loops, roles_in_houses


def arounds(person_ids: Collection[str], now: datetime, *, teams: bool = True) -> dict[str, Around]:
    """Return who is around these people; without `teams`, only where they live."""
    where = homes(person_ids) if person_ids else {}
    if not teams or not where:
        return {key: Around(key, house) for key, (house, _) in where.items()}
    houses = {house for house, _ in where.values()}
    roles, outside = roles_in_houses(houses), ids_of_contacts(houses)
    agreed = agreements.agreements_of_people(person_ids, now)
    owners = owners_of_loops(person_ids)
    return {
        key: Around(
            key,
            house,
            _team(
                roles.get(house, {}),
                keyworker,
                [one.agreement for one in agreed.get(key, ())],
                owners.get(key, frozenset()),
                outside.get(house, frozenset()),
            ),
        )
        for key, (house, keyworker) in where.items()
    }


def _team(
    roles: Mapping[str, frozenset[str]],
    keyworker: str | None,
    agreed: Sequence[Agreement],
    owners: frozenset[str],
    outside: frozenset[str],
) -> Team:
    naming = [one for one in agreed if any(isinstance(part, AgreedWord) for part in one.thresholds)]
    leads = {one.cover.team_lead for one in agreed} & set(roles)
    return Team(
        staff=frozenset(roles),
        keyworker=keyworker if keyworker in roles else None,
        cover=_cover(agreed),
        word_cover=_cover(naming or agreed),
        team_leads=_with_role("team_lead", roles) | {one for one in leads if one},
        managers=_with_role("manager", roles),
        owners=owners,
        outside=outside,
    )


def _with_role(role: str, roles: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(one for one, had in roles.items() if role in had)


def _cover(agreed: Iterable[Agreement]) -> frozenset[str]:
    covers = [one.cover for one in agreed]
    named = {staff for one in covers for staff in (*all_cover(one), one.manager)}
    return frozenset(one for one in named if one)
