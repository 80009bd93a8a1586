"""Pico in a process of its own: one sentence comes in, 16 kHz samples go out."""

import sys

from py_nanotts import NanoTTS

VOLUME = 0.6  # at 1.0 the loudest samples are cut off


def main() -> None:
    """Run as `python -m checkin.speech.pico_child VOICE SPEED`."""
    voice, speed = sys.argv[1:]
    sentence = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(
        NanoTTS().speak(sentence, voice=voice, speed=float(speed), volume=VOLUME)
    )


if __name__ == "__main__":
    main()
