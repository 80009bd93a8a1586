"""One text that arrived, from whom, and what is agreed with them now."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from checkin.actions.about import text_values
from checkin.actions.answered_often import answers_to, goes_back, often_answered
from checkin.actions.as_rules_see import covering_among
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.own_phones import told_since, wrote_of_late
from checkin.actions.raise_reached import raise_reached
from checkin.actions.said_with_them import who_said_with_them
from checkin.actions.set_secret_word import secret_words_of
from checkin.actions.tell_who_called import answer_to
from checkin.actions.text_person import text_back
from checkin.actions.who_hurts import around_them
from checkin.actions.who_rings import who_rings
from checkin.actions.zones import zone_of
from checkin.agreements.happened import Happened
from checkin.agreements.threshold import AgreedWord, HelpOrNotOk
from checkin.agreements.times import local
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.for_whom.one_thought import LAST_MINUTE
from checkin.for_whom.open_with import ANSWERED_FOR
from checkin.storage import (
    alerts,
    messages,
    texts_heard,
    what_was_sent,
    which_check_ins,
    words_of_staff,
)
from checkin.storage.agreements import InForce
from checkin.storage.tables import AlertRow, HeardRow, PersonRow, PhoneChangeRow
from checkin.wording import by_day, plain_time

THANKS = ("thanks", "thanks_later")


@dataclass(frozen=True)
class Hearing:
    """One text from one person, with what is agreed with them now.

    `changed`: where it came from a number of before, what took that from them.
    """

    person: PersonRow
    heard: HeardRow
    in_force: list[InForce]
    now: datetime
    changed: PhoneChangeRow | None = None

    @property
    def agreed(self) -> InForce | None:
        """The agreement whose cover answers now."""
        return covering_among(self.in_force)

    def answer(
        self,
        message: str,
        *,
        body: str | None = None,
        alert_id: str | None = None,
        check_in_id: str | None = None,
        **values: str,
    ) -> None:
        """Send a text back; `alert_id`: it says who comes because of that alert."""
        agreement = self.agreed.agreement if self.agreed else None
        text = text_back(
            self.person,
            message,
            {**text_values(self.person, agreement, self.now), **values},
            self.now,
            key=f"heard:{self.heard.id}:{message}",
            body=body,
            alert_id=alert_id,
            check_in_id=check_in_id,
            number=self.heard.number,
        )
        answered = answers_to(self.person.id, self.heard.number, self.now)
        if goes_back(text, answered):
            messages.put([text])
        elif often := often_answered(self.heard.id, self.person.id, answered):
            self.raise_reached(often)

    @cached_property
    def journey(self) -> OnAJourney:
        """What was agreed about their texts."""
        asked = words_of_staff.texted_last(self.person.id, self.now - ANSWERED_FOR)
        asked_by = asked[0].staff_id if asked else None
        return journey_of(self.person, self.in_force, self.now, asked_by)

    def hides(self, told_at: datetime) -> bool:
        """Say whether what was told then is not for who has this number: nobody checked it since."""
        return self._told_since is not None and told_at < self._told_since

    @cached_property
    def _told_since(self) -> datetime | None:
        return told_since(self.person.id, self.heard.number)

    @property
    def agreed_words(self) -> list[AgreedWord]:
        """What was agreed about the secret word."""
        return [
            one
            for agreed in self.in_force
            for one in agreed.agreement.thresholds
            if isinstance(one, AgreedWord)
        ]

    def answer_as_cover(self) -> None:
        """Answer in the words that were agreed to give nothing away."""
        replies = (one.cover_reply for one in self.agreed_words if one.cover_reply)
        self.answer("cover", body=next(replies, None))

    def next_text(self) -> dict[str, str]:
        """Say when the next check-in by text is."""
        values = text_values(self.person, None, self.now)
        return {"day": values["next_day"], "time": values["time"]}

    def time_of_day(self, moment: datetime) -> str:
        """Say when that is, where the person lives."""
        return plain_time(local(moment, self._zone))

    def by_day(self, moment: datetime) -> str:
        """Say until which day that is, where the person lives: today, or by a day."""
        return by_day(local(self.now, self._zone).date(), local(moment, self._zone).date())

    def _asked_later_today(self) -> str | None:
        """Say at what time the next check-in by text is, if it is today."""
        coming = which_check_ins.next_text(self.person.id, self.now)
        zone = self._zone
        today = coming and local(coming.due_at, zone).date() == local(self.now, zone).date()
        return self.time_of_day(coming.due_at) if coming and today else None

    @property
    def _zone(self) -> str:
        return zone_of(self.agreed.agreement if self.agreed else None, self.person.house_id)

    def thank(self, *, again: bool = False) -> None:
        """Thank for an OK, and where it answered nothing that asks, say when the next is asked.

        Nobody is thanked for each word.
        """
        if not again:
            self.answer("thanks")
        elif not self._thanked_just_now():
            later = self._asked_later_today()
            self.answer("thanks_later" if later else "thanks", **({"time": later} if later else {}))

    def _thanked_just_now(self) -> bool:
        """Say whether an OK in the last minute was thanked for: nobody is thanked for each word."""
        texts = what_was_sent.texts_to(self.person.id, self.now - LAST_MINUTE)
        return any(one.about in THANKS for one in texts)

    def answer_call(self, call: AlertRow) -> None:
        """Send back who comes, as the alert itself says it."""
        message, values = answer_to(call, who_rings(call, self.not_first))
        self.answer(message, alert_id=call.id, **values)

    def say_who_rings(self, group: str) -> None:
        """Answer a call with who was told of the alert that it opened or joined."""
        call = alerts.live_in_group(group)
        if call is None:
            raise LookupError(f"The call {group} was raised, and is not there.")
        self.answer_call(call)

    def raise_reached(self, happened: Happened) -> None:
        """Raise what the agreements ask for because of this text."""
        raise_reached(self.person, happened, self.now, not_first=self.not_first)

    @cached_property
    def not_first(self) -> tuple[str, ...]:
        """Who of staff (ids) is not rung first by this text: they changed a number, or said that they are there."""
        took = self.changed.changed_by if self.changed else None
        wrote = wrote_of_late(self.person.id, self.now)
        there = who_said_with_them(self.person.id, self.now)
        return tuple(dict.fromkeys((*((took,) if took else ()), *wrote, *there)))

    def meant(
        self,
        meaning: str,
        *,
        check_in_id: str | None = None,
        private: bool = False,
        read_with: str | None = None,
    ) -> None:
        """Write down what the text meant."""
        texts_heard.keep_meaning(
            self.heard.id, meaning, check_in_id=check_in_id, private=private, read_with=read_with
        )


def journey_of(
    person: PersonRow, in_force: list[InForce], now: datetime, asked_by: str | None = None
) -> OnAJourney:
    """Return what was agreed about a person's texts. `asked_by`: whose words they answer (staff id)."""
    thresholds = [one for agreed in in_force for one in agreed.agreement.thresholds]
    return OnAJourney(
        language=flows_in_use().library.language,
        secret_words=secret_words_of(person.id, now),
        help_words=tuple(
            word
            for one in thresholds
            if isinstance(one, HelpOrNotOk)
            for word in one.own_help_words
        ),
        late_default=next((one.agreement.late.default for one in in_force), 15),
        name=person.called,
        around=around_them(person.id, asked_by),
    )
