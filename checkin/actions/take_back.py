"""A person changes their mind after sending: it comes back, until someone has opened it."""

from datetime import datetime

from checkin.actions.cancel_today import take_back_calling_off
from checkin.actions.loops import read_loop
from checkin.actions.may_see import open_to
from checkin.actions.set_places import follow_places
from checkin.actions.set_quiet_time import QUIET, follow_what_is_set
from checkin.actions.set_time_of_day import TIME, ask_as_it_is_set
from checkin.actions.settle_task import settle, settle_task
from checkin.actions.who_knows import raised_by_answers
from checkin.agreements.seen import StaffMember
from checkin.agreements.unread_words import UNREAD, group_of
from checkin.agreements.words_to_read import TO_READ
from checkin.lives.alert import LIVE
from checkin.lives.check_in_taken_back import TakenBack
from checkin.storage import alert_steps, check_ins, loops, own_sets, people
from checkin.storage.alert_steps import AlertStep
from checkin.storage.kept_from import confided
from checkin.storage.tables import CheckInRow
from checkin.storage.transaction import kept_together

ONLY_READ = (TO_READ, UNREAD)  # kinds of work that asks for nothing but to read


def take_back(check_in_id: str, now: datetime) -> bool:
    """Take sent answers back; False where nothing was sent, or staff have opened it. Nothing is ever deleted.

    A day that they called off is on again.
    An alert they raised goes on, for somebody may have made the person take them back; whoever
    has it sees that they did. Words that were only to be read are not to be read any more.
    """
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        if check_in.sent_at is None or check_in.seen_at is not None:
            return False
        first = check_in.taken_back_at is None
        check_ins.move(check_in, TakenBack(now))
        if first:
            _say_so(check_in, now)
            take_back_calling_off(check_in.person_id, now, check_in.sent_at)
            _put_settings_back(check_in, now)
    return True


def _put_settings_back(check_in: CheckInRow, now: datetime) -> None:
    """What it set as it was sent is again as it was set before."""
    kinds = own_sets.kinds_set_in(check_in.id)
    if kinds & set(QUIET):
        follow_what_is_set(check_in.person_id)
    follow_places(check_in.person_id)
    if TIME in kinds:
        ask_as_it_is_set(check_in.person_id, now)


def _say_so(check_in: CheckInRow, now: datetime) -> None:
    name = people.name_of(people.the_person(check_in.person_id))
    raised = raised_by_answers(check_in.id)
    words = f"{name} took it back. Act on this alert all the same."
    of_check_in = f"{TO_READ}:{check_in.id}"  # an answer to words of staff is to be read still
    goes_on = [row for row in raised if row.state in LIVE and row.kind not in ONLY_READ]
    alert_steps.add_steps([AlertStep(row.id, now, "heard", words) for row in goes_on])
    for row in raised:
        if row.group_key == of_check_in or row.kind == UNREAD:
            settle(row, "taken back", f"{name} took it back. There is nothing to read.", now)


def open_answers(check_in_id: str, viewer: StaffMember, now: datetime) -> None:
    """Staff open sent answers: from now on they can no longer be taken back.

    The first who opens them counts, till more is said: then the first who opens that. What was told
    apart since is read by itself, by those who may: on the page of others nothing moves.
    """
    with kept_together():
        check_in = check_ins.the_check_in(check_in_id)
        told, said = confided({check_in_id}).get(check_in_id), loops.all_said_in(check_in_id)
        later = [row for row in said if told and told.came_later(row.raised_at)]
        said_last = max((row.raised_at for row in said if row not in later), default=None)
        if check_in.seen_at is None or (said_last and said_last > check_in.seen_at):
            check_in.seen_at, check_in.seen_by = now, viewer.id
            for row in set(loops.all_read_with(check_in.id)).difference(later):
                settle_task(group_of(row.id), "read", "It was opened.", now, viewer.id)
        for row in open_to(viewer, later, now):
            read_loop(row.id, viewer.id, now)
