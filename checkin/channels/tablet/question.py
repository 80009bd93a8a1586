"""One question a page: show what waits, take what was pressed, show what comes next."""

from flask import Response, request
from werkzeug.wrappers import Response as AnyResponse

from checkin.channels.tablet.answered import answered
from checkin.channels.tablet.beside import STAFF_HERE
from checkin.channels.tablet.choices import (
    SEVERAL,
    kept_at,
    positions,
    screenful_of,
    screenfuls,
    tapped,
)
from checkin.channels.tablet.conversing import Conversing, going_on, saying_more
from checkin.channels.tablet.end import end_page
from checkin.channels.tablet.given_files import file_given
from checkin.channels.tablet.going import go_to, in_address
from checkin.channels.tablet.here import is_alone
from checkin.channels.tablet.not_yet_own import NOT_YET
from checkin.channels.tablet.page import show, tablet
from checkin.channels.tablet.read_back import read_back_page
from checkin.channels.tablet.replies import next_with, own_time, pressed
from checkin.channels.tablet.said_before import said_before_page
from checkin.channels.tablet.start import start_page
from checkin.channels.tablet.talk import talk_above
from checkin.channels.tablet.who_sees import for_whom_it_is, who_sees
from checkin.channels.tablet.words_of_staff import waiting_words, words_page
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Change, DidIt, Picked, Reply

_ASIDE = {"my_words": "tablet.own_words", "stop": "tablet.stop_page"}
STAFF_WERE_HERE = "Staff were signed in here."
_ANSWERS = {
    "say": "none",
    "own_words": "ways",
    "photo": "photo",
    "sort": "order",
    "private_word": "word",
}


@tablet.get("/check-in/<check_in_id>")
def question(check_in_id: str) -> Response:
    """Show the page that waits for an answer; before it, what staff said in the meantime."""
    now = going_on(check_in_id)
    if now.was_said_before and not now.asks_anew:
        return said_before_page(now)
    said = None if in_address("old") else waiting_words(now.here, check_in_id)
    return words_page(now.here, said) if said else _page_of(now)


def _page_of(now: Conversing) -> Response:
    match now.so_far.stage:
        case _ if now.check_in.taken_back_at:
            return end_page(now)
        case "hello":
            return start_page(now)
        case "steps" | "how_done":
            return _question_page(now)
        case "read_back":
            return read_back_page(now)
        case "ended":
            return end_page(now)


@tablet.post("/check-in/<check_in_id>")
def answer(check_in_id: str) -> AnyResponse:
    """Take what was pressed, once: a page left open, or sent twice, changes nothing."""
    # kept first: a large photo holds up nobody else
    given = file_given(saying_more(check_in_id)) if request.files else None
    if answered(check_in_id, lambda now: _taken(now, given)):
        return go_to("tablet.question", check_in_id=check_in_id)
    return _instead(going_on(check_in_id))


def _taken(now: Conversing, given: Reply | None) -> Reply | None:
    """Return what this page says to the question; nothing where it leads elsewhere first."""
    if _do() in _ASIDE or "tap" in request.form:
        return None
    reply = given or pressed(_do()) or _next(now)
    return None if reply is None or _asks_more(now, reply) else reply


def _instead(now: Conversing) -> AnyResponse:
    """Show what was asked for in place of an answer, or else what waits."""
    check_in_id, reply = now.check_in.id, pressed(_do()) or _next(now)
    if not now.is_at_posted_page:
        picked = request.form.getlist("choice")
        is_so = reply == Change(now.so_far.step or "") or now.has_heard(picked)
        old = None if is_so else "yes"
        return go_to("tablet.question", check_in_id=check_in_id, old=old)
    if _do() in _ASIDE:
        kept = positions(now.prompt, _picked(now))
        way = now.here.profile.way_first if _do() == "my_words" else None
        return go_to(_ASIDE[_do()], check_in_id=check_in_id, kept=kept, way=way)
    if "tap" in request.form:
        return _put_in_order(now, request.form["tap"])
    if now.so_far.stage == "how_done" and reply == DidIt("self"):
        return go_to("tablet.question", check_in_id=check_in_id)  # not so here: it says why
    more = _asks_more(now, reply) if reply else None
    page, values = more or ("tablet.not_picked", {})
    return go_to(page, check_in_id=check_in_id, **values)


def _do() -> str:
    return request.form.get("do", "next")


@tablet.get("/check-in/<check_in_id>/not-picked")
def not_picked(check_in_id: str) -> Response:
    """Nothing was picked. That is OK: go on, or stay."""
    return show("not_picked", (now := going_on(check_in_id)).here, now=now)


def _question_page(now: Conversing) -> Response:
    profile, prompt = now.here.profile, _as_it_can_be_said(now)
    kept = kept_at(prompt, in_address("kept") or "") or _given_before(now)
    return show(
        "question",
        now.here,
        now=now,
        prompt=prompt,
        answers_page=_ANSWERS.get(prompt.kind, "pick"),
        sets=screenfuls(prompt.options, profile.per_page),
        many=prompt.kind in SEVERAL,
        one_tap=profile.one_tap and prompt.kind not in SEVERAL,
        kept=kept,
        kept_text=positions(prompt, kept),
        own_time=own_time(prompt),
        who=for_whom_it_is(now) if now.was_said_before else who_sees(now),
        above=talk_above(now),
        old_page=in_address("old"),
    )


def _as_it_can_be_said(now: Conversing) -> Prompt:
    """Leave out "by myself" where nobody can know that, and say why."""
    prompt = now.prompt
    if prompt.kind != "how_done" or now.was_alone:
        return prompt
    with_somebody = tuple(one for one in prompt.options if one.key != "self")
    if now.was_said_before:
        return prompt._replace(options=with_somebody)
    said = STAFF_HERE if not is_alone() else NOT_YET[0] if now.here.waits else STAFF_WERE_HERE
    return prompt._replace(options=with_somebody, said_back=said)


def _given_before(now: Conversing) -> tuple[str, ...]:
    if now.prompt.kind == "sort" and in_address("kept") is not None:
        return ()  # everything was taken out of the order again
    return now.prompt.given.choices if now.prompt.given else ()


def _picked(now: Conversing) -> tuple[str, ...]:
    """Return what is picked on the posted page, in the order shown or, sorting, as tapped."""
    if now.prompt.kind == "sort":
        return kept_at(now.prompt, request.form.get("kept", ""))
    return tuple(request.form.getlist("choice"))


def _next(now: Conversing) -> Reply | None:
    return next_with(now.prompt, _picked(now), request.form.get("words", ""))


def _put_in_order(now: Conversing, key: str) -> AnyResponse:
    kept = positions(now.prompt, tapped(_picked(now), key))
    place = screenful_of(now.prompt.options, key, now.here.profile.per_page)
    return go_to(
        "tablet.question", check_in_id=now.check_in.id, kept=kept, _anchor=f"answers-{place}"
    )


def _asks_more(now: Conversing, reply: Reply) -> tuple[str, dict[str, str]] | None:
    """Return the page that asks for the rest of this answer: which time, or who helped."""
    match now.prompt.kind, reply:
        case "time", Picked(choices=choices) if now.prompt.picks_time in choices:
            return "tablet.pick_time", {}
        case "how_done", DidIt(done="helped" | "by_other" as done):
            return "tablet.who_helped", {"done": done}
        case _:
            return None
