"""Sentences that no walk comes by: each is held against what is so by a story of its own."""

HELD = {
    "Not those you keep it from.": "journeys/test_an_old_read_back.py",
    "We will look at your morning plan.": "journeys/test_anas_week.py",
    "We could not tell anyone.": "journeys/test_whose_help_it_is.py",
    "We will text you today, as agreed.": "journeys/test_not_going.py",
    "Nobody else will read it.": "journeys/test_opened_with_a_reason.py",
    "{who} answered you.": "journeys/test_staff_answer_on_the_tablet.py",
    "Not yet: {words}": "promised/test_seldom_said.py",  # it names nobody, no time and no deed
    "We will tell you again: {words}": "journeys/test_staff_text_back.py",
    "Nobody else here can be asked.": "journeys/test_staff_text_back.py",
}
"""By the sentence as it is listed: the story that holds it."""

NEVER_THERE = {
    "{who} has it.": "said where a call was taken between an answer to staff and its own page",
    "{n} question.": "no flow that ships asks one question alone",
}
"""By the sentence: why no walk can come by it, in what ships."""
