"""What the place to say something offers to answer with it: a call to take, and what was said there."""

from collections.abc import Mapping
from datetime import datetime

from checkin.actions.answer_in_words import may_be_answered
from checkin.agreements.words_to_read import OPEN_IT, TO_READ
from checkin.door.kept_from_me import as_viewer, open_to
from checkin.door.me import me
from checkin.staff.alert_lines import AlertLine, alert_lines
from checkin.staff.forms.words_of_staff import SayForm
from checkin.staff.named import alert_name
from checkin.storage import which_alerts
from checkin.storage.tables import AlertRow, PersonRow


def offering(
    place: Mapping[str, object], person: PersonRow, check_in_id: str | None, now: datetime
) -> Mapping[str, object]:
    """Offer it in the form of this place, if there is one; ticked is what was said, while nobody calls."""
    form = place["saying"]
    if isinstance(form, SayForm):
        rows = may_be_answered(person.id, check_in_id, as_viewer(me()), now)
        calls = [one for one in rows if one.kind != TO_READ]
        ticked = [] if calls else [one.id for one in rows]
        form.can_answer({one.id: _says(one, person) for one in rows}, ticked)
    return place


def open_alerts(person: PersonRow, now: datetime) -> list[AlertLine]:
    """Return what is open about a person and calls for somebody, as the list of alerts has it."""
    rows = open_to(me(), which_alerts.live_of_person(person.id))
    return alert_lines(rows, me(), now)


def _says(alert: AlertRow, person: PersonRow) -> str:
    if alert.kind != TO_READ:
        return f"I take this with it: {alert_name(alert)}"
    quoted = () if alert.what == [OPEN_IT] else alert.what
    said = " ".join(line.removeprefix(f"{person.called}: ") for line in quoted) or alert.title
    return f"It answers this, and I have it then: {said}"
