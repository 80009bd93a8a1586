"""A text is of somebody it names: it is told to others, who are asked as soon as it asks for somebody.

It goes the road of "dont tell Lena": who is named meets nothing of it. Source: trust.md A2.
"""

from checkin.actions.calls import is_a_call, is_missed
from checkin.actions.close_telling import kept_out_now
from checkin.actions.hear_of_hurt import hear_of_hurt
from checkin.actions.hearing import Hearing
from checkin.actions.more_of_hurt import told_before
from checkin.conversation.flows.level import LEVELS
from checkin.for_whom.addressees import Addressee, ForStaff
from checkin.for_whom.hurt_told import HurtTold
from checkin.for_whom.of_somebody import of_somebody
from checkin.storage import what_was_sent, which_alerts, words_of_staff
from checkin.storage.tables import AlertRow


def is_of_somebody(hearing: Hearing, whom: Addressee) -> bool:
    """Tell it to others where it is; say whether it is. In a check-in it is heard with that."""
    if isinstance(whom, ForStaff) and words_of_staff.the_words(whom.id).check_in_id:
        return False
    before = told_before(hearing.person.id)
    out = kept_out_now(hearing.person.id) if before else ()
    of = of_somebody(whom, hearing.journey, out, before=before)
    if of:
        hear_of_hurt(hearing, of.words, _as_soon_as_their_call(hearing, of.told))
    return of is not None


def _as_soon_as_their_call(hearing: Hearing, told: HurtTold) -> HurtTold:
    """Let words of who has their call, or a miss, or is rung for it, ask as soon as that: "not Marcus"."""
    live = which_alerts.live_of_person(hearing.person.id)
    of_them = [
        one.level
        for one in live
        if (is_a_call(one) or is_missed(one)) and _who_comes(one).intersection(told.by.named)
    ]
    return told._replace(asks=min([told.asks, *of_them], key=LEVELS.index))


def _who_comes(call: AlertRow) -> set[str]:
    return {call.taken_by} if call.taken_by else what_was_sent.told_last(call.id)
