"""The check-ins of one batch whose time has come, and all that is asked once for the whole batch."""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import datetime, timedelta

from checkin.actions.calls import FOR_HELP, waits_for_staff
from checkin.actions.zones import zone_of
from checkin.agreements.missed_often import MISSED_OFTEN
from checkin.agreements.silence import Ask, Down, Miss, Remind
from checkin.agreements.threshold import RepeatedMissed
from checkin.agreements.times import in_words, local
from checkin.lives.check_in_due import AskAgain, Due, due, nothing_routine
from checkin.storage import (
    agreements,
    beats,
    check_ins,
    people,
    texts_heard,
    what_was_sent,
    which_alerts,
)
from checkin.storage.agreements import InForce
from checkin.storage.last_check_ins import missed_before
from checkin.storage.tables import CheckInRow
from checkin.wording import short_date

LOOKED_BACK = timedelta(weeks=12)  # for misses that count


class DueCheckIns:
    """What is due of each, whom they are of, what was agreed, and what is known of the missed."""

    def __init__(self, rows: Sequence[CheckInRow], now: datetime) -> None:
        self.now = now
        self._agreed = agreements.versions(
            [row.agreement_version_id for row in rows if row.agreement_version_id]
        )
        self.people = people.people_by_id([row.person_id for row in rows])
        self.names = people.known_as(one.house_id for one in self.people.values())
        steps = _steps(rows, now)
        routine = [row for row in rows if row.channel == "text" and _is_routine(steps[row.id])]
        persons = {row.person_id for row in routine}
        self._waits = _waiting(persons)
        self.steps = {**steps, **self._nothing_routine(steps, routine)}
        missed = [row for row in rows if isinstance(self.steps[row.id], Miss)]
        self.in_doubt = texts_heard.in_doubt([row.id for row in missed])
        self.wait_for_help = _called({row.person_id for row in missed if row.channel == "text"})
        self._before = self._missed_before(missed)
        self.undelivered = what_was_sent.without_receipt([row.id for row in missed])

    def waits_for_staff(self, person_id: str) -> bool:
        """Say whether somebody of whom something is due waits for staff."""
        return bool(self._waits.get(person_id))

    def _nothing_routine(
        self, steps: Mapping[str, Due], routine: Sequence[CheckInRow]
    ) -> Mapping[str, Due]:
        """Hold back the texts that would be routine to somebody who waits for staff."""
        return {
            row.id: nothing_routine(
                steps[row.id],
                check_ins.life_of(row),
                self.now,
                called=not self._waits[row.person_id].isdisjoint(FOR_HELP),
            )
            for row in routine
            if self.waits_for_staff(row.person_id)
        }

    def agreed(self, row: CheckInRow) -> InForce | None:
        """Return the version that judges a check-in."""
        return self._agreed.get(row.agreement_version_id or "")

    def before(self, row: CheckInRow) -> tuple[bool, ...]:
        """Return whether each one before a miss was missed, the newest first, where that counts; it counts from now on."""
        agreed = self.agreed(row)
        if agreed is None or not _counts_back(agreed):
            return ()
        before = self._before.get(agreed.id, ())
        self._before[agreed.id] = (True, *before)
        return before

    def _missed_before(self, missed: Sequence[CheckInRow]) -> dict[str, tuple[bool, ...]]:
        back = {row: _counts_back(one) for row in missed if (one := self.agreed(row))}
        count, most = [row for row in missed if back.get(row)], max(back.values(), default=0)
        since = self.now - LOOKED_BACK
        return dict(missed_before(count, since, most, MISSED_OFTEN)) if count else {}

    def label(self, row: CheckInRow, moment: datetime) -> str:
        """Return a moment as staff read it, in the person's own zone."""
        agreed = self.agreed(row)
        house_id = self.people[row.person_id].house_id
        return in_words(moment, zone_of(agreed.agreement if agreed else None, house_id))

    def dated(self, row: CheckInRow, moment: datetime) -> str:
        """Return the same, with its day where that is not today's: after an outage of ours."""
        agreed, house_id = self.agreed(row), self.people[row.person_id].house_id
        zone = zone_of(agreed.agreement if agreed else None, house_id)
        day = local(moment, zone).date()
        label = in_words(moment, zone)
        return label if day == local(self.now, zone).date() else f"{label}, {short_date(day)}"


def _counts_back(agreed: InForce) -> int:
    """Return of how many check-ins before a miss the misses count; of none where nobody agreed it."""
    often = [one for one in agreed.agreement.thresholds if isinstance(one, RepeatedMissed)]
    return max((one.of_last - 1 for one in often), default=0)


def _steps(rows: Sequence[CheckInRow], now: datetime) -> dict[str, Due]:
    outage = beats.last_outage(now)
    down = Down(outage.since, outage.until) if outage else None
    # A tablet shows what waits whenever it is opened: nothing there is asked too late.
    return {
        row.id: due(check_ins.life_of(row), now, down=down if row.channel != "tablet" else None)
        for row in rows
    }


def _called(person_ids: Collection[str]) -> Set[str]:
    """Return who of these people called for help, and waits for staff."""
    waiting = _waiting(person_ids)
    return {one for one, kinds in waiting.items() if not kinds.isdisjoint(FOR_HELP)}


def _waiting(person_ids: Collection[str]) -> Mapping[str, Set[str]]:
    """Return, for each of these people, the kinds of what is open in which they wait for staff."""
    live = which_alerts.live_kinds(person_ids) if person_ids else {}
    return {
        person_id: {kind for kind, level in kinds if waits_for_staff(kind, level)}
        for person_id, kinds in live.items()
    }


def _is_routine(step: Due) -> bool:
    return isinstance(step, Ask | AskAgain | Remind)
