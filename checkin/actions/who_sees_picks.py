"""Who will see what is told to those one picks, as it stands now: true on each branch of it.

Worked out by the rule that later lets staff in (agreements/seeing.py): what calls for somebody at
once is for all who work here, and so is what was told to nobody; never for those it is kept from.
Where nobody here may, it is for those outside the house.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from checkin import wording
from checkin.actions.around import arounds
from checkin.actions.said_in import said_in
from checkin.actions.told_if_sent import hurt_told_to, said_if_sent
from checkin.actions.who_hurts import who_hurts
from checkin.actions.who_will_see import THOSE_PICKED
from checkin.agreements.meant_for import PICKED
from checkin.agreements.seen import Around, Said, Words
from checkin.agreements.will_see import FEW, those_who_may
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.picks_so_far import Picks
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import confided
from checkin.storage.tables import CheckInRow, Staff

ALL, ALL_OTHERS = "All staff here", "All other staff here"
NOBODY = "Nobody here"
YOU_SAY = "You say who will see this."
IF_NOBODY = "If you pick nobody, {names} can."
ALL_STAFF, OTHER_STAFF = "all staff", "all other staff"
OUTSIDE = "people outside your home"
IF_HURT = "If someone hurt you, others can too."
NOT_THOSE = "Not those you keep it from."
NOT_WHO = "Not the one you named."


@dataclass(frozen=True, slots=True)
class SeesPicks:
    """ "Priya", as "... will see this" begins (none: not to be said yet), what else is true, and who."""

    names: str
    more: tuple[str, ...] = ()
    people: tuple[Staff, ...] = ()


def who_sees_picks(
    check_in: CheckInRow, picks: Picks, now: datetime, *, named: Collection[str] = ()
) -> SeesPicks:
    """Return who will see it, if it is sent as it stands. `named`: from whom its words keep it (ids)."""
    around = arounds({check_in.person_id}, now)[check_in.person_id]
    said = _if_sent(check_in, around, picks, named, now)
    may = those_who_may(around.team.staff, Words(said), around.house, around.team.outside)
    if picks.shows_to is None and not picks.urgent and around.team.staff - said.kept_from:
        return _to_be_picked(picks, may, around)
    if not may:
        return SeesPicks(NOBODY)
    here = may & around.team.staff
    asked, kept = picks.keeps_from is not None, said.kept_from & around.team.staff
    some = not here.issuperset(around.team.staff - said.kept_from)
    if here <= said.picked or some or (asked and len(may) <= FEW):
        people = staff_kept.staff_by_name(may)
        not_those = () if here <= said.picked or not kept else (NOT_THOSE,)
        return SeesPicks(_names(people), not_those, people)
    first = [one.called for one in staff_kept.staff_by_name(said.picked & here)]
    outside = [one.called for one in staff_kept.staff_by_name(may - here)]
    all_here = ALL_OTHERS if first or kept else ALL
    return SeesPicks(
        wording.begun(wording.in_a_row([*first, _within(all_here, first), *outside])),
        (NOT_THOSE,) if kept or not asked else (),
        staff_kept.staff_by_name(said.picked & here),
    )


def _within(words: str, before: Sequence[str]) -> str:
    """Return it as it stands behind names: "Priya and all other staff here"."""
    return f"{words[0].lower()}{words[1:]}" if before else words


def who_sees_hurt(
    check_in: CheckInRow, given: Sequence[Given], now: datetime, *, answered: bool, step: str = ""
) -> SeesPicks | None:
    """Return who sees words that tell of somebody hurting the person, if they are sent as they stand.

    `answered`: they may have answered words of staff in it, which counts too. `step`: the one that
    is asked; none: all that was said. None where all of it tells of nobody.
    """
    hurt = who_hurts(check_in.person_id, given)
    if not (hurt or (answered and _told_of_hurt(check_in))):
        return None
    said = said_if_sent(check_in, given, now)
    said = replace(said, urgent=said.urgent or any(one.hurts for one in hurt.values()))
    if check_in.sent_at is None:  # later those who were told are known
        said = replace(said, told=said.told | hurt_told_to(check_in, hurt, given, now))
    may = _may_at({step} if step else {"", *(one.step for one in given)}, said)
    if not may:
        return SeesPicks(NOBODY)
    here, kept = said.around.team.staff, said.kept_from & said.around.team.staff
    if len(may) <= FEW or not may.issuperset(here - kept):
        people = staff_kept.staff_by_name(may)
        return SeesPicks(_names(people), people=people)
    outside = [one.called for one in staff_kept.staff_by_name(may - here)]
    names = wording.in_a_row([ALL_OTHERS if kept else ALL, *outside])
    return SeesPicks(names, (NOT_WHO,) if kept else ())


def _may_at(steps: Iterable[str], said: Said) -> frozenset[str]:
    """Return who may read what was said at some of these steps."""
    team, house = said.around.team, said.around.house
    each = (those_who_may(team.staff, Words(said, one), house, team.outside) for one in steps)
    return frozenset().union(*each)


def _told_of_hurt(check_in: CheckInRow) -> bool:
    told = confided({check_in.id}).get(check_in.id)
    return told is not None and told.hurt


def _if_sent(
    check_in: CheckInRow, around: Around, picks: Picks, named: Collection[str], now: datetime
) -> Said:
    """Return it as it would be sent; where it was, with who could not do it, and reads it since."""
    return replace(
        said_in({check_in.id}, now)[check_in.id],
        around=around,
        seen_by=(PICKED,),
        kept_from=(picks.keeps_from or frozenset()).union(named),
        picked=picks.shows_to or frozenset(),
        unclear=picks.unclear,
        urgent=picks.urgent,
        sent=True,
    )


def _to_be_picked(picks: Picks, may: Collection[str], around: Around) -> SeesPicks:
    """Say who sees it where nobody is picked; before the first pick, that it is theirs to say."""
    here = around.team.staff.intersection(may)
    hurt = (IF_HURT,) if picks.may_be_urgent and here else ()
    if picks.keeps_from is None:
        return SeesPicks("", (YOU_SAY, *hurt))
    others = OTHER_STAFF if around.team.staff - here else ALL_STAFF
    if not here:
        return SeesPicks(THOSE_PICKED, (IF_NOBODY.replace("{names}", OUTSIDE), *hurt))
    outside = (OUTSIDE,) if set(may) - here else ()  # they may, whoever is picked
    names, pick = wording.in_a_row([others, *outside]), wording.in_a_row([THOSE_PICKED, *outside])
    return SeesPicks(pick, (IF_NOBODY.replace("{names}", names), *hurt))


def _names(people: Collection[Staff]) -> str:
    return wording.begun(wording.in_a_row([one.called for one in people]))
