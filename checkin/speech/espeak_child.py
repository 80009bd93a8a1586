"""eSpeak NG in a process of its own: a sentence comes in, word times and samples go out.

The first line out is JSON: `rate`, and `marks` as [place in the text, milliseconds]; samples follow.
eSpeak NG is GPL-3 (see NOTICE): only this program loads it, and only by a pipe do we speak to it.
"""

import ctypes
import json
import os
import sys
from pathlib import Path

import espeakng_loader

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_RATE_PARAMETER = 1
_CHARACTERS = 1
_UTF8 = 1
_WORD = 1
_LAST_EVENT = 0
_WORDS_A_MINUTE = 165


class _Happening(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    ]


_Listener = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Happening)
)


def main() -> None:
    """Run as `python -m checkin.speech.espeak_child VOICE SPEED`."""
    voice, speed = sys.argv[1:]
    sentence = sys.stdin.buffer.read()
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    rate = _open(library, voice, float(speed))
    samples, marks = _say(library, sentence)
    head = json.dumps({"rate": rate, "marks": marks}).encode()
    sys.stdout.buffer.write(head + b"\n" + samples)


def _open(library: ctypes.CDLL, voice: str, speed: float) -> int:
    # eSpeak NG keeps 160 letters for the place of its data: stand in it, and say ".".
    os.chdir(Path(espeakng_loader.get_data_path()).parent)
    rate: int = library.espeak_Initialize(_SYNCHRONOUS, 0, b".", _DO_NOT_EXIT)
    if rate <= 0 or library.espeak_SetVoiceByName(voice.encode()):
        sys.exit(f"eSpeak NG did not start, or has no voice '{voice}'.")
    library.espeak_SetParameter(_RATE_PARAMETER, round(_WORDS_A_MINUTE * speed), 0)
    library.espeak_ng_SetRandSeed(ctypes.c_long(1))  # else its breath changes with the clock
    return rate


def _say(library: ctypes.CDLL, sentence: bytes) -> tuple[bytes, list[tuple[int, int]]]:
    samples = bytearray()
    marks: list[tuple[int, int]] = []

    def listen(sound: int | None, length: int, happenings: "ctypes._Pointer[_Happening]") -> int:
        if sound:
            samples.extend(ctypes.string_at(sound, length * 2))
        marks.extend(_words_in(happenings))
        return 0

    listener = _Listener(listen)
    library.espeak_SetSynthCallback(listener)
    failed = library.espeak_Synth(
        sentence, ctypes.c_size_t(len(sentence) + 1), 0, _CHARACTERS, 0, _UTF8, None, None
    )
    if failed:
        sys.exit("eSpeak NG could not say it.")
    return bytes(samples), marks


def _words_in(happenings: "ctypes._Pointer[_Happening]") -> list[tuple[int, int]]:
    marks = []
    number = 0
    while happenings[number].type != _LAST_EVENT:
        happening = happenings[number]
        if happening.type == _WORD:
            marks.append((happening.text_position - 1, happening.audio_position))
        number += 1
    return marks


if __name__ == "__main__":
    main()
