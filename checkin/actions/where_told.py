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

    It goes to the number that is theirs, where any of it came from there; else to the one it came
    from last. What they told (`told_in`, a check-in) before their phone was changed goes to no
    number that nobody checked since.
    """
    changes = phone_changes.changes_of([person.id])[person.id]
    if not changes:
        return reach(person, "text")
    texts = [one for one in texts_heard.texts_from(person.id, began) if _is_of(one, told_in)]
    if texts and all(one.number != person.phone for one in texts):
        return ContactPoint("text", texts[-1].number)
    came = next(iter(used_by(changes)), None)
    hidden = told_in and came and still_unchecked(came) and began < (came.used_from or began)
    return None if hidden else reach(person, "text")


def used_by(changes: list[PhoneChangeRow], until: datetime | None = None) -> list[PhoneChangeRow]:
    """Return which of these changes were used by then, or by now, the newest first."""
    used = [one for one in changes if one.used_from and (until is None or one.used_from <= until)]
    return sorted(used, key=lambda one: (one.used_from or one.changed_at, one.id), reverse=True)


def is_from_before(text: HeardRow, changes: list[PhoneChangeRow]) -> bool:
    """Say whether the number it came from had been taken from the person by then."""
    then = used_by(changes, text.at)
    return bool(then) and then[0].phone != text.number


def _is_of(one: HeardRow, told_in: str | None) -> bool:
    return one.check_in_id == told_in if told_in else one.meaning != texts_heard.TOLD
