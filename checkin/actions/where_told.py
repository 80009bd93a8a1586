"""At which number a person reads how it goes on with what they told, or called for, by text."""

from datetime import datetime

from checkin.actions.own_phones import still_unchecked
from checkin.lives.new_message import ContactPoint
from checkin.lives.reach import reach
from checkin.storage import phone_changes, texts_heard
from checkin.storage.tables import HeardRow, PersonRow, PhoneChangeRow


def where_told(
    person: PersonRow, began: datetime, *, told_in: str | None = None
) -> ContactPoint | None:
    """Return where news goes of what began then; None: it is told to nobody at their phone.

    Whoever texted of it from a number of before is answered there. What they told (`told_in`, a
    check-in) before their phone was changed goes to no number that nobody checked since.
    """
    changes = phone_changes.changes_of([person.id])[person.id]
    if not changes:
        return reach(person, "text")
    texts = [one for one in texts_heard.texts_from(person.id, began) if _is_of(one, told_in)]
    if texts and is_from_before(texts[-1], changes):
        return ContactPoint("text", texts[-1].number)
    hidden = told_in and still_unchecked(changes[0]) and began < changes[0].changed_at
    return None if hidden else reach(person, "text")


def is_from_before(text: HeardRow, changes: list[PhoneChangeRow]) -> bool:
    """Say whether the number it came from had been taken from the person by then."""
    then = [one for one in changes if one.changed_at <= text.at]
    return bool(then) and then[0].phone != text.number


def _is_of(text: HeardRow, told_in: str | None) -> bool:
    return text.check_in_id == told_in if told_in else text.meaning != texts_heard.TOLD
