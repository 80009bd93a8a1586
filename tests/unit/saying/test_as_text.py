"""What is said next, as one text."""

from checkin.conversation.replies.option import Option
from checkin.conversation.saying.as_text import all_as_text, as_text
from checkin.conversation.talking.prompt import Prompt

FIRST = Prompt(
    kind="choose",
    stage="steps",
    step="going",
    attempt=1,
    lines=("It is Art today.", "What is your plan?"),
    options=(Option("going", "I am going"), Option("not_going", "Not going")),
    number=1,
    of=3,
)


def test_each_choice_stands_on_a_line_with_the_number_that_picks_it():
    said = as_text(FIRST)

    assert said == "It is Art today.\nWhat is your plan?\n1 I am going\n2 Not going"


def test_who_will_see_it_is_said_with_the_first_question_alone():
    again = FIRST._replace(attempt=2)

    assert as_text(FIRST, "Marcus will see this.").endswith("\nMarcus will see this.")
    assert "Marcus" not in as_text(again, "Marcus will see this.")


def test_the_shorter_words_of_a_text_stand_in_place_of_the_long_ones():
    said = as_text(FIRST._replace(text="Art today?"))

    assert said.startswith("Art today?\n1 ")


def test_what_is_said_back_comes_before_the_next_question():
    said = all_as_text([FIRST._replace(said_back="Thank you."), FIRST])

    assert said.startswith("Thank you.\nIt is Art today.")
