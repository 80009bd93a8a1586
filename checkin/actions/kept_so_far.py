"""From whom a conversation that is not sent is kept: as they picked, and as their words say it.

Who hurts them is kept out from the first words on, in whatever flow; where nobody can tell who it
is, or whom to keep it from was asked and nobody picked, it closes (trust.md A2).
"""

from collections.abc import Collection, Mapping

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.who_hurts import who_hurts, who_hurts_in
from checkin.conversation.flows.flow import Flow
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.keeping import from_json
from checkin.conversation.talking.picks_so_far import picks_so_far
from checkin.conversation.talking.standing import SoFar
from checkin.storage import flows, people, which_check_ins
from checkin.storage import staff as staff_kept
from checkin.storage.kept_from import Confided
from checkin.storage.tables import CheckInRow


def kept_so_far(person_id: str, flow: Flow, so_far: SoFar) -> Confided:
    """Return it as far as this conversation has come."""
    return _kept(flow, so_far, who_hurts(person_id, so_far.answers.values()))


def keeps_anybody_out(person_id: str, flow: Flow, so_far: SoFar) -> bool:
    """Say whether it is kept from somebody as far as it has come, or may have to be."""
    kept = kept_so_far(person_id, flow, so_far)
    return kept.hurt or kept.unclear or bool(kept.kept_from)


def kept_out_so_far(person_id: str, flow: Flow, so_far: SoFar) -> frozenset[str]:
    """Return the ids of those from whom it is kept as far as this conversation has come."""
    return kept_so_far(person_id, flow, so_far).kept_from


def kept_out_in(check_in: CheckInRow) -> frozenset[str]:
    """Return the same of a check-in as it stands."""
    return _as_it_stands(check_in).kept_from


def known_to_be_kept_out(check_in: CheckInRow) -> frozenset[str]:
    """Return them where it is known who they are, and others work here who may know; else nobody."""
    return frozenset() if kept_from_all(check_in) else kept_out_in(check_in)


def kept_from_all(check_in: CheckInRow) -> HurtBy | None:
    """Return from whom it is kept, where nobody who works here may surely know of it; else None."""
    kept, house = _as_it_stands(check_in), people.the_person(check_in.person_id).house_id
    here = {one.id for one in staff_kept.staff_of_houses([house])}
    if not kept.unclear and not here <= kept.kept_from:
        return None
    return HurtBy(tuple(sorted(kept.kept_from)), kept.unclear)


def _as_it_stands(check_in: CheckInRow) -> Confided:
    if not check_in.so_far or check_in.flow_version_id is None:
        return Confided(frozenset(), frozenset())
    flow = flows.version(check_in.flow_version_id)
    return kept_so_far(check_in.person_id, flow, from_json(check_in.so_far))


def all_kept_so_far(check_in_ids: Collection[str]) -> Mapping[str, Confided]:
    """Return it by id for those of these check-ins that have begun, in a few questions."""
    rows = which_check_ins.begun(check_in_ids) if check_in_ids else ()
    talks = [from_json(row.so_far or "") for row in rows]
    persons = [row.person_id for row in rows]
    hurt = who_hurts_in(
        (person, talk.answers.values()) for person, talk in zip(persons, talks, strict=True)
    )
    return {
        row.id: _kept(flows.version(row.flow_version_id or ""), talk, by)
        for row, talk, by in zip(rows, talks, hurt, strict=True)
    }


def _kept(flow: Flow, so_far: SoFar, hurt: Mapping[str, HurtBy]) -> Confided:
    picks = picks_so_far(flow, so_far, OnAJourney(flows_in_use().frame.language))
    asked = picks.keeps_from is not None
    nobody_can_tell = (
        any(one.unclear for one in hurt.values()) if not asked else not picks.keeps_from
    )
    return Confided(
        kept_from=(picks.keeps_from or frozenset()).union(
            so_far.kept_out, *(one.named for one in hurt.values())
        ),
        shown_to=picks.shows_to or frozenset(),
        unclear=picks.unclear or nobody_can_tell,
        hurt=bool(hurt),
    )
