"""The real doors: a phone that texts, a tablet that is tapped, a desk with a browser.

A test may press only what is on the page: forms are read from the HTML as a browser reads them.
"""

from dataclasses import dataclass, field
from itertools import count

from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.conftest import PASSWORD, World
from tests.journeys.pages import Form, Page

DEV = "+447700900001"
MARCUS, LENA, JO = "+447700900102", "+447700900103", "+447700900104"
_numbers = count(1)


class Browser:
    """Somebody at a page, who can press what is on it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.client: FlaskClient = world.app.test_client()
        self.page = Page("")
        self.at = ""
        self.taps = 0

    @property
    def words(self) -> str:
        """The words on the page."""
        return self.page.words

    def open(self, address: str) -> str:
        """Open an address, and return the words of the page."""
        return self._show(self.client.get(address, follow_redirects=True))

    def follow(self, words: str) -> str:
        """Follow the link that says so."""
        self.taps += 1
        return self.open(self.page.link(words))

    def press(
        self,
        where: str = "",
        button: tuple[str, str] | None = None,
        status: int = 200,
        **values: object,
    ) -> str:
        """Press a button of the form whose action ends so, with these values filled in."""
        form = self._form(where, button, values)
        data: MultiDict[str, object] = MultiDict(form.fields)
        for name, value in values.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        if button:
            data[button[0]] = button[1]
        self.taps += 1
        return self._show(
            self.client.post(form.action or self.at, data=data, follow_redirects=True), status
        )

    def _form(self, where: str, button: tuple[str, str] | None, values: dict[str, object]) -> Form:
        found = [
            one
            for one in self.page.forms.values()
            if one.action.endswith(where) and (button is None or button in one.buttons)
        ]
        assert found, f"No form {where!r} with {button} on {self.at}, where it says: {self.words}"
        for name, value in values.items():
            assert found[0].may_hold(name, value), f"{name}={value!r} cannot be put in {found[0]}"
        return found[0]

    def _show(self, response: TestResponse, status: int = 200) -> str:
        html = response.get_data(as_text=True)
        assert response.status_code == status, (
            response.status,
            response.request.path,
            html[-2000:],
        )
        self.page, self.at = Page(html), response.request.path
        return self.words


class Tablet(Browser):
    """A tablet or phone that was let in, at which someone answers."""

    def __init__(self, world: World, token: str, person: str | None = None) -> None:
        super().__init__(world)
        self.client.set_cookie("tablet_device", token, path="/tablet")
        self.open("/tablet/")
        if person:
            self.press("/tablet/", ("person", person))

    def begin(self, title: str) -> str:
        """Open what waits under this title, and start."""
        self.open("/tablet/my-page")
        self.follow(title)
        self.taps = 0
        return self.do("start")

    def do(self, what: str, **values: object) -> str:
        """Press one of the buttons that are always there: start, skip, send ..."""
        return self.press("", ("do", what), **values)

    def pick(self, *choices: str) -> str:
        """Pick answers, and go on; one tap where this person needs no Next."""
        offering = (one for one in self.page.forms.values() if one.offers(choices[0]))
        form = next(offering, None)
        assert form, f"{choices[0]} is not offered: {self.words}"
        if ("choice", choices[0]) in form.buttons:
            return self.press("", ("choice", choices[0]))
        self.taps += len(choices)
        return self.do("next", choice=list(choices))

    def write(self, words: str) -> str:
        """Write, where the words are the answer."""
        self.follow("Write")
        return self.press("", words=words)

    def say(self, *picked: str, **given: object) -> str:
        """Say it in one's own way beside what is picked: words=, sound= or photo=."""
        self.do("my_words", choice=list(picked))
        self.follow({"words": "Write", "sound": "Talk", "photo": "Photo"}[next(iter(given))])
        return self.press("", **given)

    @property
    def sounds(self) -> bool:
        """Whether anything on this page can make a sound."""
        return "/sound/" in self.page.html or "/own-sound/" in self.page.html


class Desk(Browser):
    """A member of staff, just signed in."""

    def __init__(self, world: World, who: str) -> None:
        super().__init__(world)
        self.open("/staff/sign-in")
        address = who if "@" in who else f"{who}@willow-court.example"
        self.press("/sign-in", email=address, password=PASSWORD)

    def take(self, title: str) -> str:
        """Open the alert that says so, and take it."""
        self.follow(title)
        return self.press("/take")

    def log(self, kind: str, words: str = "", at: str = "") -> str:
        """Write down a step of the alert that is open."""
        return self.press("/step", kind=kind, words=words, at=at)

    def close(self, outcome: str, words: str = "", **how_known: str) -> str:
        """Close the alert that is open."""
        return self.press("/close", outcome=outcome, words=words, **how_known)


@dataclass
class Phone:
    """Somebody's phone: it texts us, and says what reached it while it is on."""

    world: World
    number: str = DEV
    on: bool = True
    _reported: set[int] = field(default_factory=set)

    def text(self, at: str, words: str, *, sid: str = "") -> None:
        """Text us at this time; what follows is sent at once."""
        self.world.go_to(at)
        self.arrives(words, sid=sid)

    def arrives(self, words: str, *, sid: str = "", pictures: int = 0) -> None:
        """Let a text of this phone arrive now."""
        settings = self.world.app.installation.settings
        data = {
            "MessageSid": sid or f"SM{next(_numbers):032x}",
            "From": self.number,
            "To": settings.twilio_number,
            "Body": words,
            "NumMedia": str(pictures),
        }
        answer = signed(self.world, "/texts/in", data)
        assert answer.status_code == 200, answer.status
        self.world.settle()
        self.report()

    def report(self) -> None:
        """Report as delivered what was sent to this phone, if it is on; each text once."""
        if not self.on:
            return
        for place, one in enumerate(self.world.sent):
            if one.number == self.number and place not in self._reported:
                self._reported.add(place)
                data = {"MessageSid": f"SM{place + 1:032x}", "MessageStatus": "delivered"}
                assert signed(self.world, "/texts/status", data).status_code == 204


def signed(world: World, path: str, data: dict[str, str]) -> TestResponse:
    """Knock as the phone company: its signature over our address and all it sends."""
    settings = world.app.installation.settings
    data = {"AccountSid": settings.twilio_account, **data}
    validator = RequestValidator(settings.twilio_token)
    signature = validator.compute_signature(settings.public_url + path, data)
    return world.app.test_client().post(path, data=data, headers={"X-Twilio-Signature": signature})
