"""Who hears one thought, of all that is open with a person.

Words that only one can understand go to that one; where two can, the one asked last hears them.
What is in doubt goes to a person who reads it.
Source: texts.md B.4.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from checkin.conversation.replies.by_the_phone import without_quotes
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.meaning import (
    Automatic,
    CallMe,
    Free,
    Going,
    Help,
    Late,
    NotGoing,
    Nothing,
    Ok,
    Place,
    SecretWord,
    StartTexts,
    StopTexts,
)
from checkin.conversation.replies.on_a_journey import OnAJourney, hear
from checkin.conversation.replies.understanding import Command, ReadBack, Taken, understand
from checkin.for_whom.addressees import (
    Addressee,
    ForAlert,
    ForAll,
    ForAReader,
    ForCheckpoint,
    ForConversation,
    ForStaff,
)
from checkin.for_whom.answers_apart import asked_apart
from checkin.for_whom.behind_an_answer import how_late, takes_ok_back
from checkin.for_whom.courtesy import (
    is_courtesy,
    is_courtesy_to_us,
    says_how_they_are,
    says_ok,
    says_where,
)
from checkin.for_whom.one_thought import Earlier, joined, leaves_open
from checkin.for_whom.open_with import (
    Checkpoint,
    Conversation,
    OpenWith,
    Stands,
    Thing,
    WordsOfStaff,
    spoke_last,
)
from checkin.for_whom.some_alone import hears_call, hears_words

STRAIGHT_BEHIND = timedelta(minutes=10)
"""So long after an OK the next one may be the same thought, or no more than thanks."""


@dataclass(frozen=True, slots=True)
class Thought:
    """One thought, and all it may be for."""

    words: str
    last: Sequence[Earlier]
    open_with: OpenWith
    journey: OnAJourney
    now: datetime

    def addressee(self) -> Addressee:
        """Return whom it is for."""
        meaning = hear(self.words, self.journey)
        match meaning:
            case (
                SecretWord()
                | Help()
                | CallMe()
                | StopTexts()
                | StartTexts()
                | NotGoing()
                | Going()
                | Place()
            ):
                heard = (self.words, meaning, self.open_with, self.journey, self.now)
                return hears_call(*heard) or ForAll(meaning)
            case Ok():
                return self._ok(meaning)
            case Late():
                return self._late(meaning)
            case Automatic():
                return ForAReader(meaning)
            case Nothing():
                return self._joins_a_call() or ForAReader(meaning)
            case _:
                return self._quotes_us(meaning) if self._only_quotes_us() else self._own_words()

    def _ok(self, ok: Ok) -> Addressee:
        """Let the checkpoint hear it that B.4 names, or a conversation that asked later."""
        here = self.open_with
        point = here.asks() or here.rung() or self._early() or here.over(self.now)
        if here.day_off and ok.words:  # a bare "ok" may be no more than thanks
            return ForAll(Going(on_the_way=True))
        asks = point is not None and point.stands == "asks"
        talk = self._understands(here.waiting) or (None if asks else next(iter(here.waiting), None))
        heard_by = spoke_last(point, talk, self._asked_by_staff(ok, asks=asks))
        match heard_by:
            case Checkpoint():
                return ForCheckpoint(heard_by.id, ok, _HOW[heard_by.stands])
            case Conversation():
                return self._to(heard_by)
            case _:
                return self._free()

    def _early(self) -> Checkpoint | None:
        """Return what an OK may answer before it asks.

        Straight behind an OK, or while a call is open, that says where they are alone: "ok thanks"
        is no arrival, and what is to come is asked all the same.
        """
        before = self.open_with.answered_last()
        at = before.answered_at if before else None
        behind = at is not None and self.now - at <= STRAIGHT_BEHIND
        called = any(one.calls for one in self.open_with.alerts)
        if (behind or called) and not says_where(self.words, self.journey):
            return None
        return self.open_with.early(self.now)

    def _asked_by_staff(self, ok: Ok, *, asks: bool) -> WordsOfStaff | None:
        """Return words of staff that an OK may answer: where a checkpoint asks too, a question alone.

        "ok on the bus" says more than OK, and is for the checkpoint that asks; to what was asked
        apart "ok he is gone" stays apart.
        """
        of_staff, apart = self.open_with.of_staff, asked_apart(self.open_with)
        if of_staff is None or self._understands(self.open_with.waiting):
            return None
        if apart and apart.asks:
            return apart
        return of_staff if not asks or (of_staff.asks and ok.words is None) else None

    def _late(self, late: Late) -> Addressee:
        point = spoke_last(self.open_with.waits_for(), self._understands(self.open_with.waiting))
        if isinstance(point, Checkpoint):
            return ForCheckpoint(point.id, late)
        return self._free()

    def _own_words(self) -> Addressee:
        """Let words that come behind an answer change it, where no question is answered by them."""
        if self._understands(self.open_with.waiting):
            return self._free()
        behind = (self.words, self.last, self.open_with, self.journey, self.now)
        return how_late(*behind) or takes_ok_back(*behind) or self._free()

    def _free(self) -> Addressee:
        """Let a conversation hear what it plainly understands; doubt goes to whom it concerns."""
        here = self.open_with
        talk = self._understands(here.waiting) or self._taken_up()
        if talk:
            return self._to(talk)
        newest = spoke_last(*here.waiting, *here.alerts, here.asks(), here.of_staff)
        later = spoke_last(*here.put_off[:1], newest)
        if self._is_courtesy() and here.put_off and later is not here.of_staff:
            return ForConversation(here.put_off[0].id, self.words, "courtesy")
        alone = hears_words(self.words, here, self.journey, self.now)
        no_more = self._is_courtesy() and not says_how_they_are(self.words, self.journey)
        heard = alone or self._joins_a_call(courtesy=no_more)
        if heard:
            return heard
        if self._is_a_second_half():
            halves = Free(joined([self.last[-1].words, self.words]))
            return ForAReader(halves, left_open=True, in_doubt=self._in_doubt())
        return self._unclear(newest)

    def _is_a_second_half(self) -> bool:
        """Say whether it may be the half of a thought that came second."""
        open_ = bool(self.last) and leaves_open(self.words, self.journey.language)
        return open_ and not self.last[-1].apart

    def _unclear(self, newest: Thing | None) -> Addressee:
        if isinstance(newest, Conversation):
            return ForConversation(newest.id, self.words, "unclear")
        if isinstance(newest, WordsOfStaff):
            return self._answers(newest)
        alert = spoke_last(*self.open_with.alerts)
        if alert:
            return ForAlert(alert.id, self.words, self._is_courtesy(), self._in_doubt())
        left_open = leaves_open(self.words, self.journey.language)
        nothing_asked = self.open_with.day_off and self._says_ok() is not None
        return ForAReader(Free(self.words), left_open, self._in_doubt(), nothing_asked)

    def _answers(self, words: WordsOfStaff) -> ForStaff:
        """Let whoever wrote last hear it; it stands on an alert that is open as well, but for one apart."""
        if words.apart:
            return ForStaff(words.id, self.words, is_courtesy(self.words, self.journey))
        alert = spoke_last(*self.open_with.alerts)
        noted = alert.id if alert else None
        return ForStaff(words.id, self.words, self._is_courtesy(), self._in_doubt(), noted)

    def _joins_a_call(self, *, courtesy: bool = False) -> ForAlert | None:
        """Let the most pressing call that is there hear it, one made openly before the secret word."""
        calls = [one for one in self.open_with.alerts if one.calls]
        at_once = [one for one in calls if one.at_once]
        openly = (one for one in at_once if not one.by_word)
        call = spoke_last(*openly) or spoke_last(*at_once) or spoke_last(*calls)
        if call is None:
            return None
        return ForAlert(call.id, self.words, courtesy, self._in_doubt(), calls=True)

    def _quotes_us(self, meaning: Free) -> Addressee:
        return self._joins_a_call(courtesy=True) or ForAReader(meaning)

    def _in_doubt(self) -> str | None:
        asking = self.open_with.asks()
        return asking.id if asking else None

    def _to(self, talk: Conversation) -> ForConversation:
        if talk.put_off:
            return ForConversation(talk.id, self.words, "take_up")
        understood = self._understands((talk,))
        return ForConversation(talk.id, self.words, "answer" if understood else "unclear")

    def _understands(self, conversations: Sequence[Conversation]) -> Conversation | None:
        return next(
            (one for one in conversations if _is_answer(self.words, one, self.journey.language)),
            None,
        )

    def _taken_up(self) -> Conversation | None:
        """Return what was put off and is answered all the same; "ok" and "yes" answer "later"."""
        return None if self._says_ok() else self._understands(self.open_with.put_off)

    def _only_quotes_us(self) -> bool:
        """Whether a phone reacted to a text of ours: no answer to anything."""
        return bool(self.words.strip()) and not without_quotes(self.words, self.journey.language)

    def _is_courtesy(self) -> bool:
        return is_courtesy_to_us(self.words, self.journey)

    def _says_ok(self) -> Ok | None:
        return says_ok(self.words, self.journey)


_HOW: Mapping[Stands, Literal["answer", "early", "note"]] = {
    "asks": "answer",
    "to_come": "early",
    "over": "note",
}


def _is_answer(words: str, talk: Conversation, language: Language) -> bool:
    """Whether words plainly answer the question, or are a way out of it."""
    meaning = understand(words, talk.options, language, many=talk.many)
    return isinstance(meaning, Taken | Command | ReadBack)
