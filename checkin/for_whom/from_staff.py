"""A text from a member of staff: it takes the alert they were told of, or team leads read it.

Source: alerts.md 3 (one takes it, the others see who).
"""

from collections.abc import Mapping, Sequence

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import Help, StartTexts, StopTexts
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.phrases import without_any
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAReader,
    ForCheckpoint,
    ForConversation,
)
from checkin.for_whom.alert_named import called_by, those_named
from checkin.for_whom.of_theirs import left_to_read, numbered, says_only_all
from checkin.for_whom.refusal import Refusal, answer_in, asks_which, refusal_in
from checkin.for_whom.staff_meant import (
    CannotDoAny,
    FromStaff,
    GivesBack,
    HasIt,
    NeedsHelp,
    Question,
    Refuses,
    Starts,
    Stops,
    Takes,
    Told,
    WhichToRefuse,
)
from checkin.for_whom.taking import most_pressing_first, taken, taken_by_answer


def from_staff(
    words: str,
    told: Sequence[Told],
    language: Language,
    *,
    asked: Question | None = None,
    listed: Sequence[str] = (),
) -> FromStaff:
    """Return what a text of a member of staff is for; `told` are the live alerts they know of.

    `asked`: what we just asked them. `listed`: the alerts (ids) that we listed by number a moment ago.
    """
    if asked != "which_not" and (one := numbered(words, told, listed, language)):
        return HasIt(one) if one.taken_by else Takes(one)
    if listed and asked is None and says_only_all(words, language):
        asked = "which"
    match hear(words, OnAJourney(language)):
        case Help():
            names_one = _names_a_cry(words, language)
            about = _about(words, told, language, asked=asked) if names_one else None
            return about or NeedsHelp()
        case StopTexts():
            return Stops()
        case StartTexts():
            return Starts()
        case _:
            about = _about(words, told, language, asked=asked)
            return about or left_to_read(words, told, called_by(words, told, language), language)


def _names_a_cry(words: str, language: Language) -> bool:
    """Whether it holds no cry but the name of one: "the help one" is the alert."""
    said = language.comparable(words)
    rest = without_any(said.words, language.from_staff.names_a_cry)
    heard = hear(" ".join((*rest, *said.faces)), OnAJourney(language))
    return rest != said.words and not isinstance(heard, Help)


def _about(
    words: str, told: Sequence[Told], language: Language, *, asked: Question | None
) -> FromStaff | None:
    """Return what it says about the alerts they were told of; None where it is about none."""
    called = called_by(words, told, language)
    names = frozenset(word for each in called.values() for word in each)
    refusal = refusal_in(words, names, language)
    answer = answer_in(words, names, language) if asked and told and not refusal else None
    match asked, answer:
        case "which", Refusal():
            return taken_by_answer(answer, words, told, called, language)
        case "which_not", _ if not refusal:
            refusal = Refusal("in_doubt") if asks_which(words, language) else answer
    refused = _refused(refusal, told, called) if refusal else None
    return refused or taken(words, told, called, language, asked)


def _refused(
    refusal: Refusal, told: Sequence[Told], called: Mapping[str, frozenset[str]]
) -> FromStaff | None:
    """Return what they give back or refuse, also where another has it; in doubt they are asked."""
    of = those_named(refusal.named, told, called) or told
    theirs = [one for one in of if one.is_theirs]
    with_others = [one for one in of if one.taken_by and not one.is_theirs]
    sure = refusal.how != "in_doubt"
    match _meant(refusal, theirs, [one for one in of if one.taken_by is None]):
        case []:
            return _refused_of_others(with_others, sure=sure, of_all=refusal.of_all)
        case [one] if sure and not (refusal.of_all and with_others):
            return GivesBack(one) if one.is_theirs else Refuses(one)
        case meant if refusal.of_all and sure:
            return CannotDoAny(most_pressing_first([*meant, *with_others]))
        case meant:
            return WhichToRefuse(most_pressing_first(meant))


def _meant(refusal: Refusal, theirs: Sequence[Told], still_open: Sequence[Told]) -> Sequence[Told]:
    """Return which it refuses, of those that they have and that nobody has."""
    match refusal:
        case Refusal(how="whole", of_theirs=True, of_all=False) if theirs:
            return [*theirs, *_told_since(theirs, still_open)]
        case Refusal(how="whole", just_no=True):
            return still_open
        case _:
            return [*theirs, *still_open]


def _refused_of_others(
    with_others: Sequence[Told], *, sure: bool, of_all: bool
) -> FromStaff | None:
    """Return which of those that others have it refuses: all, or the one they were told of last."""
    if not with_others:
        return None
    if of_all and sure:
        return CannotDoAny(most_pressing_first(with_others))
    last = max(with_others, key=lambda one: one.told_at)
    return Refuses(last) if sure else HasIt(last)


def _told_since(theirs: Sequence[Told], still_open: Sequence[Told]) -> list[Told]:
    """Return the open ones that they were told of since they took theirs, or were told of it."""
    last = max(one.last_on_their_mind for one in theirs)
    return [one for one in still_open if one.told_at > last]


def leaves_to_staff(theirs: Addressee) -> bool:
    """Whether a text may be staff's where the number is also that of a person.

    Their own cries, commands, and answers to what waits come first (DECISIONS.md).
    """
    match theirs:
        case ForCheckpoint(how="early" | "note") | ForAReader() | ForAlert():
            return True
        case ForConversation(how="courtesy"):
            return True
        case _:
            return False
