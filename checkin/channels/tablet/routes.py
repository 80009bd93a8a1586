"""The tablet: every page of a person, each in a file of its own, on one blueprint."""

from checkin.channels.tablet import (  # noqa: F401 (each puts its pages on the blueprint)
    agreements,
    beside,
    cannot_keep,
    end,
    enrol,
    faults,
    getting_help,
    home,
    how_i_use_this,
    my_devices,
    not_yet_own,
    own_media,
    own_words,
    page_of_ours,
    pick_time,
    question,
    read_back,
    said_before,
    start,
    stopping,
    who_helped,
    who_is_here,
    who_looked,
    who_sees,
    words_of_staff,
    you_said,
)
from checkin.channels.tablet.page import tablet

__all__ = ["tablet"]
