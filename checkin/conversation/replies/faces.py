"""What an emoji says, alone or beside words: "good" with a crying face is not good."""

from collections.abc import Sequence
from typing import Literal

Sense = Literal["thumb_up", "smile", "flat", "sad", "thumb_down", "odd", "thing", "unknown"]

_SENSES: dict[Sense, str] = {
    "thumb_up": "👍✅✔👌🆗☑",
    "smile": "😀😃😄😁😊🙂☺🥰😍🤗😎🎉❤💪💙💚💛🧡💜🥳😋👏🙌😇💖💕",
    "flat": "😐😑",
    "sad": "😢😭😞😔😟🙁☹😠😡💔😣😖😫😩😧😦😥😰😨😱🤬😿🤕🤒🤢🤮😪😓",
    "thumb_down": "👎❌✖🚫",
    "odd": "🙄😒😏🤔🤷😬🥴😅😂🤣🙃🤪😜😝🤨😕😶🤐🤭💀🤡",
    "thing": "🚌🚍🚋🚆🚇🚕🚶☀🌞💊🍞🥪🍳🍽🍕🍎☕🍵🏠🏡📱🔋🔌🗺🎨⚽🎵🌈🌻🐶🐱🙏♂♀",
}
_SENSE_OF: dict[str, Sense] = {face: sense for sense, faces in _SENSES.items() for face in faces}


def senses(faces: Sequence[str]) -> frozenset[Sense]:
    """Return what the emoji say together, things like a bus left out."""
    return frozenset(_SENSE_OF.get(face, "unknown") for face in faces) - {"thing"}
