"""Who has a promise that is open again or late, as its alert says: one took it, or these were told."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin import wording
from checkin.storage import alerts, what_was_sent
from checkin.storage import staff as staff_kept

Group = str


@dataclass(frozen=True, slots=True)
class WhoHasIt:
    """The name of whoever took it; else the names of those who were told of it last.

    `tried`: nothing went to one of them yet.
    """

    took: str = ""
    told: str = ""
    tried: bool = False

    @property
    def words(self) -> str:
        """The sentence for the person; nothing where nobody took it, and nobody was told."""
        if self.took:
            return f"{self.took} has it."
        if not self.told:
            return ""
        return f"We are telling {self.told} now." if self.tried else f"We told {self.told}."


def who_has_promises(groups: Iterable[Group]) -> dict[Group, WhoHasIt]:
    """Return it for each group with a live alert."""
    return {group: found for group in groups if (found := _who_has(group))}


def _who_has(group: Group) -> WhoHasIt | None:
    alert = alerts.live_in_group(group)
    if alert is None:
        return None
    has_it = staff_kept.staff(alert.taken_by) if alert.taken_by else None
    if has_it:
        return WhoHasIt(took=wording.begun(has_it.called))
    newest = what_was_sent.last_telling(alert.id)
    tried = any(one.sent_at is None for one in newest if one.state not in what_was_sent.NOT_TOLD)
    told = staff_kept.staff_by_id(what_was_sent.told_last(alert.id)).values()
    return WhoHasIt(told=wording.in_a_row(sorted(one.called for one in told)), tried=tried)
