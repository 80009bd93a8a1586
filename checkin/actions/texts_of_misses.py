"""What a person is told of their misses: whom we ask to ring, in one text however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from checkin.actions.calls import PRESSING
from checkin.actions.due_check_ins import DueCheckIns
from checkin.actions.raise_alert import Raised, Told
from checkin.actions.tell_who_called import asking
from checkin.actions.texts_of_check_ins import TextsOfCheckIns
from checkin.actions.who_rings import asked_besides
from checkin.agreements.happened import WhyNotAsked
from checkin.lives.check_in import was_asked
from checkin.lives.check_in_moves import Move
from checkin.lives.new_message import NewMessage
from checkin.storage import check_ins
from checkin.storage.tables import CheckInRow
from checkin.wording import in_a_row

STALE = timedelta(hours=2)
"""After an outage of ours nothing is promised of what ended longer ago: staff ring about it."""


@dataclass
class Noticed:
    """What one check-in asks for, gathered before anything is written."""

    moves: list[tuple[CheckInRow, Move]] = field(default_factory=list)
    texts: list[NewMessage] = field(default_factory=list)
    raised: list[Raised] = field(default_factory=list)
    missed: CheckInRow | None = None


@dataclass
class TextsOfMisses:
    """The texts of all misses of one look.

    Who waits for help reads there who comes. What they were never asked is not called a miss.
    """

    batch: DueCheckIns
    of_check_ins: TextsOfCheckIns

    def texts(self, noticed: Iterable[Noticed], told: Mapping[str, Told]) -> list[NewMessage]:
        """Return one text for each person: the times at which we did not ask, and whom we ask.

        `told`: by the key of what was raised, who is told of it.
        """
        of_person: defaultdict[str, list[tuple[CheckInRow, list[Told]]]] = defaultdict(list)
        for one in noticed:
            row, asked = one.missed, _told_of(one, told)
            if row and asked is not None and not self._is_said_elsewhere(row):
                of_person[row.person_id].append((row, asked))
        return [text for misses in of_person.values() for text in self._text(misses)]

    def _is_said_elsewhere(self, row: CheckInRow) -> bool:
        """Say whether they read of it where they wait for help, or it is so long ago that staff speak of it."""
        ended = row.deadline_at or row.due_at
        return row.person_id in self.batch.wait_for_help or self.batch.now - ended > STALE

    def why_not_asked(self, row: CheckInRow) -> WhyNotAsked | None:
        """Return why it was never put to them; None where it was."""
        if was_asked(check_ins.life_of(row)):
            return None
        return "waits_for_help" if row.person_id in self.batch.wait_for_help else "ours"

    def _text(self, misses: Sequence[tuple[CheckInRow, list[Told]]]) -> list[NewMessage]:
        by_text = sorted(
            (one for one in misses if one[0].channel == "text"), key=lambda one: one[0].due_at
        )
        if not by_text:
            return []
        not_asked = [row for row, _ in by_text if self.why_not_asked(row)]
        asked = {one.id: one for _, told in by_text for each in told for one in each.staff}
        asked |= asked_besides(by_text[0][0].person_id)
        kind = "not_asked" if not_asked else "will_ring"
        message, values = asking(kind, sorted(asked.values(), key=lambda one: one.called))
        times = dict.fromkeys(self.batch.label(row, row.due_at) for row in not_asked)
        values["time"] = in_a_row(list(times))
        row, told = by_text[0]
        alert_id = next((one.alert_id for one in told), None)  # how that goes on is said of all
        return self.of_check_ins.text(row, message, values=values, alert_id=alert_id)


def _told_of(one: Noticed, told: Mapping[str, Told]) -> list[Told] | None:
    """Return who is told to ring because of what one check-in raised; None where nobody new is.

    What is for a list rings nobody: "Let us talk about your check-ins".
    """
    rings = {each.reached.key for each in one.raised if each.reached.level in PRESSING}
    keys = rings & told.keys()
    return [told[key] for key in sorted(keys)] if keys else None
