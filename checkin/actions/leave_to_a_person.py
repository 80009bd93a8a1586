"""What a text means could not be worked out: it is kept, and a person reads it soon.

Nothing here asks what the words mean, and no agreement: whatever broke, this still works.
"""

from datetime import datetime

from checkin.actions.raise_alert import raise_alert
from checkin.actions.text_person import text_back
from checkin.agreements.reached import Reached
from checkin.conversation.flows.level import Level
from checkin.storage import messages, texts_heard
from checkin.storage.tables import PersonRow
from checkin.storage.texts_heard import NewText

HELP = "help"


def leave_to_a_person(text: NewText, person: PersonRow | None, now: datetime) -> None:
    """Keep a text that broke on the way, once, and let somebody read it; `person` sent it."""
    if not texts_heard.put(text):
        return
    texts_heard.keep_meaning(text.id, "free")
    if person:
        raise_alert(person, _to_be_read(text, person), now)
        key = _once_an_hour(person, now)
        messages.put([text_back(person, "not_understood", {}, now, key=key, number=text.number)])


def _to_be_read(text: NewText, person: PersonRow) -> Reached:
    level: Level = "now" if HELP in text.words.casefold() else "soon"
    return Reached(
        kind="not_understood",
        level=level,
        key=f"not_understood:{text.id}",
        group=f"not_understood:{level}:{person.id}",
        title=f"A person reads this: a text of {person.called}'s broke on the way.",
        what=(f'{person.called}: "{text.words}"', "Nothing else was done with it."),
    )


def _once_an_hour(person: PersonRow, now: datetime) -> str:
    """A machine at the other end would answer each of ours."""
    hour = now.isoformat(timespec="hours")
    return f"not_understood:{person.id}:{hour}"
