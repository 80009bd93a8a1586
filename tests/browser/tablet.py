"""A tablet on the table in the lounge: the live app, and a browser in somebody's hands."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import waitress
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect

from checkin import clock
from checkin.actions.say_to_person import Saying, how_they_read, in_words, say_to_person
from checkin.actions.start_check_in import begin, open_conversation
from checkin.actions.take_answer import take_answer
from checkin.agreements.seen import StaffMember
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import Reply, Skip, Start
from checkin.example_people.cast import Cast
from checkin.storage import check_ins, people, words_of_staff
from checkin.storage import staff as staff_kept
from checkin.storage.tables import db, new_id
from tests.hurry import let_go
from tests.put_back import put_back

SIZES = {"wide": (1024, 768), "tall": (768, 1024), "phone": (360, 640)}
TINY = (320, 256)


@dataclass
class Lounge:
    """The running app, and whom it knows."""

    app: Flask
    cast: Cast
    first: str = ""  # a copy of its database
    url: str = ""
    _server: Any = field(default=None, repr=False)

    def open(self) -> None:
        """Serve the app on a free port of this machine, in a thread."""
        self._server = waitress.create_server(self.app, host="127.0.0.1", port=0, threads=4)
        self.url = f"http://127.0.0.1:{self._server.effective_port}"
        threading.Thread(target=self._server.run, daemon=True).start()

    def close(self) -> None:
        """Serve no more."""
        self._server.close()

    def begin(self, person: str, flow: str = "what_matters", *, asked: bool = True) -> str:
        """Begin a check-in and return its id; `asked`: past the start page."""
        with self._inside() as now:
            check_in = begin(person, flow, "tablet", now).id
            open_conversation(person, check_in, now)
            if asked:
                take_answer(check_in, Start(), now)
        return check_in

    def begin_anew(self) -> None:
        """Let everything be as it was first: what another test left there is gone."""
        let_go(self.app)
        put_back(self.first, self.app.installation.settings.database)

    def answer(self, check_in: str, reply: Reply | None = None) -> Prompt:
        """Answer as if on another page, and return what is asked next."""
        with self._inside() as now:
            return take_answer(check_in, reply or Skip(), now).prompt

    def says(self, check_in: str, words: str) -> str:
        """Let Marcus say something there, and return the id of his words."""
        with self._inside() as now:
            row, viewer = check_ins.check_in(check_in), StaffMember(self.cast.marcus, self._here)
            person = people.the_person(row.person_id)
            promised = in_words(person, how_they_read(row, viewer, now), now)
            marcus = staff_kept.staff(self.cast.marcus)
            saying = Saying(words, new_id(), promised)
            say_to_person(person.id, check_in, marcus, viewer, saying, now)
            said = words_of_staff.said_in(check_in)
            return next(one.id for one in said if one.words == words)

    @property
    def _here(self) -> frozenset[str]:
        return frozenset({self.cast.house})

    def now_asked(self, check_in: str) -> Prompt:
        """Return what this check-in asks now."""
        with self._inside() as now:
            kept = check_ins.as_it_stands(check_in)
            opened = open_conversation(kept.person_id, check_in, now)
            return opened.prompt

    @contextmanager
    def _inside(self) -> Iterator[datetime]:
        with self.app.app_context():
            yield clock.now()
            db.session.remove()


@dataclass
class Hands:
    """Somebody with one device: what they can open, see and press."""

    lounge: Lounge
    context: BrowserContext
    page: Page
    scripts: bool = True

    def open(self, check_in: str, page: str = "") -> Page:
        """Open a page of a check-in."""
        self.page.goto(f"{self.lounge.url}/tablet/check-in/{check_in}{page}")
        return self.page

    def go(self, path: str) -> Page:
        """Open any page of the tablet."""
        self.page.goto(f"{self.lounge.url}/tablet{path}")
        return self.page

    def press(self, name: str) -> None:
        """Press what has this word on it, whether button or link."""
        things = self.page.get_by_role("button", name=name).or_(
            self.page.get_by_role("link", name=name)
        )
        thing = things.locator("visible=true").first
        within_page = (thing.get_attribute("href") or "").startswith("#")
        if self.scripts or within_page:
            thing.click()
            sent = self.page.locator("form[data-sent]")
            expect(sent).to_have_count(0)  # what was sent is answered
            self.page.wait_for_load_state()
        else:
            with self.page.expect_event("load"):  # nothing but a new page answers
                thing.click()

    def sit_down(self, name: str) -> Page:
        """Tap one's own face."""
        self.go("/")
        self.press(name)
        self.page.get_by_role("heading", name=f"Hello {name}.").wait_for()
        return self.page


@contextmanager
def hands_on(
    lounge: Lounge, browser: Browser, size: tuple[int, int], *, token: str, **options: Any
) -> Iterator[Hands]:
    """Take a device of this size, let in with this token."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    context.set_default_timeout(15_000)
    context.add_cookies([{"name": "tablet_device", "value": token, "url": f"{lounge.url}/tablet/"}])
    try:
        scripts = options.get("java_script_enabled", True)
        yield Hands(lounge, context, context.new_page(), scripts)
    finally:
        context.close()
