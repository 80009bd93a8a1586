"""A conversation begins, or is opened again where it was left."""

from dataclasses import dataclass, replace
from datetime import datetime

from checkin.actions.about import about
from checkin.actions.begun_elsewhere import begins_anew, ends_with_its_device
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.judge_promise import ask_if_it_helped
from checkin.conversation.flows.every_step import all_seen_by, every_step
from checkin.conversation.flows.flow import Channel, Flow
from checkin.conversation.talking.asking import prompt
from checkin.conversation.talking.engine import opening, taking
from checkin.conversation.talking.facts import Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.keeping import from_json, to_json
from checkin.conversation.talking.manner import MANNERS
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Start
from checkin.conversation.talking.scene import Scene, scene
from checkin.conversation.talking.standing import SoFar
from checkin.lives.check_in import begun
from checkin.lives.new_check_in import NewCheckIn
from checkin.storage import agreements, check_ins, flows, people, which_check_ins
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together


def begin(person_id: str, flow: str, channel: Channel, now: datetime) -> CheckInRow:
    """Begin a flow that the person chose to begin, such as "Tell someone"."""
    with kept_together():
        return check_ins.put(
            NewCheckIn(
                plan_key=None,
                agreement_version_id=None,
                person_id=person_id,
                key=flow,
                asks=flow,
                channel=channel,
                local_slot=f"{now:%Y-%m-%dT%H:%M}",
                life=begun(now),
            )
        )


def begin_once(
    person_id: str, flow: str, now: datetime, device_id: str | None = None
) -> CheckInRow:
    """Begin a flow on a tablet, or go back to one begun before, in which nothing is answered.

    The person is held meanwhile, so that two taps at once begin one. `device_id`: on which.
    """
    with kept_together():
        waiting = _waiting_there(person_id, flow, now, device_id)
        begun_before = (row for row in waiting if row.plan_key is None and not asks_one_thing(row))
        empty = next((row for row in begun_before if _is_empty(row)), None)
        return empty or begin(person_id, flow, "tablet", now)


def begin_one_question(
    person_id: str, flow: str, step: str, now: datetime, device_id: str | None = None
) -> CheckInRow:
    """Put one question of a flow alone; what was put so before, and not answered, is put no more."""
    with kept_together():
        waiting = _waiting_there(person_id, flow, now, device_id)
        before = (row for row in waiting if asks_one_thing(row))
        row = next((row for row in before if _is_empty(row)), None)
        row = check_ins.the_check_in((row or begin(person_id, flow, "tablet", now)).id)
        open_in(row, now, asks_only=step)
        carry_on(row)
        return row


def asks_one_thing(row: CheckInRow) -> bool:
    """Say whether it puts one question of its flow alone."""
    return bool(row.so_far and so_far_of(row).about.asks_only)


def begin_again_or_go_on(
    person_id: str, flow: str, now: datetime, device_id: str | None = None
) -> CheckInRow:
    """Begin a flow on a tablet, or go on with the one that waits: asked or begun, on any of theirs.

    The person is held meanwhile, so that two taps at once begin one. `device_id`: on which.
    """
    with kept_together():
        waiting = _waiting_there(person_id, flow, now, device_id)
        asked = next((row for row in waiting if not asks_one_thing(row)), None)
        return asked or begin(person_id, flow, "tablet", now)


def _waiting_there(
    person_id: str, flow: str, now: datetime, device_id: str | None
) -> list[CheckInRow]:
    """Hold the person, and return what waits of a flow and may be gone on with on this device."""
    people.held(person_id)
    waiting = which_check_ins.waiting_for(person_id, now)
    return [row for row in waiting if row.asks == flow and not ends_with_its_device(row, device_id)]


def _is_empty(row: CheckInRow) -> bool:
    if row.so_far is None:
        return True
    so_far = so_far_of(row)
    return so_far.stage != "ended" and not so_far.answers  # Skip is an answer too


@dataclass(frozen=True, slots=True)
class Opened:
    """A conversation as it stands: the check-in to look at, and what waits for an answer."""

    check_in: CheckInRow
    flow: Flow
    so_far: SoFar
    prompt: Prompt


def open_conversation(
    person_id: str, check_in_id: str, now: datetime, device_id: str | None = None
) -> Opened | None:
    """Open a check-in of a person; the first time, begin. Nothing given before is lost.

    `device_id`: on which; what was begun on one that is not known for theirs is begun anew on it.
    None where there is none, or it is somebody else's.
    """
    check_in = check_ins.as_it_stands(check_in_id)
    if check_in is None or check_in.person_id != person_id:
        return None
    if not check_in.so_far or begins_anew(check_in, device_id):
        with kept_together():
            held = check_ins.the_check_in(check_in_id)
            open_here(held, now, device_id)
        check_in = held
    return opened_at(scene_of(check_in), check_in)


def open_here(check_in: CheckInRow, now: datetime, device_id: str | None) -> None:
    """Open what is held on this device, where it is not open, or is begun anew on it."""
    if begins_anew(check_in, device_id):
        check_ins.begin_anew(check_in)
    if not check_in.so_far:
        open_in(check_in, now)


def opened_at(now: Scene, check_in: CheckInRow) -> Opened:
    """Return a conversation as it stands in this scene."""
    return Opened(check_in, now.flow, now.so_far, prompt(now))


def scene_of(check_in: CheckInRow) -> Scene:
    """Lay the road of a conversation that has begun."""
    flow = flows.version(check_in.flow_version_id or "")
    return scene(flow, so_far_of(check_in), MANNERS[check_in.channel], flows_in_use().frame)


def open_in(check_in: CheckInRow, now: datetime, *, asks_only: str = "") -> Turn:
    """Begin the conversation of a check-in, inside the transaction that holds it.

    `asks_only`: the one step that is put.
    """
    in_use = flows_in_use()
    version = in_use.versions[check_in.asks]
    person = people.the_person(check_in.person_id)
    agreed = (
        agreements.version(check_in.agreement_version_id).agreement
        if check_in.agreement_version_id
        else None
    )
    flow = flows.version(version)
    whom = about(person, agreed, now, seen_by=all_seen_by(flow))
    if asks_about_promises(flow):
        ask_if_it_helped((one.key for one in whom.lists["promises"]), now)
    whom = replace(whom, asks_only=asks_only)
    opened = opening(flow, whom, MANNERS[check_in.channel], in_use.frame)
    check_in.flow_version_id = version
    check_in.so_far = to_json(opened.so_far)
    return opened


def asks_about_promises(flow: Flow) -> bool:
    """Say whether a flow asks whether what we did helped."""
    return any(step.does == "judges_promise" for _, step in every_step(flow.steps, flow))


def carry_on(check_in: CheckInRow) -> Turn:
    """Go on where a conversation was left, inside the transaction that holds it."""
    taken = taking(scene_of(check_in), Start())
    check_in.so_far = to_json(taken.so_far)
    return taken


def ask_afresh(check_in: CheckInRow) -> Turn | None:
    """Ask again what was put off: from its first page where nothing was said, else where it was left.

    None where the conversation is yet to begin.
    """
    if not check_in.so_far:
        return None
    so_far = so_far_of(check_in)
    if MANNERS[check_in.channel].has_pages and so_far.step is None:
        check_in.so_far = None
        return None
    return carry_on(check_in)


def so_far_of(check_in: CheckInRow) -> SoFar:
    """Return where a conversation that has begun stands."""
    return from_json(check_in.so_far or "")


def is_begun(check_in: CheckInRow) -> bool:
    """Say whether something was answered in a conversation that is not finished, nor thrown away."""
    if check_in.sent_at or not check_in.so_far:
        return False
    return not all(one.says_nothing for one in so_far_of(check_in).answers.values())


def given_at_once(check_in: CheckInRow) -> tuple[Given, ...]:
    """Return the answers that counted as they came, in a conversation that is not finished.

    Empty where answers are read back first: there they are the person's until they are sent.
    """
    manner = MANNERS.get(check_in.channel)
    if manner is None or manner.reads_back or check_in.sent_at or not check_in.so_far:
        return ()
    given = so_far_of(check_in).answers.values()
    return tuple(one for one in given if not one.says_nothing)
