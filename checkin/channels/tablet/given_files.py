"""A photo or a voice note that came with a page: kept as it is, then given as the answer."""

from flask import request

from checkin import clock
from checkin.actions.keep_media import Kind, keep_media
from checkin.channels.tablet.conversing import Conversing
from checkin.conversation.talking.said import OwnWordsGiven

_KINDS: dict[str, Kind] = {"sound": "audio", "photo": "photo"}


def file_given(now: Conversing) -> OwnWordsGiven | None:
    """Keep the file of the posted page, if there is one. Raises MediaError with what to do."""
    if not any(file.filename for file in request.files.values()):
        return None
    for field, kind in _KINDS.items():
        file = request.files.get(field)
        if file is not None and file.filename:
            media_id = keep_media(
                now.here.person.id,
                now.check_in.id,
                kind,
                file.read(),
                clock.now(),
            )
            return OwnWordsGiven(None, (media_id,))
    return None
