"""Whom an answer to words of staff names is kept out: who hurts them, and in a talk told apart anybody.

Before anybody is told of it: whoever is named, though they asked, meets nothing of it. To greet
whoever asked ("ok Lena") names nobody.
"""

from collections.abc import Collection
from datetime import datetime

from checkin.actions.close_telling import close_telling
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.say_to_person import is_told_apart
from checkin.actions.who_hurts import around_them, who_hurts_in_answer
from checkin.conversation.replies.hurt_by import HurtBy
from checkin.conversation.replies.named_too import named_too
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.conversation.talking.given import Given
from checkin.for_whom.courtesy import is_courtesy
from checkin.storage import answers, flows
from checkin.storage.tables import CheckInRow, Staff


def keep_out_named(
    check_in: CheckInRow, said: str | None, asked_by: Staff, now: datetime
) -> Collection[str]:
    """Keep it as said in the check-in; return which alerts of it went on to others by that."""
    by = _named(check_in, said, asked_by, now) if said else None
    if by is None or not check_in.flow_version_id:
        return ()
    given = Given(step="", asked=answers.SAID_AFTERWARDS, words=said, how="words")
    language = flows.version(check_in.flow_version_id).language
    answers.put(check_in, (given,), language=language, now=now, sent=True, hurt={"": by})
    return close_telling(check_in, by, now)


def _named(check_in: CheckInRow, said: str, asked_by: Staff, now: datetime) -> HurtBy | None:
    hurt = who_hurts_in_answer(check_in.person_id, said, asked_by.id)
    if hurt or not is_told_apart(check_in, now) or _greets(said, asked_by):
        return hurt
    return named_too(said, around_them(check_in.person_id), flows_in_use().library.language)


def _greets(said: str, one: Staff) -> bool:
    """Say whether words only greet this one: "ok Lena" is no more than "ok"."""
    language = flows_in_use().library.language
    name, words = language.comparable(one.called).words, language.comparable(said).words
    rest = " ".join(word for word in words if word not in name)
    return rest != " ".join(words) and is_courtesy(rest, OnAJourney(language))
