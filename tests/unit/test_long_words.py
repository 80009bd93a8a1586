"""A word without an end stays within the staff page."""

import re

from checkin.paths import STATIC


def test_a_plan_of_one_endless_word_is_broken_where_it_must():
    breaks = re.findall(
        r"([^{}]+)\{[^}]*overflow-wrap: anywhere", (STATIC / "staff.css").read_text()
    )

    found = {one.strip() for rule in breaks for one in rule.split(",")}
    assert {"p", "li", "h1", "h2", "h3"} <= found
