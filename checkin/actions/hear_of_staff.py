"""A text is of somebody it names: it is told to others, who are asked as soon as it asks for somebody.

It goes the road of "dont tell Lena": who is named meets nothing of it. Source: trust.md A2.
"""

from checkin.actions.close_telling import kept_out_now
from checkin.actions.hear_of_hurt import hear_of_hurt
from checkin.actions.hearing import Hearing
from checkin.actions.more_of_hurt import told_before
from checkin.actions.tell_at_once import as_soon_as_their_call
from checkin.for_whom.addressees import Addressee, ForStaff
from checkin.for_whom.of_somebody import of_somebody
from checkin.storage import words_of_staff


def is_of_somebody(hearing: Hearing, whom: Addressee) -> bool:
    """Tell it to others where it is; say whether it is. In a check-in it is heard with that."""
    if isinstance(whom, ForStaff) and words_of_staff.the_words(whom.id).check_in_id:
        return False
    before = told_before(hearing.person.id)
    out = kept_out_now(hearing.person.id) if before else ()
    of = of_somebody(whom, hearing.journey, out, before=before)
    if of:
        hear_of_hurt(hearing, of.words, as_soon_as_their_call(hearing.person.id, of.told))
    return of is not None
