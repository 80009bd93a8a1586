"""Words that come while a person's call is live join it: whoever acts is told, as for HELP again.

Where two calls are live, whoever has the most pressing one is told, and the words stand on both.
"""

from checkin.actions.alert_again import said_more, texted
from checkin.actions.calls import is_a_call
from checkin.actions.contacts import Contacts
from checkin.actions.have_it_read import put_to_read
from checkin.actions.hearing import Hearing
from checkin.agreements.happened_by_text import NO_WORDS
from checkin.conversation.replies.meaning import Free, Nothing
from checkin.conversation.replies.own_words import open_nothing
from checkin.for_whom.addressees import ForAlert, ForAReader
from checkin.storage import agreements, alert_steps, alerts, messages, which_alerts
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow


def join_call(hearing: Hearing, whom: ForAlert) -> None:
    """Keep it on the call, tell whoever has it or is being told, and say who that is."""
    said = _quoted(whom.words)
    _note(hearing, said, but=whom.id)
    if whom.courtesy:
        alert_steps.add_steps([AlertStep(whom.id, hearing.now, "heard", texted(said))])
        hearing.meant("courtesy")
        return
    _have_read(hearing, whom)
    call = alerts.the_alert(whom.id)
    version = call.agreement_version_id
    agreement = agreements.version(version).agreement if version else None
    contacts = Contacts(
        frozenset({call.house_id}), frozenset({call.check_in_id} if call.check_in_id else ())
    )
    steps, told = said_more(
        call, hearing.person, said, agreement, contacts, hearing.now, hearing.not_first
    )
    alert_steps.add_steps(steps)
    messages.put(told)
    _answer(hearing, call)


def _have_read(hearing: Hearing, whom: ForAlert) -> None:
    """Have words that ask or tell something read beside the call; an OK stands on the call alone."""
    if open_nothing(whom.words, hearing.journey):
        hearing.meant("free", check_in_id=whom.in_doubt)
        return
    meaning = Free(whom.words) if whom.words.strip() else Nothing()
    put_to_read(hearing, ForAReader(meaning, in_doubt=whom.in_doubt))


def note_on_calls(hearing: Hearing) -> None:
    """Keep an answer to a check-in on the calls that are live, for who acts on them."""
    _note(hearing, _quoted(hearing.heard.words))


def _note(hearing: Hearing, said: str, but: str = "") -> None:
    live = which_alerts.live_of_person(hearing.person.id)
    calls = [one.id for one in live if is_a_call(one) and one.id != but]
    alert_steps.add_steps([AlertStep(one, hearing.now, "heard", texted(said)) for one in calls])


def _quoted(words: str) -> str:
    return f'"{words}"' if words.strip() else NO_WORDS


def _answer(hearing: Hearing, call: AlertRow) -> None:
    """Say who comes; after the secret word an answer gives nothing away."""
    if call.kind == "agreed_word":
        hearing.answer_as_cover()
        return
    hearing.answer_call(call)
