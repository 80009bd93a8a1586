"""Run an engine in a process of its own, so that nothing it does can reach the next sentence.

Pico is neither thread-safe nor forgetful: in one process, 4 threads spoilt 79 clips of 400,
and a change of speed altered later clips of the same text (parts.md 1). eSpeak NG is GPL-3:
a program of its own, spoken to by pipe, keeps its licence apart from ours.
"""

import os
import subprocess
import sys
from pathlib import Path

from checkin.speech.engine import CannotSpeak

LONGEST_WAIT_S = 10.0

_LONGEST_REASON = 200

_HOME = Path(__file__).parents[2]  # where `-m checkin` finds itself, whatever the folder we run in


def ask_child(module: str, *arguments: str, sentence: str) -> bytes:
    """What the child writes when it is given the sentence, or `CannotSpeak`.

    Words go in by the pipe only: a command line can be read by everyone on the machine.
    """
    try:
        # Our own interpreter and our own module: no word of anybody's is in the command.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", f"checkin.speech.{module}", *arguments],
            input=sentence.encode(),
            capture_output=True,
            timeout=LONGEST_WAIT_S,
            check=False,
            cwd=_HOME,
            env=_without_secrets(),
        )
    except subprocess.TimeoutExpired as late:
        raise CannotSpeak(
            f"{module} took more than {LONGEST_WAIT_S:.0f} seconds. Try a shorter text.",
            passing=True,
        ) from late
    except OSError as fault:
        raise CannotSpeak(
            f"{module} did not start: {fault}. Is Python whole?", passing=True
        ) from fault
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().rpartition("\n")[2][:_LONGEST_REASON]
        raise CannotSpeak(f"{module} stopped: {why} Run `checkin doctor`.")
    return done.stdout


def _without_secrets() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("CHECKIN_")}
