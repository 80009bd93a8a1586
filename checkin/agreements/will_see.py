"""Who will see what is said, before it is said: by the rule that later lets them in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checkin.agreements.meant_for import PICKED
from checkin.agreements.seeing import May, may_see
from checkin.agreements.seen import NOBODY, Alert, Said, StaffMember, Thing, Words
from checkin.agreements.who_outside import called_in_outside

FEW = 3  # so many are all named


@dataclass(frozen=True, slots=True)
class WillSee:
    """Who will see what is said, as a person is told: these by name, and whether others too."""

    named: tuple[str, ...] = ()  # staff ids
    others: bool = False
    picked: bool = False  # those the person picks


def who_will_see(said: Said, on_cover: Sequence[str]) -> WillSee:
    """Return whom a person is told of, who may all see it: first who knows them, and who is there.

    `on_cover`: the ids of who is on cover now.
    """
    if PICKED in said.seen_by:
        return WillSee(picked=True)
    around = said.around
    may = those_who_may(sorted(around.team.staff), Words(said), around.house)
    first = [one for one in (around.team.keyworker, *on_cover) if one in may]
    named = tuple(dict.fromkeys(one for one in first if one))
    others = sorted(may.difference(named))
    if len(may) <= FEW:
        return WillSee((*named, *others))
    return WillSee(named, others=bool(others))


def those_who_may(
    staff: Iterable[str], thing: Thing, house: str, outside: Iterable[str] = ()
) -> frozenset[str]:
    """Return who of these staff of one house, and of its contacts outside, may see it.

    For recipients, and for promises.
    """
    here = frozenset({house})
    viewers = (
        *(StaffMember(one, here) for one in staff),
        *(StaffMember(one, NOBODY, outside_of=here) for one in outside),
    )
    return frozenset(one.id for one in viewers if isinstance(may_see(one, thing), May))


def those_called_in(
    alert: Alert, house: str, elsewhere: Iterable[str], outside: Iterable[str]
) -> frozenset[str]:
    """Return who may be told of an alert where nobody of its house can be: they would see it then.

    `elsewhere`: who manages other houses. `outside`: the contacts outside this one (ids).
    """
    said, those = alert.said, (frozenset(elsewhere), frozenset(outside))
    told = said and replace(said, told=said.told | called_in_outside(said))
    called = replace(alert, said=told, called_in=those[0] | those[1])
    viewers = (
        *(StaffMember(one, NOBODY) for one in those[0]),
        *(StaffMember(one, NOBODY, outside_of=frozenset({house})) for one in those[1]),
    )
    return frozenset(one.id for one in viewers if isinstance(may_see(one, called), May))
