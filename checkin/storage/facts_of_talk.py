"""What the record tells of promises and of what staff and a person said to each other."""

from datetime import datetime

from checkin.lives.new_words import NewAnswer, NewWords
from checkin.lives.record import What, by_staff, digest, moment
from checkin.storage.tables import (
    AnswerToStaffRow,
    LoopDecisionRow,
    LoopRow,
    OpeningRow,
    WordsOfStaffRow,
)


def of_loop(row: LoopRow) -> What:
    """Tell what a person said and where, who read it first, and whether what was done helped."""
    return {
        "person": row.person_id,
        "check_in": row.check_in_id,
        "closed": moment(row.closed_at),
        "raised": digest(row.words),
        "media": row.media_id,
        "read": moment(row.read_at),
        "read_by": row.read_by,
        "impact": row.impact,
        "asked": row.asked or None,
    }


def of_decision(row: LoopDecisionRow) -> What:
    """Tell of a decision that is kept."""
    return {
        **as_decision(row.decision, row.words, row),
        "at": moment(row.at),
        "by": by_staff(row.staff_id),
        "impact": row.impact,
    }


def of_newest(row: LoopRow) -> What:
    """Tell the same of the decision that acts."""
    return {
        **as_decision(row.decision, row.we_did, row),
        "at": moment(row.decided_at),
        "by": by_staff(row.decided_by),
    }


def as_decision(decision: str | None, words: str | None, row: LoopDecisionRow | LoopRow) -> What:
    """Tell of a decision, whose it is, and what became of it; the entry says when and by whom."""
    return {
        "decision": decision,
        "words": digest(words),
        "owner": row.owner_id,
        "due_on": str(row.due_on or ""),
        **done(row.done_at, row.done_by, row.done_how),
        "told": moment(row.told_at),
    }


def done(at: datetime | None, by: str | None, how: str | None) -> What:
    """Tell when a promise was kept, by whom and how."""
    return {"done": moment(at), "done_by": by, "how": None if how is None else digest(how)}


def as_said_by_staff(one: NewWords | WordsOfStaffRow) -> What:
    """Tell what staff said to a person, where and how it was to be read."""
    return {
        "said": digest(one.words),
        "check_in": one.check_in_id,
        "staff": one.staff_id,
        "person": one.person_id,
        "way": one.way,
    }


def read_on_a_page(row: WordsOfStaffRow) -> What:
    """Tell when the person went on from it, and what waited then."""
    return {"read": moment(row.read_at), "before": row.before_step}


def of_words(row: WordsOfStaffRow) -> What:
    """Tell of words of staff that are kept."""
    return {**as_said_by_staff(row), **read_on_a_page(row)}


def as_answered(number: int, one: NewAnswer | AnswerToStaffRow) -> What:
    """Tell what the person answered to them."""
    return {
        "number": number,
        "answer": digest(one.words),
        "media": one.media_id,
        "heard": one.heard_id,
    }


def of_opening(row: OpeningRow) -> What:
    """Tell who opened what was not meant for them, and why."""
    return {
        "opened": row.check_in_id,
        "staff": row.staff_id,
        "person": row.person_id,
        "whom": digest(row.whom),
        "reason": digest(row.reason),
        "opened_at": moment(row.at),
    }
