"""What a person likes, and what they want, is written down: each thing by itself."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, time

from checkin.actions.set_places import follow_places, keep_places_as_they_were
from checkin.actions.set_quiet_time import FROM, MINUTES, NO_QUIET
from checkin.actions.tell_of_set_up import tell_of_set_up
from checkin.agreements.how_asked import HowAsked, Lines
from checkin.conversation.talking.given import Given
from checkin.lives.record import Entry, RecordKind, What, by_person, by_staff, digest
from checkin.storage import own, own_sets, people, record
from checkin.storage.own_sets import Line, NewSet
from checkin.storage.tables import CheckInRow, PersonRow
from checkin.storage.transaction import kept_together
from checkin.wording import plain_time

SETTINGS = tuple(HowAsked.__annotations__)
KEPT_EACH_TIME: Mapping[str, str] = {
    "pictures": "pictures",
    "size": "size",
    "sound": "sound",
    "show_as": "show_as",
    "answers_by": "answers_by",
    "quiet_from": FROM,
    "quiet_minutes": MINUTES,
}
"""What a person can set too, with its name in what was set (storage/own_sets.py)."""


@contextmanager
def nobody_else_changes(person_id: str) -> Iterator[PersonRow]:
    """Hold one person while what a page showed is compared with them, and what it says is kept."""
    with kept_together():
        yield people.held(person_id)


def change_settings(
    person_id: str,
    settings: HowAsked,
    asked_about: Mapping[str, bool],
    by: str,
    now: datetime,
    *,
    check_in_id: str | None = None,
    undoes: int | None = None,
) -> None:
    """Keep these settings, and what flows may ask about; whatever is not named stays as it is.

    `by`: who pressed, as the record names them. What a person can set too is kept each time.
    """
    with kept_together():
        person = people.held(person_id)
        was = {name: getattr(person, name) for name in KEPT_EACH_TIME}
        for name, kind in KEPT_EACH_TIME.items():
            if name in settings:
                new = NewSet(person_id, kind, (), by, now, check_in_id, undoes)
                _keep_each_time(new, _written(was, name), _written(settings, name))
        if settings:
            people.change(person_id, **settings)
        for name, yes in asked_about.items():
            own.put_field(person_id, name, "yes" if yes else "no")
        chosen = {name: None if value is None else str(value) for name, value in settings.items()}
        about = {f"about-{name}": int(yes) for name, yes in asked_about.items()}
        _note("how_asked_changed", person_id, {**chosen, **about}, by, now)


def _written(settings: Mapping[str, object], name: str) -> str:
    """Return a setting as it is kept; empty: there is none."""
    match settings[name]:
        case None:
            return NO_QUIET if name == "quiet_minutes" else ""
        case time() as at:
            return plain_time(at)
        case value:
            return str(value)


def _keep_each_time(new: NewSet, was: str, value: str) -> None:
    """Add to what was set for a person what is set now, after what was so."""
    own_sets.put_as_it_was(new.person_id, new.kind, was, new.at)
    if value and was != value:
        own_sets.put(replace(new, lines=(Line(value),)))


def put_own_words(
    person_id: str,
    lines: Mapping[Lines, Sequence[str]],
    staff_id: str,
    now: datetime,
) -> None:
    """Keep a person's goals, plan, what to leave out, and places; what is not named stays."""
    with kept_together():
        keep_places_as_they_were(person_id, now)
        for kind, words in lines.items():
            own_sets.put_lines(person_id, kind, words, by_staff(staff_id), now)
        follow_places(person_id)
        what = {kind.value: digest("\n".join(words)) for kind, words in lines.items()}
        _note("own_words_changed", person_id, what, by_staff(staff_id), now)


def set_line_by_person(check_in: CheckInRow, line: str, given: Given, now: datetime) -> None:
    """Let an answer stand as a line of the person's own, as it was said (flows/README.md `sets`)."""
    person_id, lines = check_in.person_id, lines_from(given)
    by = by_person(person_id)
    with kept_together():
        keep_places_as_they_were(person_id, now)
        if own_sets.put(NewSet(person_id, line, lines, by, now, check_in.id)):
            follow_places(person_id)
            said = digest("\n".join(one.words for one in lines))
            _note("own_words_changed", person_id, {line: said}, by, now)
            tell_of_set_up(person_id, now)


def lines_from(given: Given) -> tuple[Line, ...]:
    """Return an answer as lines: what was picked with its picture, then own words, sound, photos."""
    return (
        *map(Line, given.labels, given.symbols),
        *([Line(given.words)] if given.words else ()),
        *(Line(media_id=one) for one in given.media),
    )


def _note(kind: RecordKind, person_id: str, what: What, by: str, now: datetime) -> None:
    if what:
        record.note([Entry(now, by, kind, f"person:{person_id}", what, person_id)])
