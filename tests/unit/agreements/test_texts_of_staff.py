"""Who reads a text of staff that took no alert."""

import pytest

from checkin.agreements.texts_of_staff import readers

LEADS = ("jo", "marcus")


@pytest.mark.parametrize(
    ("named", "may", "who"),
    [
        ((), None, {"jo", "marcus"}),
        (("marcus", "dev"), None, {"jo"}),
        (LEADS, None, {"jo", "marcus"}),
        ((), ("jo", "lena"), {"jo"}),
        (("jo",), ("jo",), {"jo"}),
        ((), (), set()),
    ],
)
def test_those_read_it_who_lead_and_may_but_for_whom_it_names(named, may, who):
    assert readers(LEADS, named, may) == who


def test_where_only_who_is_named_is_left_nobody_reads_what_is_not_for_them():
    assert readers(LEADS, LEADS, None, or_nobody=True) == set()
    assert readers(LEADS, ("jo",), None, or_nobody=True) == {"marcus"}


@pytest.mark.parametrize(
    ("named", "may", "who"),
    [((), ("jo", "lena"), {"jo"}), ((), (), {"jo", "marcus"}), (("jo",), (), {"marcus"})],
)
def test_of_whoever_is_kept_out_themselves_those_read_it_who_may_if_any_does(named, may, who):
    assert readers(LEADS, named, may, kept_out=True) == who
