"""Pictures of every page of a person at three sizes, to be looked at.

python -m tests.browser.screenshots FOLDER
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from checkin import clock
from checkin.actions.loops import decide_loop, mark_done, raise_loop_from_talk
from checkin.agreements.how_asked import ShowAs
from checkin.app import create_app
from checkin.conversation.talking.said import OwnWordsGiven, Picked, Send
from checkin.example_people.people import put_example_people
from checkin.storage import loops, people
from checkin.storage.tables import db
from checkin.storage.transaction import kept_together
from tests.browser.conftest import FLAGS, NOON
from tests.browser.find_chromium import chromium
from tests.browser.tablet import SIZES, Hands, Lounge, hands_on
from tests.conftest import PASSWORD, settings_for

Look = Callable[[str], None]
LONGEST = "The bus is late again, so please stay in the warm hall until I come. I have rung them, and they keep your place. We can look at the way home together then"
ASIDE = ("help", "stop", "throw-away", "not-now", "who-sees", "so-far", "not-picked", "own-words",
         "own-words?way=write", "own-words?way=talk", "own-words?way=photo")  # fmt: skip


def pages_without_a_person(hands: Hands, look: Look) -> None:
    """Take the door, the photos and the faults."""
    for path in ("/", "/enrol", "/nowhere"):
        hands.go(path)
        look(f"door{path.replace('/', '-')}")
    hands.page.goto(f"{hands.lounge.url}/credits")
    look("credits")


def pages_of_ana(hands: Hands, look: Look) -> None:
    """Take the pages around check-ins, as Ana has them."""
    hands.sit_down("Ana")
    for path in (
        "/my-page",
        "/how-i-use-this",
        "/how-i-use-this/size",
        "/how-it-was-done/1",
        "/you-said",
        "/help",
        "/stop",
    ):
        hands.go(path)
        look(f"ana{path.replace('/', '-')}")
    hands.go("/help")
    hands.press("Get ")
    look("ana-help-coming")
    hands.go("/help/coming")


def questions(hands: Hands, look: Look, person: str, flow: str) -> None:
    """Take each page of a flow, from hello to the end."""
    lounge = hands.lounge
    check_in = lounge.begin(person, flow, asked=False)
    hands.open(check_in)
    look(f"{flow}-00-start")
    hands.press("Start")
    prompt = lounge.now_asked(check_in)
    while prompt.stage == "steps":
        hands.open(check_in)
        look(f"{flow}-{prompt.number:02}-{(prompt.step or '').replace('.', '-')}")
        first = Picked((prompt.options[0].key,)) if prompt.options else OwnWordsGiven("The cafe :)")
        given = lounge.answer(check_in, first)
        prompt = given if given.step != prompt.step else lounge.answer(check_in)
    for step, reply in (("read-back", Send()), ("how-done", None), ("end", None)):
        hands.open(check_in)
        look(f"{flow}-{step}")
        lounge.answer(check_in, reply)


def ways_aside(hands: Hands, look: Look, person: str) -> None:
    """Take what lies beside a question, with words kept and one thing picked."""
    lounge = hands.lounge
    check_in = lounge.begin(person)
    lounge.answer(check_in, Picked(("not_good",)))
    lounge.answer(check_in, OwnWordsGiven("The bus was loud"))
    hands.open(check_in)
    look("aside-question-with-words")
    for page in ASIDE:
        hands.open(check_in, f"/{page}")
        look(f"aside-{page.replace('?way=', '-')}")
    hands.open(lounge.begin(person, "my_morning"), "/time")
    look("aside-time")
    hands.open(check_in, "/who-helped/helped")
    look("aside-who-helped")


def words_of_staff(hands: Hands, look: Look, person: str) -> None:
    """Take what Marcus says in the middle of a talk, on every page on which it stands."""
    check_in = hands.lounge.begin(person)
    hands.lounge.answer(check_in)
    for name, words in (("short", "See you at 4."), ("longest", LONGEST)):
        said = hands.lounge.says(check_in, words)
        hands.go(f"/words/{said}")
        look(f"staff-{name}")
        hands.go(f"/words/{said}/answer")
        look(f"staff-{name}-answer")
        hands.go("/my-page")
        look(f"staff-{name}-my-page")
        hands.go(f"/words/{said}/answer?way=write")
        hands.page.fill("textarea", "yes please")
        hands.press("Keep it")
        look(f"staff-{name}-answered")
    hands.open(check_in, "/so-far")
    look("staff-so-far")


def as_a_talk(hands: Hands, look: Look, person: str) -> None:
    """Take the pages of a week as a talk."""
    for show_as in (ShowAs.TALK, ShowAs.ONE_THING):
        with hands.lounge.app.app_context(), kept_together():
            people.change(person, show_as=show_as)
        if show_as == ShowAs.TALK:
            questions(hands, lambda name: look(f"talk-{name}"), person, "what_matters")


def put_loops(lounge: Lounge) -> None:
    """Let Ana have said three things: one done, one being done, one just heard."""
    cast = lounge.cast
    with lounge.app.app_context():
        for words in ("I want a new key", "The bus is loud", "No hoover before 11"):
            raise_loop_from_talk(cast.ana, cast.priya, words, clock.now())
            clock.stop_at(clock.now().replace(minute=clock.now().minute + 1))
        rows = loops.loops_of(cast.ana)
        for row, words in zip(
            rows[:2], ("We hoover after 11 now.", "We got you ear defenders."), strict=True
        ):
            decide_loop(row.id, cast.marcus, "do", words, clock.now())
        mark_done(rows[0].id, cast.marcus, "Seen at 11:02.", clock.now())
        db.session.remove()


def take_all(folder: Path) -> None:
    """Take every picture."""
    clock.stop_at(NOON)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        app = create_app(settings_for(Path(data)))
        with app.app_context():
            cast = put_example_people(clock.now(), NOON.date(), PASSWORD)
            db.session.remove()
        lounge = Lounge(app, cast)
        lounge.open()
        put_loops(lounge)
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for size, screen in SIZES.items():
            with hands_on(lounge, browser, screen, token=cast.house_tablet) as ana:
                look = _looker(ana, folder, size)
                pages_without_a_person(ana, look)
                pages_of_ana(ana, look)
            with hands_on(lounge, browser, screen, token=cast.devs_phone) as dev:
                look = _looker(dev, folder, size)
                for flow in ("what_matters", "my_morning", "tell_someone", "getting_ready"):
                    questions(dev, look, cast.dev, flow)
                ways_aside(dev, look, cast.dev)
                words_of_staff(dev, look, cast.dev)

                as_a_talk(dev, look, cast.dev)
        browser.close()
        lounge.close()


def _looker(hands: Hands, folder: Path, size: str) -> Look:
    def look(name: str) -> None:
        path = folder / f"{name}.{size}.png"
        try:
            hands.page.screenshot(path=path)
        except Error:  # a busy machine may not draw in time: once more
            hands.page.wait_for_timeout(500)
            hands.page.screenshot(path=path)

    return look


if __name__ == "__main__":
    where = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    where.mkdir(parents=True, exist_ok=True)
    take_all(where)
    print(f"{len(list(where.glob('*.png')))} pictures are in {where}")  # noqa: T201 (a command)
