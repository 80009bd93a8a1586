"""The texts of a batch of check-ins: what is asked, reminded of, and said of a miss."""

from collections.abc import Mapping

from checkin.actions.about import text_values
from checkin.actions.calls import AGREED_WORD, waits_for_staff
from checkin.actions.due_check_ins import DueCheckIns
from checkin.actions.flows_in_use import flows_in_use, wording
from checkin.actions.start_check_in import open_in
from checkin.actions.tell_who_called import who_rings_meanwhile
from checkin.actions.text_person import text_to
from checkin.conversation.flows.placeholders import fill
from checkin.conversation.saying.as_text import all_as_text
from checkin.conversation.saying.says_first import says_first
from checkin.lives.new_message import NewMessage
from checkin.lives.reach import reach
from checkin.storage import which_alerts
from checkin.storage.tables import CheckInRow


class TextsOfCheckIns:
    """What may be named in them is asked once for each person and agreement."""

    def __init__(self, batch: DueCheckIns) -> None:
        self._batch = batch
        self._values: dict[tuple[str, str | None], Mapping[str, str]] = {}

    def text(
        self,
        row: CheckInRow,
        message: str,
        *,
        body: str | None = None,
        again: str = "",
        values: Mapping[str, str] | None = None,
        alert_id: str | None = None,
    ) -> list[NewMessage]:
        """Return the text, where this person gets texts; with `values`, what is so after its end.

        Without them it is a question, and pointless after its deadline.
        """
        person = self._batch.people[row.person_id]
        if row.channel != "text" or person.texts_paused_at or not reach(person, "text"):
            return []
        text = text_to(
            person,
            message,
            {**self._may_name(row), **(values or {})},
            self._batch.now,
            key=f"check_in:{row.id}:{message}{again}",
            body=body,
            check_in_id=row.id,
            alert_id=alert_id,
            not_after=row.deadline_at if values is None else None,
        )
        return [text]

    def asking(self, row: CheckInRow, body: str | None, *, again: str = "") -> list[NewMessage]:
        """Return the text that asks; while they wait for somebody, it says first who rings them."""
        first = self._who_rings(row) if row.channel == "text" else ""
        if first:
            may_name = self._may_name(row)
            body = says_first(body or wording(row.asks, may_name), first, may_name["name"])
        return self.text(row, row.asks, body=body, again=again)

    def _who_rings(self, row: CheckInRow) -> str:
        if not self._batch.waits_for_staff(row.person_id):
            return ""
        live = which_alerts.live_of_person(row.person_id)
        said = [one for one in live if one.kind != AGREED_WORD]
        waits = [one for one in said if waits_for_staff(one.kind, one.level)]
        return wording(*who_rings_meanwhile(waits)) if waits else ""

    def question(self, row: CheckInRow) -> str | None:
        """Return the first question of a flow that is held by text; None for a fixed text."""
        if row.channel != "text" or row.asks not in flows_in_use().flows:
            return None
        opened = open_in(row, self._batch.now)
        sees = " ".join(flows_in_use().frame["who_sees"].say)
        return all_as_text(opened.prompts, fill(sees, opened.so_far.about.values))

    def _may_name(self, row: CheckInRow) -> Mapping[str, str]:
        key = (row.person_id, row.agreement_version_id)
        if key not in self._values:
            agreed = self._batch.agreed(row)
            person = self._batch.people[row.person_id]
            agreement = agreed.agreement if agreed else None
            self._values[key] = text_values(person, agreement, self._batch.now)
        return self._values[key]
