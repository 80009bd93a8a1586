"""What staff do for a person, one step after another, as the person agreed."""

from collections.abc import Sequence

from checkin.agreements.agreement import LadderStep


def next_for_person(
    ladder: Sequence[LadderStep],
    tried: Sequence[LadderStep],
    *,
    name: str,
    group_name: str = "",
    contacts: Sequence[str] = (),
) -> tuple[LadderStep, str] | None:
    """Return the next step of the person's own ladder with the words for staff; None: all tried.

    `contacts` are the names of those the person lets staff ring.
    """
    words: dict[LadderStep, str] = {
        "text_again": f"Text {name} again.",
        "ring_me": f"Ring {name}.",
        "ring_group": f"Ring {group_name or 'the group'}{_on_the_list(contacts)}.",
        "come": f"Go to {name}.",
    }
    return next(((step, words[step]) for step in ladder if step not in tried), None)


def _on_the_list(contacts: Sequence[str]) -> str:
    if not contacts:
        return ""
    *others, last = contacts
    names = f"{', '.join(others)} and {last}" if others else last
    return f": {names} {'are' if others else 'is'} on the list"
