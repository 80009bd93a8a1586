"""Words that nobody read in time are asked for: of those they were told to, or of who reads them.

What is for all is on the list of who reads it on the day that the person read. What was
told to some alone is asked for on the day after, and then of who leads.
"""

from datetime import datetime, timedelta

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.until_read import read_by, read_on, today_there
from checkin.actions.who_looks import reader
from checkin.agreements.happened_by_text import WordsUnread
from checkin.agreements.seeing import in_confidence
from checkin.agreements.unread_words import group_of, unread_words
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.loop_key import step_of
from checkin.storage import alerts, loops, people
from checkin.storage.tables import LoopRow

LOOKED_FOR = timedelta(days=30)
"""So long after it was said: by then it was raised, and what is raised has no silent end."""


def notice_unread_words(now: datetime) -> None:
    """Raise it once for each, however often somebody looks."""
    for row in loops.unread(now - LOOKED_FOR):
        if read_by(row) <= now and not alerts.alert_with_key(group_of(row.id)):
            _ask_for_it(row, now)


def _ask_for_it(row: LoopRow, now: datetime) -> None:
    check_in_id, person = row.check_in_id or "", people.the_person(row.person_id)
    said = said_in({check_in_id}, now)[check_in_id]
    if not in_confidence(said):
        if not alerts.live_in_group(f"{TO_READ}:{loops.read_with(row)}"):  # else it is on a list
            reads = next((one.id for one in reader(said, person, step_of(row.key))), None)
            raise_reached(person, WordsUnread(row.id, reads), now, check_in_id=check_in_id)
    elif read_on(row) < today_there(row, now):
        task = unread_words(row.id, as_person(person, people.name_of(person)))
        raise_alert(person, task, now, check_in_id=check_in_id)
