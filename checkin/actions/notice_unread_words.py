"""Words that nobody read in time are asked for: of those they were told to, or of who reads them.

What is for all is on the list of who reads it on the day that the person read. What was told to
some alone stands where nobody comes by: they are told of it within the hour, by day, where it
raised nothing that is open.
"""

from datetime import datetime, timedelta

from checkin.actions.as_rules_see import as_person
from checkin.actions.hours_of import hours_of
from checkin.actions.more_of_hurt import told_alerts
from checkin.actions.raise_alert import raise_alert
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_in import said_in
from checkin.actions.told_already import told_already
from checkin.actions.until_read import read_by
from checkin.actions.who_looks import reader
from checkin.agreements.happened_by_text import WordsUnread
from checkin.agreements.ladder import HOUR
from checkin.agreements.seeing import in_confidence
from checkin.agreements.unread_words import group_of, unread_words
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.loop_key import step_of
from checkin.storage import alerts, check_ins, loops, people
from checkin.storage.tables import LoopRow, PersonRow

LOOKED_FOR = timedelta(days=30)
"""So long after it was said: by then it was raised, and what is raised has no silent end."""


def notice_unread_words(now: datetime) -> None:
    """Raise it once for each, however often somebody looks."""
    unread = [one for one in loops.unread(now - LOOKED_FOR) if one.raised_at + HOUR <= now]
    raised = alerts.keys_among([group_of(one.id) for one in unread])
    rows = [one for one in unread if group_of(one.id) not in raised]
    said = said_in({row.check_in_id or "" for row in rows}, now)
    for row in rows:
        of_it, person = said[row.check_in_id or ""], people.the_person(row.person_id)
        if in_confidence(of_it):
            _tell_those(row, person, now)
        elif read_by(row) <= now and not _is_on_a_list(row):
            reads = next((one.id for one in reader(of_it, person, step_of(row.key))), None)
            raise_reached(person, WordsUnread(row.id, reads), now, check_in_id=row.check_in_id)


def _tell_those(row: LoopRow, person: PersonRow, now: datetime) -> None:
    if hours_of(person, now).wait_until(now) is None and not _is_told(row):
        asked = unread_words(row.id, as_person(person, people.name_of(person)))
        raise_alert(person, asked, now, check_in_id=row.check_in_id)


def _is_told(row: LoopRow) -> bool:
    """Say whether somebody is to act on it, or to read it, or on the same words as they were told at once.

    What was closed, and whose words nobody opened, is read by nobody still.
    """
    told_in = check_ins.the_check_in(row.check_in_id or "")
    told = told_alerts(told_in) or told_already(row.person_id, row.words or "")
    return bool(told) or _is_on_a_list(row)


def _is_on_a_list(row: LoopRow) -> bool:
    places = (loops.read_with(row), row.check_in_id)
    return any(alerts.live_in_group(f"{TO_READ}:{one}") for one in places)
