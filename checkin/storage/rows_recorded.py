"""Do the rows that act agree with what the record tells of them?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select

from checkin.lives.record import What, digest
from checkin.storage.alert_life import life_of, standing
from checkin.storage.tables import (
    AgreementVersionRow,
    AlertRow,
    AlertStepRow,
    LoopDecisionRow,
    LoopRow,
    PersonRow,
    Staff,
    db,
)

STANDING = ("state", "at_step", "round", "due", "owner", "outcome")


@dataclass(slots=True)
class Told:
    """What the record tells of rows: where each stands, and which parts each has."""

    stands: dict[str, What] = field(default_factory=dict)
    parts: dict[tuple[str, object], What] = field(default_factory=dict)
    documents: dict[str, object] = field(default_factory=dict)
    phones: dict[str, object] = field(default_factory=dict)
    raised: dict[str, tuple[object, object]] = field(default_factory=dict)


def rows_disagree(told: Told) -> Iterator[str]:
    """Say which rows do not agree with what the record told of them, or are gone."""
    yield from _alerts(told)
    yield from _loops(told)
    yield from _agreements(told)
    yield from _phones(told)
    yield from _raised(told)


def _alerts(told: Told) -> Iterator[str]:
    for row in db.session.scalars(select(AlertRow)):
        name = f"alert:{row.id}"
        if told.stands.get(name) != standing(life_of(row)):
            yield f"Alert {row.id} ({row.title}) does not stand where the record says."
    unseen = {key for key in told.parts if key[0].startswith("alert:")}
    for step in db.session.scalars(select(AlertStepRow)):
        key = (f"alert:{step.alert_id}", step.number)
        unseen.discard(key)
        what = told.parts.get(key, {})
        if (what.get("step"), what.get("words")) != (step.kind, digest(step.words)):
            yield f"Step {step.number} of alert {step.alert_id} is not as it was recorded."
    for name, number in sorted(unseen, key=str):
        yield f"Step {number} of {name.replace(':', ' ')} is gone."


def _loops(told: Told) -> Iterator[str]:
    unseen = {key for key in told.parts if key[0].startswith("loop:")}
    for made in db.session.scalars(select(LoopDecisionRow)):
        key = (f"loop:{made.loop_id}", made.number)
        unseen.discard(key)
        what = told.parts.get(key, {})
        if (what.get("decision"), what.get("words")) != (made.decision, digest(made.words)):
            yield f"Decision {made.number} of loop {made.loop_id} is not as it was recorded."
    for name, number in sorted(unseen, key=str):
        yield f"Decision {number} of {name.replace(':', ' ')} is gone."
    for row in db.session.scalars(select(LoopRow).where(LoopRow.decisions > 0)):
        newest = told.parts.get((f"loop:{row.id}", row.decisions), {})
        if (newest.get("decision"), newest.get("words")) != (row.decision, digest(row.we_did)):
            yield f"Loop {row.id} does not say what was decided last."


def _agreements(told: Told) -> Iterator[str]:
    unseen = set(told.documents)
    for row in db.session.scalars(select(AgreementVersionRow)):
        name = f"agreement_version:{row.id}"
        unseen.discard(name)
        if told.documents.get(name) != digest(row.document):
            yield f"Version {row.version} of agreement {row.agreement_id} was changed."
    for name in sorted(unseen):
        yield f"{name.replace('_', ' ').replace(':', ' ').capitalize()} is gone."


def _phones(told: Told) -> Iterator[str]:
    unseen = set(told.phones)
    for kind, table in (("person", PersonRow), ("staff", Staff)):
        for id_, phone in db.session.execute(select(table.id, table.phone)):
            name = f"{kind}:{id_}"
            unseen.discard(name)
            if name in told.phones and told.phones[name] != digest(phone):
                yield f"The phone of {kind} {id_} is not the one that was recorded."
    for name in sorted(unseen):
        yield f"{name.replace(':', ' ').capitalize()} is gone."


def _raised(told: Told) -> Iterator[str]:
    unseen = set(told.raised)
    for row in db.session.scalars(select(LoopRow)):
        name = f"loop:{row.id}"
        unseen.discard(name)
        if told.raised.get(name) != (digest(row.words), row.media_id):
            yield f"Loop {row.id} does not say what was raised."
    for name in sorted(unseen):
        yield f"{name.replace(':', ' ').capitalize()} is gone."
