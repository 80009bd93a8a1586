"""Do what a text asks: for the one it is for, as the agreements say, with a true answer back.

Source: texts.md B.4, scenarios.md D.1.
"""

from checkin.actions.have_it_read import have_it_read
from checkin.actions.hear_at_checkpoint import hear_at_checkpoint, take_ok_back
from checkin.actions.hear_for_all import hear_for_all
from checkin.actions.hear_for_staff import hear_for_staff
from checkin.actions.hear_of_staff import is_of_somebody
from checkin.actions.hearing import Hearing
from checkin.actions.join_call import join_call
from checkin.actions.more_of_hurt import go_on_telling
from checkin.actions.not_with_them import ask_all_the_same, hear_not_with_them
from checkin.actions.take_answer import take_answer
from checkin.actions.text_conversation import answer_in_conversation
from checkin.conversation.replies.meaning import Free, Help
from checkin.conversation.talking.said import GoesOn
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAll,
    ForAReader,
    ForCheckpoint,
    ForConversation,
    ForStaff,
    ForTelling,
    NotWithMe,
    TakesBack,
)
from checkin.storage import alert_steps
from checkin.storage.alert_steps import AlertStep


def do_as_said(hearing: Hearing, whom: Addressee) -> None:
    """Let the one that a text is for hear it; what names somebody, who must not read it, is told to others."""
    if _says_not_so(whom):
        ask_all_the_same(hearing.person.id, hearing.now)
    if not is_of_somebody(hearing, whom):
        _hear(hearing, whom)


def _hear(hearing: Hearing, whom: Addressee) -> None:
    match whom:
        case ForAll(meaning):
            hear_for_all(hearing, meaning)
        case ForCheckpoint() | TakesBack():
            _at_checkpoint(hearing, whom)
        case ForConversation():
            _answer(hearing, whom)
        case NotWithMe():
            hear_not_with_them(hearing, whom.words)
        case ForAlert():
            _while_alerted(hearing, whom)
        case ForStaff() | ForTelling():
            _go_on(hearing, whom)
        case ForAReader():
            have_it_read(hearing, whom)


def _says_not_so(whom: Addressee) -> bool:
    """Say whether it may be that nobody of staff is with them: HELP says so too, as we text."""
    match whom:
        case NotWithMe() | ForAll(Help()):
            return True
        case _:
            return False


def _at_checkpoint(hearing: Hearing, whom: ForCheckpoint | TakesBack) -> None:
    if isinstance(whom, ForCheckpoint):
        hear_at_checkpoint(hearing, whom.id, whom.meaning)
    else:
        take_ok_back(hearing, whom)


def _go_on(hearing: Hearing, whom: ForStaff | ForTelling) -> None:
    """Let whoever said something, or has what was told, hear more."""
    if isinstance(whom, ForStaff):
        hear_for_staff(hearing, whom)
    else:
        go_on_telling(hearing, whom)


def _answer(hearing: Hearing, whom: ForConversation) -> None:
    meaning = {"unclear": "unclear", "courtesy": "courtesy"}.get(whom.how, "answer")
    hearing.meant(meaning, check_in_id=whom.id)
    if whom.how == "goes_on":  # the next question stands, and is not put again
        take_answer(whom.id, GoesOn(whom.words), hearing.now)
    elif whom.how != "courtesy":  # nothing is asked now, and nothing is to be said
        answer_in_conversation(hearing.person, whom.id, whom.words, hearing.heard, hearing.now)


def _while_alerted(hearing: Hearing, whom: ForAlert) -> None:
    """Note it for whoever acts on the alert; more than a courtesy is read like any words."""
    if whom.calls:
        join_call(hearing, whom)
        return
    alert_steps.add_steps([AlertStep(whom.id, hearing.now, "heard", f'Texted: "{whom.words}"')])
    if whom.courtesy:
        hearing.meant("courtesy")
    else:
        have_it_read(hearing, ForAReader(Free(whom.words), in_doubt=whom.in_doubt))
