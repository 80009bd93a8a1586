"""What a text means that comes while somebody travels: OK, late, help, the secret word, or free words.

Source: texts.md B.4, in its order. "Never wrongly OK" comes first: words that could say that
somebody has not arrived, is lost or is with someone they fear go to a person to read.
"""

from dataclasses import dataclass

from checkin.conversation.replies.all_is_ok import (
    denies_ok,
    is_just_ok,
    is_yes,
    says_arrived,
    without_greeting,
)
from checkin.conversation.replies.asking_for_a_person import asks_for_a_person, asks_for_an_advocate
from checkin.conversation.replies.by_the_phone import (
    is_automatic,
    without_advice,
    without_quotes,
    without_signature,
)
from checkin.conversation.replies.cries import as_an_answer, asks_for_help, cries_out, in_danger
from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.keeps_from import keeps_from
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.lateness import minutes_late
from checkin.conversation.replies.meaning import (
    Automatic,
    CallMe,
    Free,
    Going,
    Help,
    Late,
    Meaning,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.negation import is_question
from checkin.conversation.replies.normal import Comparable, typed_words
from checkin.conversation.replies.offered import names_apart, offered_by
from checkin.conversation.replies.option import Option
from checkin.conversation.replies.phrases import apart
from checkin.conversation.replies.plans_for_today import says_going, says_not_going, says_place
from checkin.conversation.replies.secret_word import secret_word_in
from checkin.conversation.replies.told_of import told_of
from checkin.conversation.replies.ways_out import (
    START_WORDS,
    STOP_WORDS,
    courteous_carrier_word,
    starts_texts,
    stops_texts,
)

NOT_NAMED = 0  # minutes


@dataclass(frozen=True, slots=True)
class OnAJourney:
    """What was agreed about one person's texts, and whether a checkpoint waits for an answer.

    day_off: they said that they are not going today. on_a_page: it answers a question that a page
    asked, where some words are about something else; of_how_they_like_it: how staff are to help
    them, so that "help me" asks for nothing now. name: what they are called; "Dev here" is a
    greeting. late_default: minutes that LATE alone asks for. around: who may be named by them.
    """

    language: Language
    secret_words: tuple[str, ...] = ()
    help_words: tuple[str, ...] = ()
    warning_words: tuple[str, ...] = ()
    late_default: int = 15
    checkpoint_open: bool = False
    day_off: bool = False
    on_a_page: bool = False
    of_how_they_like_it: bool = False
    name: str = ""
    around: tuple[Option, ...] = ()


def hear(text: str, journey: OnAJourney) -> Meaning:
    """Return what a text on a travel day means; any text at all means something."""
    language = journey.language
    near = secret_word_in(typed_words(text), journey.secret_words) if journey.secret_words else None
    if near is not None:
        return SecretWord(near)
    own = without_quotes(text, language)
    unsigned = without_signature(own, language)
    said = _read(unsigned, journey)
    if _cries(said, journey) or (unsigned != own and _cries(_read(own, journey), journey)):
        return Help(text)
    if own != text and not said.words and not said.faces:
        return Free(text)  # a reaction that quotes us
    if is_automatic(said.words, journey.language):
        return Automatic(text)
    return (
        _stop_or_start(said, language)
        or _for_a_person(text, said, journey)
        or _journey(text, said, journey)
    )


def _read(text: str, journey: OnAJourney) -> Comparable:
    """Read it, with the names of who is around apart from what is run on to them: "marcushit me"."""
    said = journey.language.comparable(text)
    if not journey.around:
        return said
    return said._replace(
        words=names_apart(said.words, offered_by(journey.around, journey.language))
    )


def _cries(said: Comparable, journey: OnAJourney) -> bool:
    if is_automatic(said.words, journey.language):
        said = said._replace(words=without_advice(said.words, journey.language))
    if journey.on_a_page:
        said = as_an_answer(said, journey.language, asks_how=journey.of_how_they_like_it)
    return (
        asks_for_help(said, journey.language, journey.help_words)
        or in_danger(said, journey.language)
        or cries_out(said, journey.language)
        or bool(told_of(said.words, journey.around, journey.language))
        or bool(keeps_from(said.words, journey.around, journey.language))
    )


def _stop_or_start(said: Comparable, language: Language) -> Meaning | None:
    word = courteous_carrier_word(said, language)
    if word in STOP_WORDS:
        return StopTexts(word, own_words=False, cancel=word == "cancel")
    if word in START_WORDS or starts_texts(said, language):
        return StartTexts()
    if stops_texts(said, language):
        return StopTexts("stop", own_words=True, cancel=False)
    return None


def _for_a_person(text: str, said: Comparable, journey: OnAJourney) -> Meaning | None:
    words, language = said.words, journey.language
    asked = apart(words, language.asking_for_a_person.told_of) if journey.on_a_page else words
    asks = asks_for_a_person(asked, language) and not journey.of_how_they_like_it
    if says_place(words, language) and not journey.on_a_page:  # a text is answered with the places
        asks = False
    if asks:
        return CallMe(text)
    return CallMe(text, advocate=True) if asks_for_an_advocate(words, language) else None


def _journey(text: str, said: Comparable, journey: OnAJourney) -> Meaning:
    language = journey.language
    if not said.words and not said.faces:
        return Free(text) if said.asks else Nothing()
    if said.asks or is_question(said.words, language):
        return Place() if says_place(said.words, language) else Free(text)
    plan = _plan(said, journey)
    if plan:
        return plan
    minutes = minutes_late(said.words, language, NOT_NAMED) if said.words else None
    if minutes is not None:
        return Late(minutes or journey.late_default, named=minutes != NOT_NAMED)
    if says_place(said.words, language):
        return Place()
    return _ok(text, said, journey)


def _plan(said: Comparable, journey: OnAJourney) -> Meaning | None:
    if says_not_going(said.words, journey.language):
        return NotGoing()
    goes = journey.day_off and says_going(said.words, journey.language)
    return Going() if goes else None


def _ok(text: str, said: Comparable, journey: OnAJourney) -> Meaning:
    """OK where the text begins with it and nothing in it denies it; everything else is free."""
    language = journey.language
    feeling = senses(said.faces)
    if not feeling <= {"thumb_up", "smile"}:
        return Free(text)
    if not said.words:
        return Ok() if "thumb_up" in feeling else Free(text)
    words = without_greeting(said.words, language, language.comparable(journey.name).words)
    if is_just_ok(words, language) or (journey.checkpoint_open and is_yes(words, language)):
        return Ok()
    if words[:1] == ("ok",):
        return Free(text) if denies_ok(words[1:], language) else Ok(text)
    return Ok(text) if says_arrived(words, language) else Free(text)
