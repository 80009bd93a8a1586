"""Whose pictures these are, for the credits page and the foot of every print."""

from collections.abc import Iterable

from checkin.pictures.picture import Picture, PictureSet


def sets_used(pictures: Iterable[Picture]) -> tuple[PictureSet, ...]:
    """The sets these pictures come from, once each, in order of first use.

    A person's own photos and words on cards belong to no set.
    """
    used = dict.fromkeys(PictureSet(p.set_name, p.licence, p.credit) for p in pictures if p.licence)
    return tuple(used)
