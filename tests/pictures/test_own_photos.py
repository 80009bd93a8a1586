"""A person's own photo is kept small and clean, and a bad file hurts nobody."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from checkin.pictures import photos, shrink_photo
from checkin.pictures.photos import MOST_BYTES, PhotoError, clean_photo


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_anas_photo_of_her_kitchen_becomes_a_small_picture(kind: str) -> None:
    small = _opened(clean_photo(_photo(kind, size=(1600, 1200), colour="teal")))

    assert (small.format, small.mode, small.size) == ("WEBP", "RGB", (512, 384))
    assert _is_near(small.getpixel((200, 200)), (0, 128, 128))


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "1", "I;16"])
def test_photos_of_every_kind_of_colour_can_be_used(mode: str) -> None:
    made = io.BytesIO()
    Image.new(mode, (60, 40)).save(made, "PNG")

    assert _opened(clean_photo(made.getvalue())).size == (60, 40)


def test_a_photo_for_print_can_be_used() -> None:
    made = io.BytesIO()
    Image.new("CMYK", (60, 40)).save(made, "JPEG")

    assert _opened(clean_photo(made.getvalue())).mode == "RGB"


def test_what_is_see_through_becomes_white() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(made, "PNG")

    assert _is_near(_opened(clean_photo(made.getvalue())).getpixel((20, 20)), (255, 255, 255))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_where_dev_was_does_not_go_along_with_his_photo(kind: str) -> None:
    photo = _photo(kind, exif=_exif_with_place())
    assert b"Devs camera" in photo

    clean = clean_photo(photo)

    assert b"Devs camera" not in clean
    assert b"EXIF" not in clean
    assert len(_opened(clean).getexif()) == 0


def test_a_photo_taken_on_its_side_is_shown_upright() -> None:
    lying = Image.new("RGB", (80, 40), "black")
    lying.paste("white", (0, 0, 20, 40))  # turned to the right, the white end is at the top
    made = io.BytesIO()
    lying.save(made, "JPEG", exif=_exif_turned_right())

    upright = _opened(clean_photo(made.getvalue()))

    assert upright.size == (40, 80)
    assert _is_near(upright.getpixel((20, 5)), (255, 255, 255))
    assert _is_near(upright.getpixel((20, 70)), (0, 0, 0))


def test_a_small_photo_is_not_blown_up() -> None:
    assert _opened(clean_photo(_photo("PNG", size=(30, 20)))).size == (30, 20)


def test_an_empty_photo_says_what_to_do() -> None:
    with pytest.raises(PhotoError, match=r"empty\. Please take it again"):
        clean_photo(b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_stops_half_way_says_what_to_do(kind: str) -> None:
    whole = _photo(kind, size=(400, 300), noise=True)

    with pytest.raises(PhotoError, match=r"broken\. Please take it again"):
        clean_photo(whole[: len(whole) // 2])


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PPM"])
def test_other_kinds_of_file_are_not_even_opened(kind: str) -> None:
    with pytest.raises(PhotoError, match="JPEG, PNG or WebP"):
        clean_photo(_photo(kind))


@pytest.mark.parametrize("file", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"\0"])
def test_what_is_no_photo_is_refused(file: bytes) -> None:
    with pytest.raises(PhotoError, match="JPEG, PNG or WebP"):
        clean_photo(file)


@pytest.mark.parametrize("size", [(65_535, 65_535), (30_000, 700), (5_000, 4_001)])
def test_a_small_file_that_unfolds_into_a_huge_photo_is_refused(size: tuple[int, int]) -> None:
    bomb = _png_that_says(size)
    assert len(bomb) < 1000

    with pytest.raises(PhotoError, match="too big"):
        clean_photo(bomb)


def test_a_photo_of_twenty_megapixels_can_be_used() -> None:
    assert _opened(clean_photo(_photo("PNG", size=(5_000, 4_000)))).size == (512, 410)


@pytest.mark.parametrize("size", [(5_712, 4_284), (8_064, 6_048)], ids=["24", "48"])
def test_a_photo_of_todays_phones_can_be_used(size: tuple[int, int]) -> None:
    assert _opened(clean_photo(_photo("JPEG", size=size))).size == (512, 384)


def test_a_file_that_is_too_long_is_refused_before_it_is_opened() -> None:
    with pytest.raises(PhotoError, match="too big"):
        clean_photo(_photo("JPEG") + bytes(MOST_BYTES))


@pytest.fixture
def shrinks_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Put other code where a photo is opened, in a process of its own."""

    def put(code: str) -> None:
        (tmp_path / "other.py").write_text(code)
        monkeypatch.setattr(photos, "_SHRINK", tmp_path / "other.py")

    return put


def test_a_photo_that_takes_too_much_memory_ends_only_itself(
    shrinks_with: Callable[[str], None],
) -> None:
    shrinks_with(
        f"import runpy, sys\n"
        f"runpy.run_path({shrink_photo.__file__!r})['_limit_ourselves']()\n"
        f"try: bytes(2**30)\n"
        f"except MemoryError: sys.exit({shrink_photo.TOO_LARGE})"
    )

    with pytest.raises(PhotoError, match="too big"):
        clean_photo(_photo("JPEG"))


def test_a_photo_that_breaks_the_decoder_ends_only_itself(
    shrinks_with: Callable[[str], None],
) -> None:
    shrinks_with("import os; os.abort()")

    with pytest.raises(PhotoError, match="cannot open this photo"):
        clean_photo(_photo("JPEG"))


def test_a_photo_that_never_ends_is_given_up(
    monkeypatch: pytest.MonkeyPatch, shrinks_with: Callable[[str], None]
) -> None:
    shrinks_with("while True: pass")
    monkeypatch.setattr(photos, "PATIENCE", 0.3)

    with pytest.raises(PhotoError, match="took too long"):
        clean_photo(_photo("JPEG"))


def _photo(
    kind: str,
    *,
    size: tuple[int, int] = (90, 60),
    colour: str = "teal",
    noise: bool = False,
    exif: Image.Exif | None = None,
) -> bytes:
    photo = Image.effect_noise(size, 90).convert("RGB") if noise else Image.new("RGB", size, colour)
    made = io.BytesIO()
    photo.save(made, kind, **({"exif": exif} if exif else {}))
    return made.getvalue()


def _exif_with_place() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Devs camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (51.5, 7.0, 12.0)}
    )
    return exif


def _exif_turned_right() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    return exif


def _png_that_says(size: tuple[int, int]) -> bytes:
    """A PNG of a few bytes whose header promises a huge photo."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(9_000)))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def _opened(photo: bytes) -> Image.Image:
    return Image.open(io.BytesIO(photo))


def _is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(seen - meant) <= 12 for seen, meant in zip(pixel, colour, strict=True))
