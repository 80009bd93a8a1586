"""A person's own photo becomes a small clean picture, or we say what to do.

The photo is opened in a child process with little memory and little time (trust.md row 27),
so that a file made to do harm can only end its own process.
"""

import subprocess
import sys
import threading
from pathlib import Path
from typing import NoReturn

from checkin.pictures import shrink_photo

MOST_BYTES = 30 * 1024 * 1024  # 48 megapixels of leaves are 25 MB
PATIENCE = 10  # seconds

_SHRINK = Path(shrink_photo.__file__)
_ONE_AT_A_TIME = threading.Lock()  # a large photo may take 350 MB: eight at once would be too much


class PhotoError(ValueError):
    """This photo cannot be used; the message says what to do, in words for the person."""


_SAY = {
    shrink_photo.NOT_A_PHOTO: "We cannot use this file. Please pick a JPEG, PNG or WebP photo.",
    shrink_photo.TOO_LARGE: "This photo is too big. Please take it again with a smaller size.",
    shrink_photo.DAMAGED: "This photo is broken. Please take it again, or pick another.",
}


def clean_photo(photo: bytes) -> bytes:
    """Make a WebP of at most 512 by 512 pixels, upright, that holds only what is seen.

    Nothing else goes along: no place, time, camera or owner. Raises PhotoError.
    """
    if not photo:
        raise PhotoError("This photo is empty. Please take it again, or pick another.")
    if len(photo) > MOST_BYTES:
        _refuse(shrink_photo.TOO_LARGE)
    # -P: the child's own folder is not where it looks for modules.
    command = [sys.executable, "-P", str(_SHRINK)]
    try:
        with _ONE_AT_A_TIME:
            done = subprocess.run(  # noqa: S603 - our own file; the photo is only standard input
                command, input=photo, capture_output=True, timeout=PATIENCE, check=False
            )
    except subprocess.TimeoutExpired:
        raise PhotoError("This photo took too long to open. Please pick a smaller one.") from None
    if done.returncode:
        _refuse(done.returncode)
    return done.stdout


def _refuse(reason: int) -> NoReturn:
    raise PhotoError(_SAY.get(reason, "We cannot open this photo. Please pick another."))
