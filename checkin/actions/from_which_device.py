"""What came from a device that is not known to be the person's own: worked out as it is now."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from checkin.actions.own_devices import as_not_known
from checkin.agreements.own_devices import NotKnown
from checkin.lives.loop_key import answer_to_staff_of, step_of
from checkin.storage.on_which_device import answered_staff_on_one_not_known, given_on_one_not_known
from checkin.storage.tables import AnswerRow, DeviceRow, LoopRow

Reads = Callable[[Sequence[AnswerRow]], Sequence[AnswerRow]]


def from_which_device(
    check_in_ids: Collection[str], reads: Reads
) -> Mapping[str, tuple[NotKnown, ...]]:
    """Return the devices by check-in, each once.

    `reads`: which of these answers whoever looks may read; what is kept from them says nothing.
    """
    found = given_on_one_not_known(check_in_ids)
    there = {one.id for one in reads([one.answer for one in found])}
    seen = [one for one in found if one.answer.id in there]
    return {
        key: _devices(one.device for one in seen if one.answer.check_in_id == key)
        for key in check_in_ids
    }


def loops_from(rows: Iterable[LoopRow]) -> Mapping[str, tuple[NotKnown, ...]]:
    """Return by loop the devices from which its own words came."""
    kept = list(rows)
    found = given_on_one_not_known({row.check_in_id for row in kept if row.check_in_id})
    to_staff = {row.id: of for row in kept if (of := answer_to_staff_of(row.key))}
    back = answered_staff_on_one_not_known({words_id for words_id, _ in to_staff.values()})
    return {
        row.id: (
            *_devices(one.device for one in found if are_words_of(row, one.answer)),
            *_devices(device for of, device in back.items() if of == to_staff.get(row.id)),
        )
        for row in kept
    }


def are_words_of(row: LoopRow, answer: AnswerRow) -> bool:
    """Say whether a loop was opened with this answer."""
    return (answer.check_in_id, answer.step) == (row.check_in_id, step_of(row.key))


def _devices(found: Iterable[DeviceRow]) -> tuple[NotKnown, ...]:
    return tuple(dict.fromkeys(as_not_known(one) for one in found))
