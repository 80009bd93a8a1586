"""After the last question: thank you, who has it, and that it can be taken back."""

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from checkin import clock, wording
from checkin.actions.advocates import rung_for, you_can_ring_too
from checkin.actions.cancel_today import asks_today
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.heard_of import said_of_late
from checkin.actions.if_left import if_left, numbers_to_ring, once_changed, once_thrown_away
from checkin.actions.start_check_in import begin_once
from checkin.actions.take_back import take_back
from checkin.actions.told_already import who_read_at_once
from checkin.actions.what_became import Became, what_became
from checkin.actions.who_knows import who_knows
from checkin.actions.who_looked import who_opened
from checkin.actions.who_will import WHO, who_has_it
from checkin.channels.tablet.conversing import Conversing, conversing, going_on
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.page_words import sentences, symbol_of
from checkin.channels.tablet.plan_not_kept import we_will_look
from checkin.channels.tablet.said_apart import heard_here
from checkin.channels.tablet.talk import talk_above
from checkin.channels.tablet.who_comes import who_comes_of
from checkin.channels.tablet.words_of_staff import words_read_in
from checkin.conversation.flows.every_step import choices_of, every_step
from checkin.conversation.flows.leaned_on import TELL_SOMEONE
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.talking.prompt import Prompt

READ_BEFORE = "Somebody has read it already. It cannot be taken back."
THANKS = "Thank you."
NOT_READ = "Staff will not read your words."
OPENED_BEFORE = "{} opened it before. Nobody else will read it."
READ_IT = "We told {} already what you wrote."
KNOW_ALREADY = "We told {} already that you said something."
STAFF_KNOW = "Staff can see that you said something."
STILL_LOOKED_AT = "Someone will still look at it."
ON_AGAIN = "We will text you today, as agreed."
WE_TELL = "We will tell you what we did."  # as flows/frame.yaml writes it


def end_page(now: Conversing) -> Response:
    """Say how it ended, and what happens next, in one voice."""
    name, lines = _last_words(now)
    lines = (*_read_before(now), *lines, *_if_left(now))
    became = _became(now)
    if name == "bye" and became:
        lines = _by_whom(now, lines, became)
    return show(
        "end",
        heard_here(now),
        now=now,
        lines=(
            *_thanked_once(lines),
            *_late(now),
            *_once_changed(now),
            *_to_ring(now),
            *who_comes_of(now),
        ),
        symbol=symbol_of(name),
        sent=now.so_far.end == "sent",
        face=became.those[0] if became and len(became.those) == 1 else None,
        said=_said_to_them(now),
        above=talk_above(now),
    )


def _read_before(now: Conversing) -> tuple[str, ...]:
    """Say why nothing was taken back, where that was just pressed."""
    return (READ_BEFORE,) if in_address("read") and now.check_in.seen_at else ()


def _late(now: Conversing) -> tuple[str, ...]:
    """Say that nobody is rung about it any more, where it was missed before it was sent."""
    sent = now.so_far.end == "sent" and not now.check_in.taken_back_at
    return said_of_late(now.check_in.id) if sent else ()


def _to_ring(now: Conversing) -> tuple[str, ...]:
    """Say whom they can ring themselves, where they asked for their advocate."""
    sent = now.so_far.end == "sent" and not now.check_in.taken_back_at
    return you_can_ring_too(now.here.person.id) if sent and rung_for(now.check_in.id) else ()


def _if_left(now: Conversing) -> tuple[str, ...]:
    """Say who is told where it tells of somebody being hurt and is left so, and whom to ring."""
    if now.so_far.end not in ("later", "declined"):
        return ()
    at = clock.now()
    left = if_left(now.check_in, now.flow, now.so_far, at)
    return (" ".join(left), " ".join(numbers_to_ring(now.check_in))) if left else ()


def _once_changed(now: Conversing) -> tuple[str, ...]:
    """Say that those outside were told, where words of a hurt were changed before it was sent."""
    return once_changed(now.check_in) if now.so_far.end == "sent" else ()


def _became(now: Conversing) -> Became | None:
    """Return what became of it, where it was sent and still stands."""
    if now.so_far.end != "sent" or now.check_in.taken_back_at:
        return None
    return what_became(now.check_in, now.here.person, clock.now())


def _by_whom(now: Conversing, lines: tuple[str, ...], became: Became) -> tuple[str, ...]:
    """Put in who really has it, and a day only where there is one; or that nobody does."""
    if we_will_look(now.check_in):
        return (*lines, *became.lines)
    fixed = flows_in_use().frame["bye"].say
    own = lines[: len(lines) - len(fixed)]
    true = [words for words in fixed if words != WE_TELL or _we_decide(became)]
    return (*own, *(said for words in true for said in _said(now, words, became)))


def _we_decide(became: Became) -> bool:
    """Say whether something was said of which it is still to be decided, or done, what we do."""
    return became.goes_on


def _said(now: Conversing, words: str, became: Became) -> tuple[str, ...]:
    values = dict(now.so_far.about.values)
    if WHO not in words:
        return (fill(words, values),)
    return who_has_it(became, now.here.person, values, clock.now())


def _said_to_them(now: Conversing) -> tuple[str, ...]:
    """Return what staff said to them in it, and they have read, in those words."""
    if now.so_far.end != "sent" or now.check_in.taken_back_at:
        return ()
    said = words_read_in(now.here, now.check_in.id)
    return tuple(f'{one.staff} said to you: "{one.words}"' for one in said)


def _last_words(now: Conversing) -> tuple[str, tuple[str, ...]]:
    prompt: Prompt = now.prompt
    if now.check_in.taken_back_at:
        return "take_back", ("OK. You took it back.", *_who_knows(now), *_on_again(now))
    match now.so_far.end:
        case "thrown_away":
            told = (*_read_already(now), *once_thrown_away(now.check_in))
            return "thrown_away", (*sentences("thrown_away"), *told)
        case "declined":
            return "declined", sentences("declined")
        case "later" if now.check_in.left_until:
            return "see_you_later", sentences("see_you_later")
        case "later":
            return "stopped", prompt.lines
        case _:
            return "bye", we_will_look(now.check_in) or prompt.lines


def _who_knows(now: Conversing) -> tuple[str, ...]:
    """Say truly what taking it back does: whoever was told that there is something still knows."""
    if already := _read_already(now):
        return already
    knows, opened = who_knows(now.check_in.id), who_opened(now.check_in.id)
    read = OPENED_BEFORE.format(wording.in_a_row(list(opened))) if opened else ""
    if knows is None:
        return (read or "Staff will not read it.",)
    names = wording.in_a_row([one.called for one in knows.staff])
    told = KNOW_ALREADY.format(names) if names else STAFF_KNOW
    return (read or NOT_READ, told, *((STILL_LOOKED_AT,) if knows.goes_on else ()))


def _read_already(now: Conversing) -> tuple[str, ...]:
    """Say who has the words that were told at once, whatever becomes of the rest."""
    at_once = [one.called for one in who_read_at_once(now.check_in)]
    return (READ_IT.format(wording.in_a_row(at_once)),) if at_once else ()


def _on_again(now: Conversing) -> tuple[str, ...]:
    """Say that texts come today, where they had called the day off here and some are to come."""
    steps = dict(every_step(now.flow.steps, now.flow))
    does = {
        choices_of(now.flow, steps[one.step])[key].does
        for one in now.so_far.answers.values()
        if one.step in steps
        for key in one.choices
        if key in choices_of(now.flow, steps[one.step])
    }
    off = "declines_day" in does
    return (ON_AGAIN,) if off and asks_today(now.here.person.id, clock.now()) else ()


def _thanked_once(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out our "Thank you." where a line thanks for more, or said it: we speak with one voice."""
    more = any(line != THANKS and line.startswith(THANKS.rstrip(".")) for line in lines)
    return tuple(line for line in dict.fromkeys(lines) if not (more and line == THANKS))


@tablet.post("/check-in/<check_in_id>/take-back")
def take_it_back(check_in_id: str) -> AnyResponse:
    """Take it back, until a person has opened it; then it can only be talked about."""
    conversing(check_in_id)
    taken = take_back(check_in_id, clock.now())
    return go_to("tablet.question", check_in_id=check_in_id, read=None if taken else "yes")


@tablet.post("/check-in/<check_in_id>/changed-my-mind")
def changed_my_mind(check_in_id: str) -> AnyResponse:
    """Tell someone about an answer that was read already."""
    now = going_on(check_in_id)
    told = begin_once(now.here.person.id, TELL_SOMEONE, clock.now(), now.here.device_id)
    return go_to("tablet.question", check_in_id=told.id)
