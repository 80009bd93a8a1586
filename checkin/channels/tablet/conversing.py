"""The check-in that a page belongs to, and where its conversation stands."""

from dataclasses import dataclass

from flask import request

from checkin import clock
from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.start_check_in import open_conversation, so_far_of
from checkin.channels.tablet.here import Here, NobodyHere, who_is_here
from checkin.conversation.flow import Flow
from checkin.conversation.talk import Listed, Prompt, SoFar
from checkin.storage import check_ins, flows
from checkin.storage.tables import CheckInRow


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
        """The page that is shown: an answer from another page is never taken for this one."""
        return f"{self.so_far.stage}:{self.so_far.step or ''}"

    @property
    def is_at_posted_page(self) -> bool:
        """Whether the form that was posted is of this page."""
        return request.form.get("at") == self.at

    def value(self, name: str) -> str:
        """Return what a placeholder stands for with this person: `staff`, `sees_names` ..."""
        return self.so_far.about.values.get(name, "")

    def faces(self, name: str) -> list[Listed]:
        """Return the staff who are named by a placeholder, with their photos."""
        staff = {one.label: one for one in self.so_far.about.lists.get("staff", ())}
        return [staff[word] for word in self.value(name).split() if word in staff]


def conversing(check_in_id: str) -> Conversing:
    """Open a check-in of the person who is here; one of somebody else is not there for them."""
    here = who_is_here()
    check_in = check_ins.check_in(check_in_id)
    if check_in is None or check_in.person_id != here.person.id or check_in.channel != "tablet":
        raise NobodyHere
    prompt = open_conversation(check_in_id, clock.now())
    flow = flows.version(check_in.flow_version_id or flows_in_use().versions[check_in.asks])
    return Conversing(here, check_in, flow, so_far_of(check_in), prompt)
