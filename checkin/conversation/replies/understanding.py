"""What a reply to a question means: an answer where that is certain, a person's own words where not.

Source: flow-language.md "Understanding a reply", texts.md D. The order is fixed, and a wrong
answer is worse than a question asked twice.
"""

from checkin.conversation.replies.by_the_phone import (
    is_automatic,
    without_quotes,
    without_signature,
)
from checkin.conversation.replies.cries import asks_for_help, in_danger
from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.in_words import in_words
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.normal import Comparable, typed_words
from checkin.conversation.replies.numbers_heard import numbers_in
from checkin.conversation.replies.offered import Offered, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.secret_word import secret_word_in
from checkin.conversation.replies.understood import (
    AskAgain,
    CarrierWord,
    Command,
    HelpWanted,
    KeptAsOwnWords,
    ReadBack,
    SecretWordUsed,
    StopWanted,
    Taken,
    Understood,
)
from checkin.conversation.replies.ways_out import carrier_word, command, stops_now, stops_texts

__all__ = [
    "AskAgain",
    "CarrierWord",
    "Command",
    "HelpWanted",
    "KeptAsOwnWords",
    "ReadBack",
    "SecretWordUsed",
    "StopWanted",
    "Taken",
    "Understood",
    "understand",
]


def understand(
    said: str,
    options: tuple[Option, ...],
    language: Language,
    *,
    checking: str | None = None,
    attempt: int = 1,
    many: bool = False,
    helps: tuple[str, ...] = (),
    secret_words: tuple[str, ...] = (),
) -> Understood:
    """Return what a reply to a question means, in the fixed order.

    checking: the choice of "Did you mean ...?" that waits for yes or no.
    attempt: 2 when this question was asked a second time; then nothing is asked again.
    many: several choices may be taken. helps, secret_words: the person's own.
    """
    own = without_quotes(said, language)
    reply, offered = (
        language.comparable(without_signature(own, language)),
        offered_by(options, language),
    )
    way_out = _way_out(said, reply, offered, helps, secret_words)
    if way_out:
        return way_out
    if is_automatic(reply.words, language) or (own != said and not reply.words and not reply.faces):
        return KeptAsOwnWords()
    if checking in offered.keys:
        checked = _yes_or_no(reply, checking, offered)
        if checked:
            return checked
    meaning = _numbered(reply, offered, many=many) or in_words(reply, offered, many=many)
    return KeptAsOwnWords() if attempt > 1 and meaning == AskAgain() else meaning


def _way_out(
    said: str,
    reply: Comparable,
    offered: Offered,
    helps: tuple[str, ...],
    secret_words: tuple[str, ...],
) -> Understood | None:
    """Carrier word, secret word, help, stop, then the ways out that are no choice here."""
    word = carrier_word(reply)
    if word:
        return CarrierWord(word)
    near = secret_word_in(typed_words(said), secret_words) if secret_words else None
    if near is not None:
        return SecretWordUsed(near)
    is_a_choice = reply.words in offered.exact
    if asks_for_help(reply, offered.language, helps) or (
        in_danger(reply, offered.language) and not is_a_choice
    ):
        return HelpWanted()
    if stops_texts(reply, offered.language):
        return StopWanted(own_words=True)
    if stops_now(reply, offered.language) and not is_a_choice:
        return StopWanted(own_words=False)
    name = command(reply, offered.language)
    return Command(name) if name and not is_a_choice else None


def _yes_or_no(reply: Comparable, checking: str, offered: Offered) -> Understood | None:
    """Answer "Did you mean ...? 1 yes 2 no"; None where it is neither."""
    if reply.asks:
        return None
    known = offered.language.choices
    words = tuple(word for word in reply.words if word not in known.harmless)
    feeling = senses(reply.faces)
    if words == ("ok",) and offered.exact.get(words, checking) != checking:
        return AskAgain()
    if words in known.yes and feeling <= {"thumb_up", "smile"}:
        return Taken((checking,), "checked")
    if not words and feeling == {"thumb_up"}:
        return Taken((checking,), "checked")
    if words in known.no or (not words and feeling == {"thumb_down"}):
        return AskAgain()
    return None


def _numbered(reply: Comparable, offered: Offered, *, many: bool) -> Understood | None:
    """A number or a letter of the list; None where the reply is no number."""
    numbers = numbers_in(reply.words, offered.language)
    if numbers is None:
        return None
    several = len(numbers) > 1
    in_range = all(1 <= number <= len(offered.keys) for number in numbers)
    if reply.asks or not in_range or (several and not many) or len(set(numbers)) < len(numbers):
        return AskAgain()
    keys = tuple(offered.keys[number - 1] for number in numbers)
    if offered.digits.get(reply.words[-1], keys[-1]) != keys[-1]:
        return ReadBack(keys[-1])
    feeling = senses(reply.faces)
    if not feeling <= {"thumb_up", "smile"}:
        return KeptAsOwnWords()
    return Taken(keys, "number")
