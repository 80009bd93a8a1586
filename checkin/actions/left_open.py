"""A page that was left open answers, once the conversation went on or was sent."""

from datetime import datetime

from checkin.actions.close_telling import close_telling
from checkin.actions.count_answers import look_at_once
from checkin.actions.have_words_read import have_words_read
from checkin.actions.hear_and_follow import hear_and_follow, hear_on_page
from checkin.actions.keep_answers import keep, put
from checkin.actions.note_hurt import note_hurt, note_late_words
from checkin.actions.start_check_in import scene_of
from checkin.actions.tell_outside import tell_outside
from checkin.actions.told_already import told_already
from checkin.actions.who_hurts import as_they_speak, who_hurts
from checkin.conversation.talking.asking import showing
from checkin.conversation.talking.facts import Tell, Turn
from checkin.conversation.talking.given import Given
from checkin.conversation.talking.heard_in_words import told_in
from checkin.conversation.talking.keeping import to_json
from checkin.conversation.talking.said import OwnWordsGiven, Reply, Said
from checkin.conversation.talking.said_beside import say_beside
from checkin.conversation.talking.scene import Scene
from checkin.storage import answers, check_ins
from checkin.storage.answers import Where
from checkin.storage.tables import CheckInRow

LATE_WORDS = "late words"
OPEN_ENDS = (None, "later")


def too_late(check_in: CheckInRow, reply: Reply, at_step: str, now: datetime, where: Where) -> Turn:
    """Take what a page that was left open answers: words go beside the rest while that is open.

    Once it was sent, they are shown as said afterwards; once it was closed, they are kept alone.
    """
    scene = scene_of(check_in)
    is_open = scene.so_far.end in OPEN_ENDS
    if isinstance(reply, OwnWordsGiven) and is_open and (turn := say_beside(scene, at_step, reply)):
        check_ins.keep_turn(check_in, to_json(turn.so_far), device_id=where.device_id)
        hear_and_follow(check_in, turn.facts, now, where)
        note_hurt(check_in, scene.flow, turn, now)
        return turn
    words = reply.words if isinstance(reply, OwnWordsGiven | Said) else None
    media = reply.media if isinstance(reply, OwnWordsGiven) else ()
    if words or media:
        check_in.turns += 1
        late = Given(step=at_step, asked=LATE_WORDS, words=words, media=media, how="words")
        hear_on_page(check_in, (late,), now, where)
        keep(check_in, (late,), now, where)
        note_late_words(check_in, scene.flow, late, now)
        if check_in.sent_at and not check_in.taken_back_at:
            _say_afterwards(check_in, scene, late, now, where)
    return showing(scene)


def _say_afterwards(
    check_in: CheckInRow, scene: Scene, late: Given, now: datetime, where: Where
) -> None:
    """Let words count that came once it was sent: they are read, and heard as any own words."""
    after = late._replace(asked=answers.SAID_AFTERWARDS)
    put(check_in, (after,), now, where, sent=True)
    have_words_read(check_in, after, now, afterwards=True)
    level = told_in(scene.flow, after, as_they_speak(check_in.person_id, (after,)))
    if level and not told_already(check_in.person_id, after.words or ""):
        tell = Tell(level, f"{late.step}:late", hurt=level == "now")
        look_at_once(check_in, (tell,), now)
        tell_outside(check_in, now)
    for by in who_hurts(check_in.person_id, (after,)).values():
        close_telling(check_in, by, now)
