"""What we did about a person's words, still to be looked at with them."""

from collections.abc import Sequence
from datetime import datetime

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.said_in import said_in
from checkin.agreements.disclosure import SOMEONE_HURT
from checkin.agreements.seeing import in_confidence
from checkin.conversation.replies.meaning import Help
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.about import Listed
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import call_in
from checkin.lives.loop import Done
from checkin.storage import loops
from checkin.storage.tables import LoopRow
from checkin.storage.which_alerts import which_raised

MOST = 3


def promises(person_id: str, now: datetime) -> tuple[Listed, ...]:
    """Return what was done and not judged yet; never words that were told in confidence."""
    done = [row for row in loops.loops_of(person_id) if isinstance(loops.life_of(row), Done)]
    return tuple(_listed(row) for row in told_to_all(done, now)[:MOST])


def told_to_all(rows: Sequence[LoopRow], now: datetime) -> list[LoopRow]:
    """Return those of which the words may stand in another check-in, or on a shared screen.

    Words that told of somebody being hurt, or cried for help, may not, in whichever flow they were said.
    """
    said = said_in({row.check_in_id for row in rows if row.check_in_id}, now)
    apart = {key for key, one in said.items() if in_confidence(one)}
    hurt = which_raised(SOMEONE_HURT, said.keys() - apart) if said.keys() - apart else set()
    return [row for row in rows if row.check_in_id not in apart | hurt and not _cries(row)]


def _cries(row: LoopRow) -> bool:
    heard = call_in(Given("", "", words=row.words), OnAJourney(flows_in_use().library.language))
    return isinstance(heard, Help)


def _listed(row: LoopRow) -> Listed:
    words = row.words or ""
    return Listed(row.id, words, values={"own_words": words, "action_easy": row.we_did or ""})
