"""One check-in on one page: both sides in order, what staff said in it, and a place to say more."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from flask import abort
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.say_to_person import how_they_read, in_words
from checkin.actions.start_check_in import given_at_once
from checkin.agreements.seeing import May, MayNot, Why, is_for_them
from checkin.conversation.talking.given import Given
from checkin.door.kept_from_me import as_viewer, open_to, why_words
from checkin.door.me import me
from checkin.staff.desk import show
from checkin.staff.exchanges import Exchange, exchanges_in
from checkin.staff.forms.check_ins import TypedForm
from checkin.staff.forms.open_with_reason import ReasonForm
from checkin.staff.forms.words_of_staff import SayForm
from checkin.staff.how_it_stands import how_it_stands, what_it_asks, who_pressed
from checkin.staff.said_to_person import SaidToPerson, said_to_person
from checkin.staff.saying import saying as saying_on_a_page
from checkin.staff.times import when
from checkin.staff.to_answer import offering
from checkin.staff.to_open import is_open_until, to_open
from checkin.staff.whence import whence
from checkin.storage import answers, check_ins, loops, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AnswerRow, CheckInRow, LoopRow, PersonRow

NONE_TYPED: Mapping[str, TypedForm] = {}


def check_in_page(
    check_in_id: str,
    *,
    typing: Mapping[str, TypedForm] = NONE_TYPED,
    saying: SayForm | None = None,
    opening: ReasonForm | None = None,
) -> Response:
    """Show a check-in, with what stands in the way of what was just written."""
    row, now = the_row(check_in_id), clock.now()
    person = people.the_person(row.person_id)
    why, begun = why_words(me(), row), given_at_once(row)
    there = row.sent_at is not None or bool(begun)
    stands = there and row.taken_back_at is None
    reads = isinstance(why, May) and row.taken_back_at is None
    exchanges = list(exchanges_in(row, _said(row, begun), person.called, now)) if stands else []
    of_staff = list(said_to_person(row, person.called, now)) if reads else []
    written = [*typing.values(), *(form for form in (saying, opening) if form)]
    problems = [problem for form in written for problem in form.problems]
    return show(
        "check_in",
        400 if problems else 200,
        check_in=row,
        person=person,
        **_about(row, person, now),
        whence=whence(row, me()) if stands else (),
        to_open=to_open(row, opening, now),
        open_until=is_open_until(row, now) if why == May(Why.opened) else "",
        not_for_me=why.why if isinstance(why, MayNot) and there else "",
        talk=_in_order(exchanges, of_staff),
        exchanges=exchanges,
        typing={one.answer_id: TypedForm(formdata=None).of(one.answer_id) for one in exchanges}
        | dict(typing),
        problems=problems,
        raised=_raised_in(row),
        **(_saying(row, person, saying) if is_for_them(why) else {}),
    )


def _about(row: CheckInRow, person: PersonRow, now: datetime) -> dict[str, object]:
    """Return what is said of it as a whole: what it asks, how it stands, who pressed, who opened it."""
    opened = staff_kept.staff(row.seen_by) if row.seen_by else None
    return {
        "title": what_it_asks(row),
        "stands": how_it_stands(row, now),
        "pressed": who_pressed(row, person.called),
        "opened": f"Opened by {opened.called}, {when(row.seen_at, now)}." if opened else "",
    }


def _said(row: CheckInRow, begun: Sequence[Given]) -> Sequence[AnswerRow]:
    return _so_far(row, begun) if begun else answers.sent_answers_of(row.id)


def _raised_in(row: CheckInRow) -> list[LoopRow]:
    return [
        one for one in open_to(me(), loops.loops_of(row.person_id)) if one.check_in_id == row.id
    ]


def the_row(check_in_id: str) -> CheckInRow:
    """Return the check-in that an address names."""
    found = check_ins.check_in(check_in_id)
    if found is None:
        abort(404)
    return found


def _saying(row: CheckInRow, person: PersonRow, given: SayForm | None) -> Mapping[str, object]:
    now = clock.now()
    read = how_they_read(row, as_viewer(me()), now)
    place = saying_on_a_page(person, read, in_words(person, read, now), given)
    return offering(place, person, row.id, now)


def _in_order(
    exchanges: Sequence[Exchange], of_staff: Sequence[SaidToPerson]
) -> Iterator[Exchange | SaidToPerson]:
    """Yield both as they came one after the other; the questions stay in their own order."""
    left = sorted(of_staff, key=attrgetter("stands_at"))
    for exchange in exchanges:
        while left and left[0].stands_at <= exchange.stands_at:
            yield left.pop(0)
        yield exchange
    yield from left


def _so_far(row: CheckInRow, begun: Sequence[Given]) -> list[AnswerRow]:
    """Return the newest answer to each question of a conversation that is not finished."""
    newest = {one.step: one for one in answers.answers_of(row.id)}
    return [newest[one.step] for one in begun if one.step in newest]
