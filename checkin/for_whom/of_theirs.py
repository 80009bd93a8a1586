"""What staff text beside all that we ask: of which they have it may be, and which a number means."""

from collections.abc import Mapping, Sequence

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.phrases import without_any
from checkin.for_whom.staff_meant import LeadsRead, Told


def left_to_read(
    words: str, told: Sequence[Told], called: Mapping[str, frozenset[str]], language: Language
) -> LeadsRead:
    """Return that leads read it, with what they have that it names; naming none, all they have."""
    said = language.comparable(words).words
    theirs = [one for one in told if one.is_theirs]
    named = [one for one in theirs if not called[one.alert_id].isdisjoint(said)]
    others = [one for one in told if not called[one.alert_id].isdisjoint(said)]
    thanks = bool(said) and language.from_staff.thanks.issuperset(said)
    of = named or ([] if others else theirs)
    return LeadsRead(tuple(of), only_thanks=thanks and bool(theirs))


def numbered(
    words: str, told: Sequence[Told], listed: Sequence[str], language: Language
) -> Told | None:
    """Return the alert of our list (ids) that a text means by its number, and no more: "2", "ok 2"."""
    said = language.comparable(words)
    of = {str(number): one for number, one in enumerate(listed, 1)}
    numbers = [word for word in said.words if word in of]
    rest = without_any(
        tuple(word for word in said.words if word not in of), language.from_staff.takes
    )
    if said.asks or len(numbers) != 1 or not language.from_staff.beside.issuperset(rest):
        return None
    return next((one for one in told if one.alert_id == of[numbers[0]]), None)


def says_only_all(words: str, language: Language) -> bool:
    """Say whether it says "all" or "both", and no more."""
    said = language.comparable(words).words
    return bool(said) and not without_any(said, language.from_staff.all_of_them)
