"""The talk: what was said stands above the question that waits, for those who like it so."""

from checkin.agreements.how_asked import ShowAs
from checkin.channels.tablet.conversing import Conversing
from checkin.channels.tablet.words_of_staff import words_read_in
from checkin.conversation.saying.both_sides import Spoken, above, with_staff


def talk_above(now: Conversing) -> tuple[Spoken, ...]:
    """Return what stands above on this page: nothing where one thing a page is shown."""
    if now.here.profile.show_as != ShowAs.TALK or not may_look_back(now):
        return ()
    return with_staff(above(now.flow, now.so_far), words_read_in(now.here, now.check_in.id))


def may_look_back(now: Conversing) -> bool:
    """Whether what was said may be read again here.

    What was sent or thrown away, or was said in a sitting before, may not, on a tablet that others
    use too; what was taken back nowhere.
    """
    over = now.check_in.sent_at or now.so_far.stage == "ended"
    gone = now.was_said_before or (now.here.shared and over)
    return not (now.check_in.taken_back_at or gone)
