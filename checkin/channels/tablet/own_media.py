"""Photos and voices, shown and played only to the tablet or the person they belong with."""

from flask import Response, abort, send_file, send_from_directory

from checkin import clock
from checkin.actions.change_photo import photo_path
from checkin.actions.keep_media import media_path
from checkin.actions.promises import told_to_all
from checkin.assets import play, times_of_words
from checkin.channels.tablet.here import the_device, who_is_here
from checkin.channels.tablet.page import tablet
from checkin.channels.tablet.sitting import all_shown_here
from checkin.storage import loops, media
from checkin.storage.photos import is_of_house
from checkin.storage.tables import MediaRow


@tablet.get("/media/<media_id>")
def own_media(media_id: str) -> Response:
    """Play or show one file of the person who is here."""
    here = who_is_here()
    row = media.media(media_id)
    if row is None or row.person_id != here.person.id:
        abort(404)
    in_you_said = not here.waits and _stands_in_you_said(row)
    if not (all_shown_here(here, row.check_in_id) or in_you_said):
        abort(404)
    return send_file(media_path(row.id), mimetype=row.mimetype, conditional=True)


def _stands_in_you_said(row: MediaRow) -> bool:
    said = [one for one in loops.loops_of(row.person_id) if one.media_id == row.id]
    return bool(told_to_all(said, clock.now()))


@tablet.get("/own-sound/<key>.mp3")
def own_sound(key: str) -> Response:
    """Play the person's own words, said aloud."""
    return play(key, who_is_here().person.id)


@tablet.get("/own-sound/<key>.json")
def own_word_times(key: str) -> Response:
    """Tell when each of their own words is spoken."""
    return times_of_words(key, who_is_here().person.id)


@tablet.get("/photo/<name>")
def photo(name: str) -> Response:
    """Show the face of someone of this house, to a tablet that was let in there."""
    if not is_of_house(name, the_device().house_id):
        abort(404)
    return send_from_directory(photo_path(name).parent, name)
