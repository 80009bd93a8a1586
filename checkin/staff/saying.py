"""The place on a page where staff say something to a person, with how it will be read."""

from checkin.agreements.words_of_staff import NotAtAll, Read
from checkin.door.me import me
from checkin.staff.forms.words_of_staff import LETTERS, SayForm
from checkin.storage.tables import PersonRow, new_id


def say_form(person: PersonRow, *, empty: bool = False) -> SayForm:
    """Return the form by which whoever is signed in says something to the person."""
    form = SayForm(formdata=None) if empty else SayForm()
    return form.of(me().staff.called, person.called)


def saying(
    person: PersonRow, read: Read, promised: str, given: SayForm | None
) -> dict[str, object]:
    """Return the form as it is to be shown, or why nothing can be said here."""
    if isinstance(read, NotAtAll):
        return {"promised": promised, "cannot_say": True, "saying": given}
    form = given or say_form(person, empty=True)
    form.promised.data = promised
    form.once.data = form.once.data or new_id()
    return {"promised": promised, "saying": form, "letters": LETTERS}
