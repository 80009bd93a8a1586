"""Sentences said one by one, joined into one clip with the time of each word."""

from dataclasses import dataclass
from typing import assert_never

from checkin.speech.engine import QUIETEST_PEAK, CannotSpeak, Engine, Mark, Mp3, Pcm, Sound
from checkin.speech.mp3 import DELAY_SAMPLES, mp3
from checkin.speech.samples import between, loudest, silence, spoken_part
from checkin.speech.sentences import Sentence, sentences
from checkin.speech.word_times import WordTime, times_of

_BEFORE_MS = 60
_BETWEEN_MS = 400
_AFTER_MS = 200


@dataclass(frozen=True, slots=True)
class Spoken:
    """A whole text as an MP3; no word times where the engine made the MP3 itself."""

    mp3: bytes
    word_times: tuple[WordTime, ...]


def spoken(engine: Engine, text: str, language: str, speed: float) -> Spoken:
    """Everything in the text, said by one engine, or `CannotSpeak`."""
    to_say = sentences(text, language)
    if not any(sentence.said for sentence in to_say):
        raise CannotSpeak("There is no word to say in this text. Write it in words.")
    whole = _Whole()
    for sentence in to_say:
        if sentence.said:
            whole.add(sentence, engine.say(sentence.said, language, speed))
        else:
            whole.pass_over(sentence)
    return whole.spoken()


class _Whole:
    """What has been said so far, and where its words are."""

    def __init__(self) -> None:
        self._made = bytearray()  # by an engine that makes MP3s itself
        self._samples = bytearray()
        self._rate = 0
        self._times: list[WordTime] = []

    def add(self, sentence: Sentence, sound: Sound) -> None:
        """Add a sentence that was said."""
        match sound:
            case Mp3():
                self._made += sound.data
            case Pcm():
                self._add_samples(sentence, sound)
            case _:
                assert_never(sound)

    def pass_over(self, sentence: Sentence) -> None:
        """Add a sentence of no words, such as "...": it takes no time."""
        at = self._times[-1].end_ms if self._times else 0
        self._times += times_of(sentence, (), at, at)

    def spoken(self) -> Spoken:
        """The clip of all that was added."""
        if self._made:
            return Spoken(bytes(self._made), ())
        samples = bytes(self._samples) + silence(self._rate, _AFTER_MS)
        return Spoken(mp3(samples, self._rate), tuple(self._times))

    def _add_samples(self, sentence: Sentence, sound: Pcm) -> None:
        """Add the spoken part, without the silence the engine put round it."""
        if loudest(sound.samples) <= QUIETEST_PEAK:
            raise CannotSpeak("The voice made no sound of this text. Record it instead.")
        start, end = spoken_part(sound.samples, sound.rate)
        self._rate = sound.rate
        self._samples += silence(sound.rate, _BETWEEN_MS if self._samples else _BEFORE_MS)
        here = (len(self._samples) // 2 + DELAY_SAMPLES) * 1000 // sound.rate
        marks = [Mark(mark.at, here + max(0, mark.ms - start)) for mark in sound.marks]
        self._times += times_of(sentence, marks, here, here + end - start)
        self._samples += between(sound.samples, sound.rate, start, end)
