"""After a silence staff do what the person chose, in their order."""

from checkin.agreements.own_ladder import next_for_person

DEVS = ("text_again", "ring_me", "ring_group", "come")


def next_words(*tried, **more):
    return next_for_person(DEVS, tried, name="Dev", **more)


def test_d15_staff_do_what_dev_chose_in_his_order():
    assert next_words() == ("text_again", "Text Dev again.")
    assert next_words("text_again") == ("ring_me", "Ring Dev.")
    assert next_words("text_again", "ring_me", group_name="the hall", contacts=["Sam"]) == (
        "ring_group", "Ring the hall: Sam is on the list.",
    )  # fmt: skip
    assert next_words("text_again", "ring_me", "ring_group") == ("come", "Go to Dev.")
    assert next_words(*DEVS) is None


def test_nobody_is_rung_who_is_not_on_devs_list():
    assert next_words("text_again", "ring_me") == ("ring_group", "Ring the group.")
    assert next_words("text_again", "ring_me", contacts=["Sam", "Tom", "Ada"]) == (
        "ring_group", "Ring the group: Sam, Tom and Ada are on the list.",
    )  # fmt: skip
