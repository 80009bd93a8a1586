"""Ana writes on the tablet that she wants somebody: she is heard as if she had texted it."""

import pytest

from checkin.storage.tables import AlertRow
from tests.conftest import World
from tests.journeys.doors import JO, LENA, MARCUS, Desk, Tablet
from tests.journeys.records import alerts, steps
from tests.journeys.test_hurt_by_text import pages_of

GROUP_DAYS = ("sat",)  # Dev stays at home

OUTSIDE = {"+447700900301", "+447700900302"}
MONDAY = "2026-10-19"
CRIES = [
    "i fell down the stairs",
    "help",
    "im not ok",
    "im not safe",
    "i feel unsafe",
    "please ring me now i am not ok",
]
ASKS = ["call me", "im lost. where is safe", "im scared", "come and get me"]
OTHER_SENSES = [
    "more help with cooking",
    "lena helped me",
    "i help mum in the garden",
    "not scared any more",
    "i am ok",
    "the food was not ok",
    "hold my hand when i am scared",
]


def begin(tablet: Tablet) -> None:
    """Begin How I am now, as far as her own words."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "how_i_am"))
    tablet.do("start")
    tablet.do("skip")


def say(tablet: Tablet, words: str) -> str:
    begin(tablet)
    return tablet.write(words)


def calls(world: World) -> list[AlertRow]:
    return [one for one in alerts(world) if one.kind in ("help_or_not_ok", "person_asked_for")]


def rung(world: World) -> set[str]:
    return {one.number for one in world.sent}


@pytest.mark.parametrize("words", CRIES)
def test_a_cry_in_her_own_words_rings_at_once_before_anything_is_sent(
    world: World, tablet: Tablet, words: str
):
    page = say(tablet, words)
    world.go_to(f"{MONDAY} 15:01")

    (call,) = calls(world)
    assert (call.kind, call.level) == ("help_or_not_ok", "now")
    assert call.what == [f'Ana: "{words}"']
    assert rung(world) == {MARCUS, LENA}
    assert "We are telling Lena and Marcus now." in page


@pytest.mark.parametrize("words", ASKS)
def test_who_asks_for_a_person_in_her_own_words_is_told_who_has_it(
    world: World, tablet: Tablet, words: str
):
    page = say(tablet, words)
    world.go_to(f"{MONDAY} 15:01")

    (call,) = calls(world)
    assert (call.kind, call.level) == ("person_asked_for", "soon")
    assert call.what[0] == f'Ana: "{words}"'
    assert rung(world) == {MARCUS}
    assert "We are telling Marcus now." in page


@pytest.mark.parametrize("words", OTHER_SENSES)
def test_the_same_words_in_another_sense_call_nobody(world: World, tablet: Tablet, words: str):
    page = say(tablet, words)
    tablet.do("skip")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    assert calls(world) == []
    assert "We are telling" not in page


def how_she_likes_it(tablet: Tablet) -> None:
    """Begin How I like to answer, as far as how staff support her well."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "getting_ready"))
    tablet.do("start")
    while "How can staff support you well?" not in tablet.words:
        tablet.do("skip")


@pytest.mark.parametrize(
    "words", ["help me with my shoes", "help", "call me by my name", "talk to someone with me"]
)
def test_how_staff_are_to_support_her_is_no_call(world: World, tablet: Tablet, words: str):
    how_she_likes_it(tablet)

    tablet.write(words)

    assert calls(world) == []


def test_a_cry_is_heard_there_all_the_same(world: World, tablet: Tablet):
    how_she_likes_it(tablet)

    tablet.write("im not safe here")

    assert [one.level for one in calls(world)] == ["now"]


def test_sent_and_written_once_more_it_is_one_call(world: World, tablet: Tablet):
    begin(tablet)
    tablet.follow("Write")
    form = next(one for one in tablet.page.forms.values() if "at" in one.fields)
    data = {**form.fields.to_dict(), "words": "call me"}
    for _ in range(2):
        tablet.client.post(form.action, data=data)
    tablet.open(tablet.at.replace("/own-words", ""))
    tablet.do("skip")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:01")

    (call,) = calls(world)
    assert [one.number for one in world.sent] == [MARCUS]
    assert [kind for _, kind, _ in steps(world, call)] == ["opened", "telling"]


def test_what_she_changes_in_one_breath_joins_the_call_and_rings_nobody_twice(
    world: World, tablet: Tablet
):
    say(tablet, "call me")
    tablet.follow("Back")
    tablet.do("back")
    tablet.write("call me please")
    world.go_to(f"{MONDAY} 15:01")

    (call,) = calls(world)
    assert rung(world) == {MARCUS}
    assert len(world.sent) == 1
    assert any('"call me please"' in words for _, _, words in steps(world, call))


def test_on_an_old_page_after_it_was_sent_the_same_words_are_heard_once(
    world: World, tablet: Tablet
):
    begin(tablet)
    tablet.follow("Write")
    form = next(one for one in tablet.page.forms.values() if "at" in one.fields)
    data = {**form.fields.to_dict(), "words": "call me"}
    tablet.open(tablet.at.replace("/own-words", ""))
    tablet.do("skip")
    tablet.do("skip")
    tablet.do("send")
    for _ in range(2):
        tablet.client.post(form.action, data=data)

    (call,) = calls(world)
    assert [kind for _, kind, _ in steps(world, call)] == ["opened", "telling"]


def test_what_she_writes_again_once_it_was_closed_is_a_call_again(world: World, tablet: Tablet):
    say(tablet, "call me")
    marcus = Desk(world, "marcus")
    marcus.take("Ana asked for a person.")
    marcus.close("Spoke to them")
    for minute, words in (("15:05", "i am fine now"), ("15:10", "call me")):
        world.go_to(f"{MONDAY} {minute}")
        tablet.open(tablet.at.replace("/help/coming", ""))
        tablet.do("back")
        tablet.write(words)

    assert len(calls(world)) == 2


def test_what_becomes_of_a_worse_cry_is_a_call_for_help(world: World, tablet: Tablet):
    say(tablet, "call me")
    tablet.follow("Back")
    tablet.do("back")
    tablet.write("im not safe")

    assert [one.level for one in calls(world)] == ["soon", "now"]


def test_a_cry_stands_once_and_on_no_tablet_of_many(world: World, tablet: Tablet):
    say(tablet, "i fell over and nobody came")
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    world.go_to(f"{MONDAY} 15:01")

    assert [one.kind for one in alerts(world)] == ["help_or_not_ok"]
    assert "nobody came" not in tablet.open("/tablet/you-said")


def test_thrown_away_the_call_stands_and_the_page_says_so(world: World, tablet: Tablet):
    say(tablet, "im scared")
    world.go_to(f"{MONDAY} 15:01")
    tablet.follow("Back")
    tablet.do("stop")
    tablet.press("/stop", ("choice", "throw_away"))
    assert "Nobody will see them." not in tablet.words
    page = tablet.press("/throw-away", ("choice", "throw_away"))

    assert "We have told Marcus." in page


def test_the_last_page_says_who_has_it_too(world: World, tablet: Tablet):
    say(tablet, "im scared")
    world.go_to(f"{MONDAY} 15:01")
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")
    page = tablet.pick("self")
    assert "We have told Marcus. No one has answered yet." in page

    Desk(world, "marcus").take("Ana asked for a person.")

    assert "Marcus knows. Marcus will come to you or ring you." in tablet.open(tablet.at)


def test_her_words_of_my_week_are_quoted_to_nobody_they_are_not_for(world: World, tablet: Tablet):
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    tablet.do("my_words")
    tablet.follow("Write")
    tablet.press("", words="im scared of the dark. help")
    world.go_to(f"{MONDAY} 15:01")

    (call,) = calls(world)
    assert rung(world) == {MARCUS, LENA}
    assert "dark" not in Desk(world, "lena").open(f"/staff/alerts/{call.id}")


def tell(tablet: Tablet, *kept_from: str) -> None:
    """Begin to tell someone, as far as her own words."""
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(*kept_from)
    tablet.do("skip")


def test_a_cry_in_a_telling_rings_all_who_may_know_and_him_it_names_meets_nothing(
    world: World, tablet: Tablet
):
    before = pages_of(world, "marcus")
    tell(tablet, world.cast.marcus)
    page = tablet.write("marcus hit me. help he is here")
    world.go_to(f"{MONDAY} 15:01")

    assert calls(world) == []
    assert {LENA, JO} <= rung(world)
    assert MARCUS not in rung(world)
    assert "We are telling" in page
    assert pages_of(world, "marcus") == before


@pytest.mark.parametrize("words", ["help im not safe", "help he is on top of me"])
def test_a_cry_in_a_telling_is_kept_from_whom_that_is_kept_from(
    world: World, tablet: Tablet, words: str
):
    before = pages_of(world, "marcus")
    tell(tablet, world.cast.marcus)
    page = tablet.write(words)
    world.go_to(f"{MONDAY} 15:01")

    assert LENA in rung(world)
    assert MARCUS not in rung(world)
    assert "We are telling" in page
    assert pages_of(world, "marcus") == before


def test_a_cry_in_a_telling_kept_from_all_here_rings_here_without_a_word_of_it(
    world: World, tablet: Tablet
):
    cast = world.cast
    tell(tablet, *(getattr(cast, one) for one in ("marcus", "lena", "priya", "jo")))
    page = tablet.write("help im not safe")
    world.go_to(f"{MONDAY} 15:01")

    (call,) = calls(world)
    assert "safe" not in " ".join(call.what)
    assert LENA in rung(world)
    assert "We are telling" in page
    assert "not safe" not in Desk(world, "marcus").open(f"/staff/alerts/{call.id}")


@pytest.mark.parametrize("words", ["help im not safe", "help he is on top of me"])
def test_a_cry_in_a_telling_kept_from_all_here_is_told_outside_at_once_and_the_same_again_joins(
    world: World, tablet: Tablet, words: str
):
    cast = world.cast
    tell(tablet, *(getattr(cast, one) for one in ("marcus", "lena", "priya", "jo")))
    page = tablet.write(words)
    world.go_to(f"{MONDAY} 15:01")

    assert OUTSIDE | {LENA} <= rung(world)
    assert "We are telling Lena and Marcus now." in page
    assert "They will not see your words." in page
    assert "We are telling the advocacy service and the safeguarding lead now." in page
    for who in ("marcus", "lena", "priya", "jo"):
        assert words not in pages_of(world, who)
    told_outside = {one.id for one in alerts(world) if one.kind == "someone_hurt"}

    tell(tablet, *(getattr(cast, one) for one in ("marcus", "lena", "priya", "jo")))
    world.sent.clear()
    tablet.write(words)
    world.go_to(f"{MONDAY} 15:02")

    assert rung(world) >= OUTSIDE
    assert {one.id for one in alerts(world) if one.kind == "someone_hurt"} == told_outside


def test_a_cry_where_nobody_can_tell_whom_to_keep_it_from_is_told_outside_too(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.do("skip")
    tablet.do("skip")
    tablet.write("help im not safe")
    world.go_to(f"{MONDAY} 15:01")

    assert OUTSIDE | {LENA} <= rung(world)
    assert "im not safe" not in pages_of(world, "lena")


def test_whom_her_words_name_is_not_said_to_see_what_she_keeps_from_no_one(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick("no_one")
    tablet.do("skip")
    tablet.write("marcus is mean to me")
    tablet.do("skip")
    tablet.pick("listen")

    assert "marcus is mean to me" in tablet.words
    assert "All staff here" not in tablet.words
    assert "Jo, Lena and Priya will see this." in tablet.words


def test_who_asks_for_a_person_in_a_telling_is_heard_by_whom_it_is_for(
    world: World, tablet: Tablet
):
    tell(tablet, world.cast.marcus)
    tablet.write("im scared. please call me")
    assert calls(world) == []
    tablet.pick(world.cast.lena)
    tablet.do("skip")
    assert "Lena will be told in a few minutes." in tablet.words
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:06")

    assert LENA in rung(world)
    assert MARCUS not in rung(world)


def test_left_unsent_it_is_told_outside_that_she_began(world: World, tablet: Tablet):
    tell(tablet, world.cast.marcus)
    tablet.write("im scared. please call me")
    world.go_to(f"{MONDAY} 16:30")

    assert [one.title for one in alerts(world)] == ["Ana began to tell something and left it."]
    assert rung(world).isdisjoint({MARCUS, LENA, JO})


def test_beside_who_hurts_her_nobody_she_names_hears_that_she_is_scared(
    world: World, tablet: Tablet
):
    begin(tablet)
    tablet.write("lena hits me and im scared call me")
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")
    world.go_to(f"{MONDAY} 15:06")

    assert calls(world) == []
    assert LENA not in rung(world)
    assert MARCUS in rung(world)


def test_beside_a_call_who_asks_for_a_person_in_a_telling_is_no_step_of_the_call(
    world: World, tablet: Tablet
):
    say(tablet, "i fell down the stairs")
    (call,) = calls(world)
    before = steps(world, call)
    tell(tablet, world.cast.marcus)
    page = tablet.write("im scared. please call me")

    (call,) = calls(world)
    assert steps(world, call) == before
    assert "We are telling" not in page


def test_once_it_is_closed_the_last_page_says_nothing_of_the_call(world: World, tablet: Tablet):
    say(tablet, "im scared")
    world.go_to(f"{MONDAY} 15:01")
    tablet.follow("Back")
    tablet.do("skip")
    tablet.do("send")
    tablet.pick("self")
    marcus = Desk(world, "marcus")
    marcus.take("Ana asked for a person.")
    marcus.close("Spoke to them")
    page = tablet.open(tablet.at)

    assert "This call is over." not in page
    assert "Marcus knows." not in page


def test_who_has_no_phone_is_gone_to_and_staff_read_from_where_it_came(
    world: World, tablet: Tablet
):
    say(tablet, "im scared please ring me")
    marcus = Desk(world, "marcus")
    marcus.follow("Ana asked for a person.")

    assert "Go to Ana." in marcus.words
    assert "Ana has no phone. This came on Tablet in the lounge at 15:00. Go there." in marcus.words
    assert "Ring Ana" not in marcus.words


def test_the_last_page_after_a_cry_in_a_telling_names_nobody_it_is_kept_from(
    world: World, tablet: Tablet
):
    tablet.open("/tablet/my-page")
    tablet.press("/tell-someone")
    tablet.do("start")
    tablet.pick(world.cast.priya)
    tablet.pick("hurt")
    tablet.write("help priya is hitting me")
    tablet.follow("Back")
    while "Send" not in tablet.words:
        tablet.do("skip")
    tablet.do("send")
    last = tablet.pick("self")

    assert "Priya" not in last
    assert "Marcus and Lena will look at this." in last
