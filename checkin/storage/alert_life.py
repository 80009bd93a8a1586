"""An alert's row read as a life, a life kept as its row, and both as the record says them.

How one moves is decided in `lives`.
"""

from datetime import datetime

from checkin.agreements.agreement import Cover
from checkin.agreements.cover import Hours
from checkin.lives.alert import Alert, Cancelled, Claimed, Closed, Live, Open, state_of
from checkin.lives.record import What, moment
from checkin.storage import agreements, houses
from checkin.storage.tables import AlertRow


def hours_of(row: AlertRow) -> Hours:
    """Return when it is day for what can wait: as its agreement has it, or as usual in its house."""
    if row.agreement_version_id:
        agreed = agreements.version(row.agreement_version_id).agreement
        return Hours(agreed.cover, agreed.zone)
    return Hours(Cover(), houses.house(row.house_id).zone)


def life_of(row: AlertRow) -> Alert:
    """Return where an alert stands in its life."""
    match row.state, row.next_at:
        case "open", datetime() as due:
            return Open(row.level, row.task, row.step, row.round, due, row.do_by, hours_of(row))
        case "claimed", datetime() as due:
            owner, since = row.taken_by or "", row.taken_at or row.opened_at
            has_it = (row.step, row.round, due, owner, since, row.do_by, hours_of(row))
            return Claimed(row.level, row.task, *has_it)
        case "cancelled", _:
            return Cancelled(row.outcome or "", row.closed_at or row.opened_at)
        case _:
            return Closed(row.outcome or "", row.closed_at or row.opened_at, row.known_at)


def live(row: AlertRow) -> Live:
    """Return where an alert stands that was asked for among the live ones."""
    life = life_of(row)
    if isinstance(life, Closed | Cancelled):
        raise TypeError(f"Alert {row.id} is {row.state}: ask for it where it is live.")
    return life


def stand(row: AlertRow, to: Alert) -> None:
    """Let a row that this transaction holds stand where its life does."""
    row.v += 1
    row.state = state_of(to)
    match to:
        case Open() | Claimed():
            row.level, row.step, row.round, row.next_at = to.level, to.step, to.round, to.next_at
            _let_have(row, to)
        case Closed():
            row.outcome, row.closed_at, row.known_at, row.next_at = (
                to.outcome,
                to.at,
                to.known_at,
                None,
            )
        case _:
            row.outcome, row.closed_at, row.next_at = to.reason, to.at, None


def _let_have(row: AlertRow, to: Live) -> None:
    """Say in the row who has it now, if anybody, and who first did."""
    owner, since = (to.owner, to.since) if isinstance(to, Claimed) else (None, None)
    row.taken_by, row.taken_at = owner, since
    row.first_taken_at = row.first_taken_at or since


def standing(life: Alert) -> What:
    """Return where an alert stands, as the record says it."""
    state = state_of(life)
    match life:
        case Closed():
            return {"state": state, "outcome": life.outcome, "known": moment(life.known_at)}
        case Cancelled():
            return {"state": state, "outcome": life.reason}
        case _:
            due = moment(life.next_at)
    owner = life.owner if isinstance(life, Claimed) else None
    return {"state": state, "at_step": life.step, "round": life.round, "due": due, "owner": owner}
