"""The road of a flow: forward, reachable, and only past what was asked."""

import pytest

from tests.flows.broken import loaded

HEAD = """\
flow: dev_day
title: Dev's day
purpose: To try the road.
agreed_with: Dev
language: en-GB
channels: [tablet]
seen_by: [staff_on_shift]
steps:
"""
ASK = """\
  {key}:
    ask: Which one?
    symbol: life.choice
    choices:
      tea: {{label: Tea, symbol: thing.cup{tea}}}
      milk: {{label: Milk, symbol: life.food{milk}}}
"""
SAY = "  {key}: {{say: Hello., symbol: life.hello{more}}}\n"


def ask(key, tea="", milk=""):
    return ASK.format(key=key, tea=tea, milk=milk)


def say(key, more=""):
    return SAY.format(key=key, more=more)


def errors(*steps):
    return [(one.code, one.message) for one in loaded(HEAD + "".join(steps)).faults if one.is_error]


def codes(*steps):
    return [code for code, _ in errors(*steps)]


def test_a_step_that_every_answer_goes_past_is_never_reached():
    found = errors(ask("drink", ", go_to: bye", ", go_to: bye"), say("cake"), say("bye"))

    assert [code for code, _ in found] == ["F202"]
    assert "'cake' is never reached" in found[0][1]


def test_only_the_first_step_that_is_never_reached_is_told():
    found = codes(
        ask("drink", ", go_to: bye", ", go_to: bye"), say("cake"), say("more_cake"), say("bye")
    )

    assert found == ["F202"]


@pytest.mark.parametrize(
    "steps",
    [
        (ask("drink", ", go_to: bye"), say("cake"), say("bye")),
        (ask("drink", ", go_to: bye", ", go_to: cake"), say("cake"), say("bye")),
        (
            ask("drink"),
            ask("more", ", go_to: bye", ", go_to: bye").replace(
                "    ask:", "    only_if: {drink: tea}\n    ask:"
            ),
            say("cake"),
            say("bye"),
        ),
        (
            (
                "  who:\n    people: Who?\n    from: circle\n    symbol: life.people\n"
                "    choices: {no_one: {label: No one, symbol: who.no_one, go_to: bye}}\n"
            ),
            say("cake"),
            say("bye"),
        ),
        (
            ask("drink", ", then: {cup: {say: Hot., symbol: thing.cup}}", ", go_to: bye"),
            say("cake"),
            say("bye"),
        ),
    ],
    ids=["one answer stays", "an answer goes there", "not always asked", "a face", "nested"],
)
def test_a_step_that_some_answer_leads_to_is_fine(steps):
    assert codes(*steps) == []


def test_an_answer_may_go_on_past_the_steps_around_it():
    inner = ", then: {cup: {ask: Hot?, symbol: thing.cup, choices: {hot: {label: Hot, symbol: nav.ok, go_to: bye}, cold: {label: Cold, symbol: nav.none}}}}"  # fmt: skip

    assert codes(ask("drink", inner), say("cake"), say("bye")) == []


def test_an_answer_cannot_go_into_the_steps_of_another():
    nested = ", then: {cup: {say: Hot., symbol: thing.cup}}"

    found = errors(ask("food", ", go_to: cup"), ask("drink", nested))

    assert [code for code, _ in found] == ["F201"]
    assert "nested" in found[0][1]


def test_a_step_cannot_go_to_itself():
    found = errors(ask("drink", ", go_to: drink"))

    assert found[0][0] == "F204"
    assert "is this step" in found[0][1]


def test_a_loop_is_left_at_its_end_only():
    inside = ", go_to: bye"
    loop = (
        "  each:\n    for_each: Look at these.\n    of: goals\n    symbol: life.goal\n    steps:\n"
        + "".join(f"    {line}\n" for line in ask("well", inside).splitlines())
    )

    assert codes(loop, say("bye")) == ["F201"]


def test_a_name_stands_for_one_step_of_the_whole_file():
    nested = ", then: {cake: {say: Hot., symbol: thing.cup}}"

    found = errors(say("cake"), ask("drink", nested))

    assert [code for code, _ in found] == ["F207"]
    assert "line 9" in found[0][1]


@pytest.mark.parametrize("name", ["steps", "then"])
def test_words_of_the_language_are_no_names(name):
    assert codes(say(name)) == ["F109"]


# only_if ---------------------------------------------------------------------------------


def test_two_conditions_that_rule_each_other_out_are_told():
    found = errors(
        ask("drink"),
        ask("cup").replace("    ask:", "    only_if: {drink: tea}\n    ask:"),
        say("milk_jug", ", only_if: {drink: milk, cup: tea}"),
    )

    assert [code for code, _ in found] == ["F206"]
    assert "'milk_jug' can never be asked" in found[0][1]


def test_a_condition_on_the_other_answer_than_the_one_around_it_never_holds():
    inner = ", then: {cup: {say: Hot., symbol: thing.cup, only_if: {drink: milk}}}"

    assert codes(ask("drink", inner)) == ["F206"]


def test_a_condition_on_an_answer_that_goes_past_never_holds():
    found = codes(
        ask("drink", milk=", go_to: bye"), say("jug", ", only_if: {drink: milk}"), say("bye")
    )

    assert found == ["F206"]


def test_several_answers_do_not_rule_one_another_out():
    several = ask("drink").replace("    ask:", "    many: true\n    ask:")

    found = codes(
        several,
        ask("cup").replace("    ask:", "    only_if: {drink: tea}\n    ask:"),
        say("both", ", only_if: {drink: milk, cup: tea}"),
    )

    assert found == []


def test_practice_is_not_kept_so_nothing_hangs_on_it():
    practise = ask("try").replace("    ask:", "    practise:")

    assert codes(practise, say("well", ", only_if: {try: tea}")) == ["F206"]


def test_what_is_asked_for_each_goal_is_not_one_answer_outside():
    loop = (
        "  each:\n    for_each: Look at these.\n    of: goals\n    symbol: life.goal\n    steps:\n"
        + "".join(f"    {line}\n" for line in ask("well").splitlines())
    )
    inside = "      more: {say: Good., symbol: nav.ok, only_if: {well: tea}}\n"

    assert codes(loop + inside) == []
    assert codes(loop, say("after", ", only_if: {well: tea}")) == ["F206"]


def test_a_step_without_choices_has_no_answer_to_hang_on():
    found = errors(say("hello"), say("bye", ", only_if: {hello: yes}"))

    assert found[0][0] == "F203"
    assert "It has: none." in found[0][1]


def test_a_condition_on_a_later_step_is_told_once():
    assert codes(say("hello", ", only_if: {drink: tea}"), ask("drink")) == ["F205"]


def test_a_chain_of_conditions_is_checked_in_no_time():
    chain = [ask("s0")]
    for n in range(1, 190):
        both = f"    only_if: {{s{n - 1}: tea, s{max(0, n - 2)}: tea}}\n    ask:"
        chain.append(ask(f"s{n}").replace("    ask:", both))

    chain[1] = chain[1].replace(", s0: tea", "")

    assert codes(*chain) == []


# What is not in the library -----------------------------------------------------------


def test_the_list_of_a_loop_is_one_that_exists():
    loop = "  each: {for_each: Look at these., of: gaols, symbol: life.goal, steps: {a: {say: Hi., symbol: nav.ok}}}\n"  # fmt: skip

    found = errors(loop)

    assert found[0][0] == "F209"
    assert "'goals'" in found[0][1]
