"""Run by itself, in its own process: a photo comes in, a small clean copy goes out.

Whatever the photo does to the decoder, it does here, with little memory and little time.
It imports nothing of Checkin, so that it starts fast and has nothing to give away.
"""

import sys
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

NOT_A_PHOTO = 3
TOO_LARGE = 4
DAMAGED = 5

MOST_PIXELS = (
    100_000_000  # of a JPEG: it is made small as it is read, so that phones' 48 million fit
)
MOST_UNFOLDED = 20_000_000  # of the other kinds, which are unfolded whole
MOST_MEMORY = 512 * 1024 * 1024  # bytes of address space; a 20-megapixel PNG needs about 300 MiB
MOST_SECONDS = 5
SIDE = 512  # pixels; the largest a picture is shown


def main() -> int:
    """Read a photo from standard input and write a WebP to standard output."""
    _limit_ourselves()
    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(sys.stdin.buffer, formats=("JPEG", "PNG", "WEBP")) as photo:
            most = MOST_PIXELS if photo.format == "JPEG" else MOST_UNFOLDED
            if photo.width * photo.height > most:
                return TOO_LARGE
            _clean_copy(photo).save(sys.stdout.buffer, "WEBP", quality=80)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        return TOO_LARGE
    except UnidentifiedImageError:
        return NOT_A_PHOTO
    except (OSError, ValueError, SyntaxError, Warning):
        return DAMAGED
    return 0


def _clean_copy(photo: Image.Image) -> Image.Image:
    """Turn it upright, make it small, and paste it onto a new white sheet.

    The new sheet has no EXIF, no place, no maker's notes and no colour profile.
    """
    shown = photo if photo.mode in {"L", "RGB", "CMYK"} else photo.convert("RGBA")
    shown.thumbnail((SIDE, SIDE))
    upright = ImageOps.exif_transpose(shown)
    sheet = Image.new("RGB", upright.size, "white")
    if upright.mode == "RGBA":
        sheet.paste(upright, mask=upright)
    else:
        sheet.paste(upright.convert("RGB"))
    return sheet


def _limit_ourselves() -> None:
    if sys.platform == "win32":
        return  # there is no such limit; the parent's time limit still holds
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    sys.exit(main())
