"""A conversation begins, or is opened again where it was left."""

from datetime import datetime

from checkin.actions.about import about
from checkin.actions.flows_in_use import flows_in_use
from checkin.conversation.engine import opening, prompt_now
from checkin.conversation.flow import Channel
from checkin.conversation.keeping import from_json, to_json
from checkin.conversation.talk import Prompt, SoFar, Turn
from checkin.storage import agreements, check_ins, flows, people
from checkin.storage.tables import CheckInRow, new_id
from checkin.storage.transaction import kept_together


def begin(person_id: str, flow: str, channel: Channel, now: datetime) -> CheckInRow:
    """Begin a flow that the person chose to begin, such as "Tell someone"."""
    with kept_together():
        return check_ins.put(
            CheckInRow(
                id=new_id(),
                person_id=person_id,
                key=flow,
                asks=flow,
                channel=channel,
                local_slot=f"{now:%Y-%m-%dT%H:%M}",
                state="asked",
                due_at=now,
                early_from=now,
                asked_at=now,
            )
        )


def open_conversation(check_in_id: str, now: datetime) -> Prompt:
    """Return what waits for an answer; the first time, begin. Nothing given before is lost."""
    check_in = check_ins.check_in(check_in_id)
    if check_in is not None and check_in.so_far:
        return prompt_of(check_in)
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        return prompt_of(check_in) if check_in.so_far else open_in(check_in, now).prompt


def open_in(check_in: CheckInRow, now: datetime) -> Turn:
    """Begin the conversation of a check-in, inside the transaction that holds it."""
    in_use = flows_in_use()
    version = in_use.versions[check_in.asks]
    person = people.the_person(check_in.person_id)
    agreed = (
        agreements.version(check_in.agreement_version_id).agreement
        if check_in.agreement_version_id
        else None
    )
    channel: Channel = check_in.channel  # type: ignore[assignment]  # kept from a Channel
    turn = opening(flows.version(version), about(person, agreed, now), channel, in_use.frame)
    check_in.flow_version_id = version
    check_in.so_far = to_json(turn.so_far)
    return turn


def prompt_of(check_in: CheckInRow) -> Prompt:
    """Say again what waits for an answer in a conversation that has begun."""
    channel: Channel = check_in.channel  # type: ignore[assignment]  # kept from a Channel
    flow = flows.version(check_in.flow_version_id or "")
    return prompt_now(flow, so_far_of(check_in), channel, flows_in_use().frame)


def so_far_of(check_in: CheckInRow) -> SoFar:
    """Return where a conversation that has begun stands."""
    return from_json(check_in.so_far or "")
