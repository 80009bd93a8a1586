"""The bytes of a picture, under a name that changes when they do."""

import hashlib
from dataclasses import dataclass

SVG = "image/svg+xml"


@dataclass(frozen=True)
class PictureFile:
    """What the web layer sends: a browser may keep `digest` for ever."""

    name: str
    body: bytes
    digest: str
    mimetype: str = SVG

    @property
    def path(self) -> str:
        """Where these very bytes are among the pictures: `DIGEST/NAME.svg`."""
        return f"{self.digest}/{self.name}.svg"


def picture_file(name: str, body: bytes) -> PictureFile:
    """Name the bytes after themselves."""
    return PictureFile(name, body, hashlib.sha256(body).hexdigest()[:16])
