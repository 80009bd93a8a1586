"""A text of staff that took no alert: which telling it is about, and who reads it."""

import re
from collections.abc import Sequence
from datetime import datetime

from checkin.actions.calls import FOR_HELP
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.may_see import words_open_to
from checkin.actions.what_is_apart import kept_whole_from
from checkin.actions.who_hurts import who_is_in
from checkin.agreements.seen import StaffMember
from checkin.agreements.texts_of_staff import readers
from checkin.conversation.replies.hurt_by import HurtBy, hurt_by
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.named_too import whom_named
from checkin.conversation.replies.names_said import somebody
from checkin.storage import check_ins, people, which_alerts
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import confided, kept_out_of
from checkin.storage.staff import LEADS
from checkin.storage.tables import HeardRow, PersonRow, Staff


def telling_meant(staff: Staff, words: str, now: datetime) -> str | None:
    """Return the open telling, told to some alone, that somebody texts of: one they may see, else another.

    Their words name whose it is, or somebody it is kept from. Of several it is the one kept from most.
    """
    houses = staff_kept.houses_of(staff.id)
    live = which_alerts.alerts_of_houses(houses)
    open_ = {one.check_in_id for one in live if one.check_in_id and one.kind not in FOR_HELP}
    told = confided(open_).keys()
    seen = words_open_to(_viewer(staff.id), told, now)
    named = _named(words, houses)
    meant = [one for one in sorted(told) if named & {_whose(one), *kept_out_of([one])}]
    return max(meant, key=lambda one: (one in seen, len(kept_out_of([one]))), default=None)


def who_reads_it(text: HeardRow, staff: Staff, now: datetime) -> frozenset[str]:
    """Return who of those who lead where this member of staff works reads their text (ids)."""
    leads = [one.id for one in who_leads_beside(staff)]
    about = {text.check_in_id} if text.check_in_id else set()
    may = [one for one in leads if about and not kept_whole_from(_viewer(one), about, now)]
    kept_out = bool(about) and bool(kept_whole_from(_viewer(staff.id), about, now))
    return _readers(text.words, staff, leads, may if about else None, kept_out=kept_out)


def who_reads_by_its_words(words: str, staff: Staff) -> Sequence[Staff]:
    """Return who of those who lead may read it by whom it names, whatever anybody told: so it is said to who wrote it."""
    leads = who_leads_beside(staff)
    reads = _readers(words, staff, [one.id for one in leads], None)
    return [one for one in leads if one.id in reads]


def who_leads_beside(staff: Staff) -> Sequence[Staff]:
    """Return who leads where this one works, but for themself."""
    here = staff_kept.staff_of_houses(staff_kept.houses_of(staff.id))
    return [one for one in here if one.id != staff.id and _leads(one)]


def _leads(one: Staff) -> bool:
    return not LEADS.isdisjoint(role.name for role in one.roles)


def _readers(
    words: str,
    staff: Staff,
    leads: Sequence[str],
    may: Sequence[str] | None,
    *,
    kept_out: bool = False,
) -> frozenset[str]:
    houses = staff_kept.houses_of(staff.id)
    hurt = who_is_hurt(words, houses)
    named = leads if hurt and hurt.unclear else _named(words, houses)
    or_nobody = hurt is not None or _leads(staff)
    return readers(leads, named, may, kept_out=kept_out, or_nobody=or_nobody)


def names_nobody_of_staff(staff: Staff, words: str) -> bool:
    """Say whether their words tell of no hurt, and of nobody who works where they do."""
    houses = staff_kept.houses_of(staff.id)
    works_here = {one.id for one in staff_kept.staff_of_houses(houses)}
    return not who_is_hurt(words, houses) and works_here.isdisjoint(_named(words, houses))


def who_is_hurt(words: str, houses: Sequence[str]) -> HurtBy | None:
    """Return who hurts somebody of these houses as staff text it: read as if that person said it."""
    persons = people.people_of_houses(houses)
    language = flows_in_use().library.language
    names = [name for one in persons for name in (one.name, one.called)]
    somebody_here = "|".join(map(re.escape, [*names, *language.cries.him]))
    staff = tuple(one for house in houses for one in who_is_in(house) if one.reads)
    said = re.sub(rf"\b({somebody_here})\b", "me", words, flags=re.IGNORECASE)
    return hurt_by(said, staff, language)


def _viewer(staff_id: str) -> StaffMember:
    return StaffMember(staff_id, frozenset(staff_kept.houses_of(staff_id)))


def _whose(check_in_id: str) -> str:
    found = check_ins.as_it_stands(check_in_id)
    return found.person_id if found else ""


def _named(words: str, houses: Sequence[str]) -> frozenset[str]:
    """Return who of these houses is named, staff or not (ids)."""
    staff, persons = staff_kept.staff_of_houses(houses), people.people_of_houses(houses)
    both: Sequence[Staff | PersonRow] = (*staff, *persons)
    language = flows_in_use().library.language
    here = tuple(somebody(one.id, one.called, one.name, language) for one in both)
    said = set(language.comparable(words).words)
    hinted = (one.id for one in staff if not said.isdisjoint(_hints(one, language)))
    return frozenset(whom_named(words, here, language)).union(hinted)


def _hints(one: Staff, language: Language) -> frozenset[str]:
    """Return the words that may mean one of staff beside their name: "mr bell", "the team lead"."""
    known, roles = language.from_staff, {role.name for role in one.roles}
    surname = language.comparable(one.name).words[-1:]
    leads = known.a_lead if "team_lead" in roles else ()
    manages = known.a_manager if "manager" in roles else ()
    return frozenset((*surname, *(f"{word}s" for word in surname), *leads, *manages))
