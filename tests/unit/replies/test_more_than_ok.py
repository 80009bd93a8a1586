"""Only an OK that asks for something, or says how things are, opens a "You said, we did"."""

import pytest

from checkin.conversation.replies.all_is_ok import says_more
from tests.english import journey

LANGUAGE = journey().language


@pytest.mark.parametrize(
    "words",
    ["ok on the bus now", "ok got on the bus", "ok im at the hall now", "ok thanks very much",
     "home with mum", "ok see you later", "hi ok here"],
)  # fmt: skip
def test_where_dev_is_asks_for_nothing(words):
    assert not says_more(LANGUAGE.comparable(words).words, LANGUAGE)


@pytest.mark.parametrize(
    "words",
    ["OK sorry phone died", "ok my leg aches", "ok bus was full", "home. i like the new driver",
     "ok can i go to the cafe", "ok feeling proud"],
)  # fmt: skip
def test_what_dev_asks_for_or_how_things_are_is_kept(words):
    assert says_more(LANGUAGE.comparable(words).words, LANGUAGE)
