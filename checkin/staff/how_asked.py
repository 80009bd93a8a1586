"""How one person likes to be asked and what they want, written down with them."""

from collections.abc import Mapping
from typing import cast

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock, installation
from checkin.actions.change_phone import change_phone_of_person
from checkin.actions.change_settings import (
    SETTINGS,
    change_settings,
    nobody_else_changes,
    put_own_words,
)
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.no_phone import warning_of
from checkin.actions.own_phones import check_phone
from checkin.actions.own_sets_for import places_for, stands_for
from checkin.actions.whose_phone import NumberTakenError
from checkin.agreements.how_asked import HowAsked
from checkin.agreements.own_plan import is_all_their_own, is_their_own
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.door.needs import LEADS, STAFF, needs
from checkin.lives.record import by_staff
from checkin.phone_numbers.reading import as_people_write
from checkin.staff.desk import show, staff
from checkin.staff.forms.fields import as_lines
from checkin.staff.forms.how_asked import ABOUT, OwnWordsForm, SettingsForm, settings_form
from checkin.staff.forms.phone import PhoneForm
from checkin.staff.goes_by import called
from checkin.staff.own_phone import phone_waits
from checkin.storage import own, people
from checkin.storage.own_sets import WasSet, lines_in
from checkin.storage.tables import PersonRow

WORKED_OUT = ("has_goal", "has_plan")  # from the lines themselves
ALL_THEIRS = (
    "{name} has set up their own morning since. That stands on the handover in place of this plan."
)
SOME_THEIRS = "{name} has set some of their own morning since. It stands on the handover beside this plan, and counts."


@staff.get("/people/<person_id>/how-asked")
@needs(STAFF)
def how_asked(person_id: str) -> Response:
    """Show how a person likes to be asked, and what they want."""
    return _page(people.the_person(person_id))


@staff.post("/people/<person_id>/how-asked")
@needs(STAFF)
def keep_settings(person_id: str) -> Response:
    """Keep the settings that were changed; not over what others changed meanwhile."""
    form = settings_form(_asked_about())
    changed = form.changed()
    with nobody_else_changes(person_id) as person:
        if not form.validate() or form.overtaken(_settings(person), _whole(changed)):
            return _page(person, settings=form)
        chosen = {name: form[name].data for name in SETTINGS if name in changed | _whole(changed)}
        change_settings(
            person_id,
            cast("HowAsked", chosen),  # the form has read each
            {
                name.removeprefix(ABOUT): bool(form[name].data)
                for name in changed
                if name.startswith(ABOUT)
            },
            by_staff(me().id),
            clock.now(),
        )
    return _back(person_id)


@staff.post("/people/<person_id>/own-words")
@needs(STAFF)
def keep_own_words(person_id: str) -> Response:
    """Keep the lists that were changed; not over what others changed meanwhile."""
    form = OwnWordsForm()
    lines = form.lines()
    with nobody_else_changes(person_id) as person:
        if not form.validate() or form.overtaken(_own_words(person)):
            return _page(person, own_words=form)
        put_own_words(person_id, lines, me().id, clock.now())
    return _back(person_id)


@staff.post("/people/<person_id>/phone")
@needs(STAFF)
def keep_phone(person_id: str) -> Response:
    """Keep a person's new phone, or none."""
    form = PhoneForm(_countries())
    if not form.changed():
        return _back(person_id)
    try:
        with nobody_else_changes(person_id) as person:
            if not form.validate() or form.overtaken(_phone_form(person)):
                return _page(person, phone=form)
            change_phone_of_person(person_id, form.kept, clock.now(), staff_id=me().id)
    except NumberTakenError as error:
        form.phone.errors = [*form.phone.errors, str(error)]
        return _page(people.the_person(person_id), phone=form)
    return _back(person_id)


@staff.post("/people/<person_id>/phone/checked")
@needs(LEADS)
def phone_is_checked(person_id: str) -> Response:
    """Say that a phone was checked with the person, as the page showed it: not for who wrote it down."""
    try:
        check_phone(request.form.get("change", ""), person_id, me().id, clock.now())
    except NumberTakenError as error:
        form = _phone_form(people.the_person(person_id))
        form.phone.errors = [str(error)]
        return _page(people.the_person(person_id), phone=form)
    return _back(person_id)


def _page(
    person: PersonRow,
    *,
    settings: SettingsForm | None = None,
    own_words: OwnWordsForm | None = None,
    phone: PhoneForm | None = None,
) -> Response:
    given = [form for form in (settings, own_words, phone) if form is not None]
    problems = [problem for form in given for problem in form.problems]
    return show(
        "how_asked",
        400 if problems else 200,
        person=person,
        settings=settings or _settings(person),
        own_words=own_words or _own_words(person),
        phone=phone or _phone_form(person),
        own_plan=_own_plan(person),
        no_phone=warning_of(person.id, clock.now()),
        phone_waits=phone_waits(person),
        asked_about=[f"{ABOUT}{name}" for name in _asked_about()],
        problems=problems,
    )


def _own_plan(person: PersonRow) -> str:
    """Say what became of the plan that staff wrote, where the person set any of it themselves."""
    kinds = [kind for kind, one in _stands(person).items() if one.lines]
    if is_all_their_own(kinds):
        return ALL_THEIRS.format(name=called(person))
    return SOME_THEIRS.format(name=called(person)) if is_their_own(kinds) else ""


def _stands(person: PersonRow) -> Mapping[str, WasSet]:
    return stands_for(as_viewer(me()), [person.id], clock.now())[person.id]


def _settings(person: PersonRow) -> SettingsForm:
    fields = own.fields_of(person.id)
    about = {f"{ABOUT}{name}": value == "yes" for name, value in fields.items()}
    kept = {name: getattr(person, name) for name in SETTINGS}
    form = settings_form(_asked_about(), formdata=None, data={**kept, **about})
    form.remember()
    return form


def _own_words(person: PersonRow) -> OwnWordsForm:
    lines = lines_in(_stands(person))
    shown = {kind.value: as_lines(words) for kind, words in lines.items()}
    shown["places"] = as_lines(places_for(as_viewer(me()), person.id, clock.now()))
    form = OwnWordsForm(formdata=None, data=shown)
    form.remember()
    return form


def _phone_form(person: PersonRow) -> PhoneForm:
    form = PhoneForm(_countries(), formdata=None, data={"phone": _phone(person)})
    form.remember()
    return form


def _whole(changed: set[str]) -> set[str]:
    """Quiet time, and the ways to say things, are each changed as one."""
    wholes = ({"quiet_from", "quiet_minutes"}, {"can_write", "can_talk", "can_photograph"})
    return {name for whole in wholes if changed & whole for name in whole}


def _asked_about() -> dict[str, str]:
    known = flows_in_use().library.placeholders.profile
    return {name: words for name, words in known.items() if name not in WORKED_OUT}


def _phone(person: PersonRow) -> str:
    return as_people_write(person.phone or "", _countries()) or person.phone_unread or ""


def _countries() -> tuple[str, ...]:
    return installation.here().settings.countries


def _back(person_id: str) -> Response:
    return redirect(url_for("staff.how_asked", person_id=person_id))
