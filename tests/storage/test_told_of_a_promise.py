"""Two of staff were told of one promise by two pieces of work about it: both were told."""

from types import SimpleNamespace

from checkin.actions.said_in import KINDS
from checkin.agreements.named_to_do import NAMED
from checkin.agreements.open_again import OPEN_AGAIN
from checkin.agreements.seen import Was
from checkin.storage.who_may_see import _told_of_promises


def test_whoever_was_told_first_is_told_still() -> None:
    work = [
        (SimpleNamespace(kind=kind, group_key=f"{kind}:garden"), Was(told=frozenset({who})))
        for kind, who in ((OPEN_AGAIN, "jo"), (NAMED, "lena"), (NAMED, "marcus"))
    ]

    assert _told_of_promises(work, KINDS) == {"garden": {"jo", "lena", "marcus"}}
