"""What was agreed with one person, in their words with the numbers beside them.

Each version is unchangeable; a check-in is judged by the version in force when it was due.
Times are wall-clock times in the agreement's zone, durations are whole minutes.
Source: thresholds.md C.0, scenarios.md D.1.
"""

from datetime import date, time, timedelta
from typing import Literal

from pydantic import Field

from checkin.agreements.threshold import MissedCheckIn, Threshold
from checkin.conversation.flows.flow import Channel
from checkin.conversation.flows.part import Part

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LadderStep = Literal["text_again", "ring_me", "ring_group", "come"]
View = Literal["agrees", "does_not_agree", "not_asked"]


class CheckTime(Part):
    """One time at which we ask: on some days of the week, or on one date only."""

    key: str  # leave, arrive, home, daily ...
    at: time
    days: tuple[Day, ...] = ()
    on: date | None = None  # a one-off
    second_time: bool = False  # the second 01:30 of the night the clocks go back
    asks: str  # a flow's id, or a message of travel_texts: ask_leave ...
    leg: str | None = None  # out, back: a LATE moves the rest of its leg
    early_minutes: int = 0
    later_at: time | None = None  # "Later today" asks again at this time
    open_until: time | None = None  # a tablet check-in stays open until then
    moved_minutes: int = 0  # how much later than agreed, as the person set it themself


class Late(Part):
    """How much longer we wait when the person texts LATE, in minutes."""

    default: int = 15
    max_each: int = 30
    max_total_per_leg: int = 60
    moves_rest_of_leg: bool = True


class Cover(Part):
    """Who will act, by staff id: by day, by night, and the manager behind them."""

    day: str | None = None
    night: str | None = None
    manager: str | None = None
    team_lead: str | None = None
    day_from: time = time(7, 30)
    night_from: time = time(21, 30)


class Agreement(Part):
    """One version of what was agreed with one person."""

    key: str  # dev-group-days
    version: int = Field(ge=1)
    person: str  # the person's id
    title: str
    group_name: str = ""
    channel: Channel
    zone: str = "Europe/London"
    times: tuple[CheckTime, ...] = ()
    remind_after_minutes: int | None = None  # None: no reminder
    missed_after_minutes: int | None = None  # None: silence is never missed
    late: Late = Late()
    send_thanks: bool = True
    ladder: tuple[LadderStep, ...] = ()
    contact_ok: tuple[str, ...] = ()  # circle ids staff may ring
    cover: Cover = Cover()
    thresholds: tuple[Threshold, ...] = ()
    agreed_words: str
    agreed_with: tuple[str, ...] = ()
    view_of_person: View
    view_reason: str = ""  # why, where the person does not agree or was not asked
    effect_shown: str = ""
    agreed_on: date
    valid_from: date
    review_on: date
    review_reason: str = ""

    @property
    def on_a_shared_screen(self) -> "Agreement":
        """The same without the secret word: a screen that others see does not speak of it."""
        told = tuple(one for one in self.thresholds if one.kind != "agreed_word")
        return self.model_copy(update={"thresholds": told})

    @property
    def time_is_their_own(self) -> bool:
        """Whether the person set a time of it themselves, other than was agreed with staff."""
        return any(one.moved_minutes for one in self.times)

    @property
    def acts_after_minutes(self) -> int | None:
        """After how many minutes of silence staff are told; None where nothing here tells them."""
        tells = any(isinstance(one, MissedCheckIn) for one in self.thresholds)
        return self.missed_after_minutes if tells else None

    @property
    def remind_after(self) -> timedelta | None:
        """How long after the due time we remind, if we do."""
        return _minutes(self.remind_after_minutes)

    @property
    def missed_after(self) -> timedelta | None:
        """How long after the due time silence is missed, if ever."""
        return _minutes(self.missed_after_minutes)


def _minutes(number: int | None) -> timedelta | None:
    return None if number is None else timedelta(minutes=number)
