"""What a person said in one check-in, as the conversation they saw: both sides, in order."""

from collections.abc import Mapping, Sequence

from flask import abort, redirect, send_file, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.keep_media import media_path
from checkin.actions.say_with_staff import say_with_staff
from checkin.actions.start_check_in import given_at_once
from checkin.actions.take_back import open_answers
from checkin.actions.type_from_voice import type_from_voice
from checkin.agreements.seeing import May, MayNot
from checkin.conversation.talking.given import Given
from checkin.door.kept_from_me import open_to, reads_words, why_words
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.exchanges import exchanges_in
from checkin.staff.forms.check_ins import TypedForm, WithMeForm
from checkin.staff.how_it_stands import how_it_stands, who_pressed
from checkin.staff.people import person_page, what_it_asks
from checkin.staff.times import when
from checkin.storage import answers, check_ins, loops, media, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AnswerRow, CheckInRow, MediaRow

NONE_TYPED: Mapping[str, TypedForm] = {}


@staff.get("/check-ins/<check_in_id>")
@needs(STAFF)
def check_in(check_in_id: str) -> Response:
    """Open what a person sent. From now on they cannot take it back."""
    row = _the_row(check_in_id)
    if row.sent_at and not row.taken_back_at and reads_words(me(), row):
        open_answers(check_in_id, me().id, clock.now())
    return _page(_the_row(check_in_id))


@staff.post("/check-ins/<check_in_id>/with-staff")
@needs(STAFF)
def with_staff(check_in_id: str) -> Response:
    """Staff are with the person: this need not be asked any more."""
    row = _the_row(check_in_id)
    if not say_with_staff(check_in_id, me().id, me().staff.called, clock.now()):
        return person_page(row.person_id, problem="This check-in has ended already.")
    back = WithMeForm().alert_id.data
    if back:
        return redirect(url_for("staff.alert", alert_id=back))
    return redirect(url_for("staff.person", person_id=row.person_id))


@staff.post("/answers/<answer_id>/typed")
@needs(STAFF)
def typed(answer_id: str) -> Response:
    """Keep what was typed from a voice note."""
    answer, form = answers.answer(answer_id), TypedForm().of(answer_id)
    if answer is None:
        abort(404)
    if not form.validate():
        return _page(_the_row(answer.check_in_id), {answer_id: form})
    type_from_voice(answer_id, me().id, form.words.data, clock.now())
    at = url_for("staff.check_in", check_in_id=answer.check_in_id, _anchor=f"answer-{answer_id}")
    return redirect(at)


@staff.get("/media/<media_id>")
@needs(STAFF)
def play(media_id: str) -> Response:
    """Play a voice note, or show a photo or a drawing, exactly as it is kept."""
    found = media.media(media_id)
    if found is None or _was_taken_back(found) or not media_path(media_id).is_file():
        abort(404)
    return send_file(media_path(media_id), mimetype=found.mimetype, conditional=True)


def _was_taken_back(found: MediaRow) -> bool:
    row = check_ins.check_in(found.check_in_id or "")
    return row is not None and row.taken_back_at is not None


def _page(row: CheckInRow, typing: Mapping[str, TypedForm] = NONE_TYPED) -> Response:
    now, person = clock.now(), people.the_person(row.person_id)
    why = why_words(me(), row)
    begun = given_at_once(row)
    there = row.sent_at is not None or bool(begun)
    shown = there and row.taken_back_at is None and isinstance(why, May)
    opened = staff_kept.staff(row.seen_by) if row.seen_by else None
    problems = [problem for form in typing.values() for problem in form.problems]
    said = _so_far(row, begun) if begun else answers.sent_answers_of(row.id)
    exchanges = list(exchanges_in(row, said, person.called, now)) if shown else []
    return show(
        "check_in",
        400 if problems else 200,
        check_in=row,
        person=person,
        title=what_it_asks(row),
        stands=how_it_stands(row, now),
        pressed=who_pressed(row, person.called),
        opened=f"Opened by {opened.called}, {when(row.seen_at, now)}." if opened else "",
        not_for_me=why.why if isinstance(why, MayNot) and there else "",
        exchanges=exchanges,
        typing={one.answer_id: TypedForm(formdata=None).of(one.answer_id) for one in exchanges}
        | dict(typing),
        problems=problems,
        raised=[
            one for one in open_to(me(), loops.loops_of(person.id)) if one.check_in_id == row.id
        ],
    )


def _so_far(row: CheckInRow, begun: Sequence[Given]) -> list[AnswerRow]:
    """Return the newest answer to each question of a conversation that is not finished."""
    newest = {one.step: one for one in answers.answers_of(row.id)}
    return [newest[one.step] for one in begun if one.step in newest]


def _the_row(check_in_id: str) -> CheckInRow:
    found = check_ins.check_in(check_in_id)
    if found is None:
        abort(404)
    return found
