"""What a person said in one check-in, as the conversation they saw: both sides, in order."""

from flask import abort, redirect, send_file, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.keep_media import media_path
from checkin.actions.open_with_reason import NotToOpenError, open_with_reason
from checkin.actions.say_with_staff import say_with_staff
from checkin.actions.take_back import open_answers
from checkin.actions.type_from_voice import type_from_voice
from checkin.agreements.seeing import May, Why
from checkin.door.ask_again import ask_again
from checkin.door.kept_from_me import as_viewer, open_to, why_words
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.lives.check_in import with_staff_from
from checkin.staff.check_in_page import check_in_page, the_row
from checkin.staff.desk import staff
from checkin.staff.forms.check_ins import TypedForm, WithMeForm
from checkin.staff.forms.open_with_reason import ReasonForm
from checkin.staff.people import person_page
from checkin.storage import answers, check_ins, media
from checkin.storage.tables import CheckInRow, MediaRow

ENDED = "This check-in has ended already."
TOO_EARLY = "This is not due within the hour. Say it then, if you are with them."


@staff.get("/check-ins/<check_in_id>")
@needs(STAFF)
def check_in(check_in_id: str) -> Response:
    """Open what a person sent. From now on they cannot take it back, where it was said to whoever opens it."""
    row = the_row(check_in_id)
    if row.sent_at and not row.taken_back_at and _is_read_by_me(row):
        open_answers(check_in_id, as_viewer(me()), clock.now())
    return check_in_page(check_in_id)


def _is_read_by_me(row: CheckInRow) -> bool:
    """Say whether it is read by one whom it is for: who opens it with a reason reads for nobody else."""
    read = open_to(me(), answers.sent_answers_of(row.id))
    return bool(read) and why_words(me(), row) != May(Why.opened)


@staff.post("/check-ins/<check_in_id>/with-staff")
@needs(STAFF)
def with_staff(check_in_id: str) -> Response:
    """Staff are with the person: this need not be asked any more."""
    row = the_row(check_in_id)
    if not say_with_staff(check_in_id, me().id, me().staff.called, clock.now()):
        later = with_staff_from(check_ins.life_of(row), clock.now())
        return person_page(row.person_id, problem=TOO_EARLY if later else ENDED)
    back = WithMeForm().alert_id.data
    if back:
        return redirect(url_for("staff.alert", alert_id=back))
    return redirect(url_for("staff.person", person_id=row.person_id))


@staff.post("/check-ins/<check_in_id>/open")
@needs(STAFF)
def open_it(check_in_id: str) -> Response:
    """Open with a reason what was said to others; the password is asked for each time."""
    form, viewer, now = ReasonForm(), as_viewer(me()), clock.now()
    if not form.validate():
        return check_in_page(check_in_id, opening=form)
    if wrong := ask_again(me(), now):
        form.password_again.errors = [wrong.problem]
        return check_in_page(check_in_id, opening=form)
    try:
        open_with_reason(check_in_id, me().staff, viewer, form.reason.data, now)
    except NotToOpenError:
        abort(404)
    return redirect(url_for("staff.check_in", check_in_id=check_in_id))


@staff.post("/answers/<answer_id>/typed")
@needs(STAFF)
def typed(answer_id: str) -> Response:
    """Keep what was typed from a voice note."""
    answer, form = answers.answer(answer_id), TypedForm().of(answer_id)
    if answer is None:
        abort(404)
    if not form.validate():
        return check_in_page(answer.check_in_id, typing={answer_id: form})
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
