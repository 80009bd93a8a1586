"""Dev is asked the next thing, and reads first who rings him about the last."""

from checkin.conversation.saying.says_first import says_first

MARCUS = "Marcus will ring you."


def test_it_stands_after_the_greeting_by_name():
    said = says_first("Hi Dev. Are you there? Text OK.", MARCUS, "Dev")

    assert said == "Hi Dev. Marcus will ring you. Are you there? Text OK."


def test_where_nobody_is_greeted_it_stands_at_the_beginning():
    assert says_first("Are you there?", MARCUS, "Dev") == "Marcus will ring you. Are you there?"


def test_a_name_further_on_is_no_greeting():
    said = says_first("Are you there. I am Dev. OK?", MARCUS, "Dev")

    assert said == "Marcus will ring you. Are you there. I am Dev. OK?"
