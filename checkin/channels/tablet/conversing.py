"""The check-in that a page belongs to, and where its conversation stands."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from flask import g, request

from checkin import clock
from checkin.actions.start_check_in import Opened, open_conversation, scene_of
from checkin.channels.tablet.here import Here, NobodyHere, is_alone, who_is_here
from checkin.channels.tablet.sitting import (
    NotForThisSitting,
    SaidBefore,
    is_for_here,
    is_of_who_sits,
    was_said_before,
)
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.telling import is_asked_of_all, is_telling, leaves_out
from checkin.conversation.talking.about import Listed
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.standing import SoFar
from checkin.conversation.talking.unseen import unseen
from checkin.storage.tables import CheckInRow

KEPT_UNSEEN = ("What you told is kept.", "It is not shown on this page.")
SENT = "It is sent."
READ_BACK = "#"  # begins what no step is called


@dataclass(frozen=True, slots=True)
class Conversing:
    """One person in one check-in, at the page that waits for an answer."""

    here: Here
    check_in: CheckInRow
    flow: Flow
    so_far: SoFar
    prompt: Prompt

    @property
    def at(self) -> str:
        """The page that is shown: an answer from another page is never taken for this one.

        What was read back is sent, and nothing else: each reading back is a page of its own.
        """
        if self.so_far.stage == "read_back":
            return f"read_back:{READ_BACK}{self.check_in.turns}"
        return f"{self.so_far.stage}:{self.so_far.step or ''}"

    @property
    def asks(self) -> bool:
        """Whether it asks something now: what it says at its end stands on the last page alone."""
        return self.so_far.stage == "steps"

    @property
    def is_for_here(self) -> bool:
        """Whether whoever sits here may look at it, go on with it, or end it."""
        return is_for_here(self.here, self.check_in, self.flow, self.so_far)

    @property
    def is_of_who_sits(self) -> bool:
        """Whether whoever sits here may say more in it, though staff beside them may not look."""
        return is_of_who_sits(self.here, self.check_in, self.flow, self.so_far)

    @property
    def was_said_before(self) -> bool:
        """Whether what was said in it is not shown here: it is gone on with, sent or left."""
        return was_said_before(self.here, self.check_in.id, self.so_far)

    @property
    def asks_anew(self) -> bool:
        """Whether what it asks now shows nothing of what was said, and takes nothing away from it."""
        if self.so_far.stage == "how_done":
            return True
        step = self.so_far.step or ""
        given = self.so_far.answers.get(step)
        answered = given is not None and (given.choices or given.silence)
        same_for_all = not is_telling(self.flow) or is_asked_of_all(self.flow, step)
        return self.asks and same_for_all and not answered

    @property
    def goes_past(self) -> bool:
        """Whether it stands at what was answered, or before it, and another question was not put yet: back was pressed."""
        given, step = self.so_far.answers, self.so_far.step or ""
        went_back = step in given if self.asks else bool(given) and self.so_far.stage == "hello"
        road = scene_of(self.check_in).road if went_back else None
        return road is not None and road.after(self.so_far.step, self.so_far.answers) is not None

    @property
    def may_be_thrown_away(self) -> bool:
        """Whether whoever sits here may: a telling is the person's own to throw away."""
        tells = is_telling(self.flow) or self.check_in.hurt_at is not None
        may = not (self.was_said_before or self.here.turned_away)
        return may and (is_alone() or not tells)

    @property
    def was_alone(self) -> bool:
        """Whether nobody of staff is signed in in this browser, or was as something was answered.

        Of a device that is not known yet to be theirs nobody knows who presses there, nor who said
        what is not shown: that it is kept from who was signed in would be seen.
        """
        known = not (self.here.waits or self.was_said_before)
        return is_alone() and self.check_in.done is None and known

    @property
    def is_at_posted_page(self) -> bool:
        """Whether the form that was posted is of this page."""
        return request.form.get("at") == self.at

    def has_heard(self, choices: Collection[str]) -> bool:
        """Whether what the posted page says stands already: it was pressed twice, or sent again."""
        step = request.form.get("at", "").partition(":")[2]
        if step.startswith(READ_BACK):
            return self.so_far.stage not in ("steps", "read_back")
        given = self.so_far.answers.get(step)
        return not step or (given is not None and sorted(given.choices) == sorted(choices))

    @property
    def stands_already(self) -> bool:
        """Whether what the posted page says was taken before: it was pressed twice."""
        posted = "at" in request.form and not self.is_at_posted_page
        return posted and self.has_heard(request.form.getlist("choice"))

    def value(self, name: str) -> str:
        """Return what a placeholder stands for with this person: `staff`, `sees_names` ..."""
        return self.so_far.about.values.get(name, "")

    @property
    def known(self) -> dict[str, Listed]:
        """The people around this person by id, for a face beside each name that was picked."""
        lists = ("staff", "staff_and_outside", "circle")
        return {one.key: one for name in lists for one in self.listed(name)}

    def listed(self, name: str) -> tuple[Listed, ...]:
        """Return those of a list: `sees`, `keyworker`, `staff` ..."""
        return self.so_far.about.lists.get(name, ())


def conversing(check_in_id: str) -> Conversing:
    """Open a check-in of the person who is here, or raise `NotForThisSitting` or `SaidBefore`.

    One of somebody else is not there for them.
    """
    now = going_on(check_in_id)
    if now.was_said_before:
        raise SaidBefore(check_in_id)
    return now


def going_on(check_in_id: str) -> Conversing:
    """Open it to go on, though what was said in it may not be shown: its page shows nothing of that."""
    now = _conversing(check_in_id)
    if not now.is_for_here:
        raise NotForThisSitting(check_in_id)
    return now


def asking(check_in_id: str) -> Conversing:
    """Open it at a question: one that shows nothing of what was said before, where that is not shown."""
    now = going_on(check_in_id)
    if now.was_said_before and not now.asks_anew:
        raise SaidBefore(check_in_id)
    return now


def saying_more(check_in_id: str) -> Conversing:
    """Open it to say more in their own words: beside staff who may not look at it too."""
    now = _conversing(check_in_id)
    if not now.is_of_who_sits:
        raise NotForThisSitting(check_in_id)
    return now


def _conversing(check_in_id: str) -> Conversing:
    """After a turn it is the one that was just taken: nothing is read twice for one answer."""
    taken: Conversing | None = g.pop("turn_taken", None)
    if taken is not None and taken.check_in.id == check_in_id:
        return taken
    here = who_is_here()
    on = here.device_id
    return shown_as(here, open_conversation(here.person.id, check_in_id, clock.now(), on))


def shown_as(here: Here, opened: Opened | None) -> Conversing:
    """Return a conversation as it is shown here; one of somebody else is not there."""
    if opened is None or opened.check_in.channel != "tablet":
        raise NobodyHere
    now = Conversing(here, opened.check_in, opened.flow, opened.so_far, opened.prompt)
    if not now.was_said_before:
        return now
    everybody = now.listed(leaves_out(now.flow, now.so_far.step or ""))
    said_back = SENT if now.so_far.end == "sent" else " ".join(KEPT_UNSEEN)
    return replace(now, prompt=unseen(now.prompt, everybody, said_back))
