"""An agreement kept before a flow said what a step is: read in the words of today."""

import json

from agreed_people import ana_agreement

from checkin.agreements.agreement import Agreement
from checkin.agreements.older import with_todays_words


def test_who_asks_to_talk_asked_by_a_mark_then_and_is_heard_today():
    kept = json.loads(ana_agreement().model_dump_json())
    for threshold in kept["thresholds"]:
        if threshold["kind"] == "ask_to_talk":
            threshold["mark"] = "ask to talk"

    assert Agreement.model_validate(with_todays_words(kept)) == ana_agreement()
