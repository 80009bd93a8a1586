"""Ana says in My week, where nobody asked what to do, what weighs on her: it waits for us on a list."""

from tests.conftest import World
from tests.journeys.doors import Desk, Tablet
from tests.journeys.records import loop

GROUP_DAYS = ("sat",)  # Dev stays at home

POORLY, MORE = "my mum is poorly", "i want to go out more"


def to_important(tablet: Tablet, beside: str = "") -> None:
    """Go as far as "What feels important right now?"; say this beside how the week was."""
    tablet.open("/tablet/my-page")
    tablet.press("/begin", ("flow", "what_matters"))
    tablet.do("start")
    if beside:
        tablet.do("my_words")
        tablet.follow("Write")
        tablet.press("", words=beside)
    tablet.pick("good")
    tablet.do("skip")
    tablet.do("skip")


def sends(tablet: Tablet) -> str:
    while ("do", "send") not in [
        one for form in tablet.page.forms.values() for one in form.buttons
    ]:
        tablet.do("skip")
    tablet.do("send")
    return tablet.pick("self")


def test_what_feels_important_is_on_the_list_of_whom_my_week_is_for(world: World, tablet: Tablet):
    to_important(tablet)
    page = tablet.write("i am sad. my mum is poorly")
    assert "Thank you for telling us. What would make next week better?" in page

    assert "Priya will read this by Tuesday." in sends(tablet)
    for who in ("priya", "marcus"):
        assert POORLY in Desk(world, who).open(f"/staff/people/{world.cast.ana}/said")
    for page in ("", "handover", f"people/{world.cast.ana}", f"people/{world.cast.ana}/said"):
        assert POORLY not in Desk(world, "lena").open(f"/staff/{page}")
    priya = Desk(world, "priya")
    priya.open(f"/staff/people/{world.cast.ana}/said")
    priya.press(
        f"{loop(world, POORLY).id}/decide", decision="do", we_did="We ring your mum with you."
    )
    assert "We ring your mum with you." in priya.words


def test_words_beside_a_face_are_too(world: World, tablet: Tablet):
    to_important(tablet, beside=MORE)
    tablet.do("skip")
    page = sends(tablet)

    assert "Priya will read what you want by Tuesday." in page
    assert page.count("Thank you") == 1
    assert loop(world, MORE).person_id == world.cast.ana
    assert MORE in Desk(world, "priya").open(f"/staff/people/{world.cast.ana}/said")
