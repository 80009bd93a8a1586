"""Sentences said one by one, joined into one clip with the time of each word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from checkin.speech.engine import QUIETEST_PEAK, CannotSpeak, Engine, Mark, Mp3, Pcm, Sound
from checkin.speech.mp3 import DELAY_SAMPLES, mp3
from checkin.speech.samples import between, loudest, silence, spoken_part
from checkin.speech.sentences import Sentence, can_be_said, sentences
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
    to_say = [each for each in sentences(text, language) if can_be_said(each.said)]
    if not to_say:
        raise CannotSpeak("There is no word to say in this text. Write it in words.")
    return _joined(to_say, [engine.say(each.said, language, speed) for each in to_say])


def _joined(said: Sequence[Sentence], sounds: Sequence[Sound]) -> Spoken:
    whole = _Whole()
    made = b""
    for sentence, sound in zip(said, sounds, strict=True):
        match sound:
            case Pcm():
                whole.add(sentence, sound)
            case Mp3():
                made += sound.data
            case _:
                assert_never(sound)
    return Spoken(made, ()) if made else whole.spoken()


class _Whole:
    """What has been said so far, and where its words are."""

    def __init__(self) -> None:
        self._samples = bytearray()
        self._times: list[WordTime] = []
        self._rate = 0

    def add(self, sentence: Sentence, sound: Pcm) -> None:
        """Add a sentence, without the silence the engine put round it."""
        if loudest(sound.samples) <= QUIETEST_PEAK:
            raise CannotSpeak("The voice made no sound of this text. Record it instead.")
        start, end = spoken_part(sound.samples, sound.rate)
        pause = _BETWEEN_MS if self._samples else _BEFORE_MS
        self._rate = sound.rate
        self._samples += silence(sound.rate, pause)
        # A player starts a moment late: the encoder puts its own start before ours.
        here = (len(self._samples) // 2 + DELAY_SAMPLES) * 1000 // sound.rate
        marks = [Mark(mark.at, here + max(0, mark.ms - start)) for mark in sound.marks]
        self._times += times_of(sentence, marks, here, here + end - start)
        self._samples += between(sound.samples, sound.rate, start, end)

    def spoken(self) -> Spoken:
        """The clip so far."""
        after = silence(self._rate, _AFTER_MS)
        return Spoken(mp3(bytes(self._samples) + after, self._rate), tuple(self._times))
