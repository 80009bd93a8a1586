"""Nobody has acted yet: tell the next one, for as long as it takes.

Source: alerts.md section 3. A claim that ran out opens the alert again, at its next step.
"""

from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.contacts import Contacts
from checkin.actions.raise_alert import Raised, raise_alerts
from checkin.actions.tell_still_unread import still_unread
from checkin.actions.tell_who_called import GoesOn, News, as_it_goes_on, goes_on
from checkin.actions.tell_who_had_it import who_had_it
from checkin.actions.telling import reached_by, tell_rows, told_steps
from checkin.actions.whom_a_step_tells import Whom
from checkin.agreements.happened_by_text import CallNotDone
from checkin.agreements.ladder import NOT_CLOSED, next_tell
from checkin.agreements.tasks import from_texts
from checkin.lives.alert_due import due_move
from checkin.lives.alert_moves import RunOut, TellNext, next_step
from checkin.lives.check_in import is_rung
from checkin.lives.new_message import NewMessage
from checkin.storage import agreements, alert_life, alert_steps, alerts, check_ins, messages, people
from checkin.storage.agreements import InForce
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow, PersonRow
from checkin.storage.transaction import kept_together

BATCH = 500


def tell_next_contact(now: datetime, most: int = BATCH) -> int:
    """Take up to `most` alerts a step further; return how many there were."""
    with kept_together():
        rows = alerts.due(now, most)
        if rows:
            _escalate(list(rows), now)
    return len(rows)


def _escalate(rows: list[AlertRow], now: datetime) -> None:
    persons = people.people_by_id([row.whose for row in rows])
    agreed = agreements.versions(
        [row.agreement_version_id for row in rows if row.agreement_version_id]
    )
    contacts = Contacts(
        frozenset(row.house_id for row in rows),
        frozenset(row.check_in_id for row in rows if row.check_in_id),
    )
    cannot = alert_steps.who_cannot([row.id for row in rows])
    not_made = [row for row in rows if _is_call_not_made(row)]
    texts, steps, said = [], [], []
    for row in rows:
        version = agreed.get(row.agreement_version_id or "")
        agreement = version.agreement if version else None
        those = Whom(row, persons.get(row.whose), agreement, contacts, cannot[row.id])
        if due := due_move(alert_life.live(row), now):
            told, happened, news = _one_step(those, due, now)
            texts += told
            steps += happened
            said.append(news)
    alert_steps.add_steps(steps)
    messages.put([*texts, *as_it_goes_on(said, now), *still_unread(said, now)])
    _calls_not_made(not_made, persons, agreed, now)


def _one_step(
    those: Whom, due: TellNext | RunOut, now: datetime
) -> tuple[list[NewMessage], list[AlertStep], GoesOn | None]:
    row, to = those.alert, next_step(due.alert, now)
    step = next_tell(to.level, to.step, now, task=to.task)
    tell = those.as_it_can_be_told(step, now)
    staff = those.as_it_goes_on(tell, now)
    ran_out = isinstance(due, RunOut)
    before = [AlertStep(row.id, now, "ran_out", NOT_CLOSED)] if ran_out else []
    steps = [*before, *told_steps(row.id, tell, staff, now, to)]
    news = goes_on(those, _news(those, ran_out=ran_out), tell, staff)
    texts = tell_rows(row, tell, staff, now, due.alert.round)
    if isinstance(due, RunOut):
        texts += who_had_it(those, due.alert, reached_by(tell, staff), now)
    return texts, steps, news


def _news(those: Whom, *, ran_out: bool) -> News:
    """Say what the person reads: nobody answers, or nobody who answered can; or somebody had it."""
    if those.cannot and not ran_out:
        return "nobody_can_yet"
    return "asking_next" if those.alert.first_taken_at else "nobody_yet"


def _is_call_not_made(row: AlertRow) -> bool:
    """Say whether the time for a call is over and nobody took it on; ask before the next step."""
    return row.kind == "cannot_be_texted" and row.step == 0 and row.state == "open"


def _calls_not_made(
    rows: list[AlertRow],
    persons: dict[str, PersonRow],
    agreed: dict[str, InForce],
    now: datetime,
) -> None:
    """A call that stands in for a text and was not made in time is an alert about us."""
    raised = []
    names = people.known_as(one.house_id for one in persons.values())
    for row in rows:
        check_in = check_ins.check_in(row.check_in_id or "")
        if check_in is None or not is_rung(check_ins.life_of(check_in)):
            continue  # the person has spoken since
        version = agreed.get(row.agreement_version_id or "")
        person = persons[row.whose]
        call = CallNotDone(check_in.id, check_in.key, check_in.local_slot[-5:])
        reached = from_texts(call, as_person(person, names[person.id], version))
        raised.append(Raised(person, reached, version, check_in.id))
    raise_alerts(raised, now)
