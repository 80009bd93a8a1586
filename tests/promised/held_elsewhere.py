"""Sentences that no walk comes by: each is held against what is so by a story of its own."""

HELD = {
    "{who} opened it on {date} at {time}, for {n} minutes.": "journeys/test_opened_with_a_reason.py",
    "We keep this from {who}.": "journeys/test_promises.py",
    "Nobody has rung your advocate yet.": "journeys/test_ring_my_advocate.py",
    "{who} will talk to you {day}.": "journeys/test_asked_to_talk.py",
    "Nobody here will be told.": "journeys/test_promises.py",
    "Nobody here can be told now.": "journeys/test_who_comes.py",
    "It is quiet time until {time}.": "journeys/test_quiet_time.py",
    "{who} opened it before.": "journeys/test_opened_with_a_reason.py",
    "Someone has read them.": "journeys/test_left_half_way.py",
    "{who} said to you: {quoted}": "journeys/test_the_end_changes.py",
    "{who} wrote this down.": "journeys/test_written_down_after_a_talk.py",
    "Not those you keep it from.": "journeys/test_an_old_read_back.py",
    "We will look at your morning plan.": "journeys/test_anas_week.py",
    "Your call for help is kept.": "faults/test_help_while_held.py",
    "We will tell somebody as soon as we can.": "faults/test_help_while_held.py",
    "We could not tell anyone.": "journeys/test_whose_help_it_is.py",
    "We will text you today, as agreed.": "journeys/test_not_going.py",
    "Nobody else will read it.": "journeys/test_opened_with_a_reason.py",
    "Nobody has this yet.": "journeys/test_read_since.py",
    "{who} answered you.": "journeys/test_staff_answer_on_the_tablet.py",
    "Not yet: {words}": "promised/test_seldom_said.py",  # it names nobody, no time and no deed
    "We will tell you again: {words}": "journeys/test_staff_text_back.py",
    "Nobody else here can be asked.": "journeys/test_staff_text_back.py",
    "Everybody here was asked.": "journeys/test_staff_text_back.py",
    "We will ask {who} again: {words}": "journeys/test_staff_text_back.py",
    "We do not tell {who} what you told us.": "journeys/test_a_miss_beside_a_telling.py",
    "They will not see your words.": "journeys/test_calls_on_the_tablet.py",
    "You need not answer {who}.": "journeys/test_a_miss_beside_a_telling.py",
    "We ring again at once.": "journeys/test_whose_help_it_is.py",
    "We told {who} already what you wrote.": "journeys/test_named_in_a_call_on_a_page.py",
}
"""By the sentence as it is listed: the story that holds it."""

NEVER_THERE = {
    "{date}": "the day of what was said stands beside a person's own words, which no walk reads",
    "{who} has it.": "said where a call was taken between an answer to staff and its own page",
    "{n} question.": "no flow that ships asks one question alone",
}
"""By the sentence: why no walk can come by it, in what ships."""
