"""The real doors: a phone that texts, a tablet that is tapped, a desk with a browser.

A test may press only what is on the page: forms are read from the HTML as a browser reads them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count

from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.conftest import PASSWORD, World

DEV = "+447700900001"
_numbers = count(1)


@dataclass
class Form:
    """One form of a page: where it goes, what it holds already, what can be pressed."""

    action: str
    fields: MultiDict[str, str] = field(default_factory=MultiDict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    offered: dict[str, list[str]] = field(default_factory=dict)


class _Forms(HTMLParser):
    """Reads the forms of a page; buttons may stand outside their form and name it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: dict[str, Form] = {}
        self._now = ""
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._now = has.get("id") or f"form {len(self.forms)}"
            self.forms[self._now] = Form(has.get("action", ""))
        form = self.forms.get(has.get("form") or self._now)
        if form is None:
            return
        if tag == "button" or (tag == "input" and has.get("type") == "submit"):
            form.buttons.append((has.get("name", ""), has.get("value", "")))
        elif tag in ("input", "textarea"):
            self._put(form, has)
        elif tag == "select":
            self._select = has.get("name", "")
        elif tag == "option":
            form.offered.setdefault(self._select, []).append(has.get("value", ""))
            if "selected" in has:
                form.fields[self._select] = has.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._now = ""

    @staticmethod
    def _put(form: Form, has: Mapping[str, str]) -> None:
        name = has.get("name", "")
        if has.get("type") in ("radio", "checkbox"):
            form.offered.setdefault(name, []).append(has.get("value", "on"))
            if "checked" not in has:
                return
        if name and "disabled" not in has and has.get("type") != "file":
            form.fields.add(name, has.get("value", ""))


class Browser:
    """Somebody at a page, who can press what is on it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.client: FlaskClient = world.app.test_client()
        self.page = ""
        self.at = ""

    def open(self, address: str) -> str:
        """Open an address, and return the page."""
        return self._show(self.client.get(address, follow_redirects=True))

    def press(self, where: str, button: tuple[str, str] | None = None, **values: object) -> str:
        """Press a button of the form whose action ends so, with these values filled in."""
        form = self._form(where, button)
        data = MultiDict(form.fields)
        for name, value in values.items():
            named = name.replace("__", "-")
            data.setlist(named, value if isinstance(value, list) else [value])
        if button:
            data[button[0]] = button[1]
        return self._show(
            self.client.post(form.action or self.at, data=data, follow_redirects=True)
        )

    def shows(self, words: str) -> bool:
        """Whether these words are on the page."""
        return words in self.page

    def _form(self, where: str, button: tuple[str, str] | None) -> Form:
        forms = _Forms(self.page).forms.values()
        found = [
            one
            for one in forms
            if one.action.endswith(where) and (button is None or button in one.buttons)
        ]
        assert found, f"No such button on {self.at}: {where} {button}. There are {[*forms]}"
        return found[0]

    def _show(self, response: TestResponse) -> str:
        assert response.status_code == 200, (response.status_code, response.request.path)
        self.page, self.at = response.get_data(as_text=True), response.request.path
        return self.page


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
        at = self.page.index(title)
        before = self.page[:at]
        address = before[before.rindex('href="') + 6 :].split('"')[0]
        self.open(address)
        return self.do("start")

    def do(self, what: str, **values: object) -> str:
        """Press one of the buttons that are always there: start, skip, send ..."""
        return self.press("", ("do", what), **values)

    def pick(self, *choices: str) -> str:
        """Pick answers, and go on."""
        form = next(one for one in _Forms(self.page).forms.values() if _offers(one, choices[0]))
        if ("choice", choices[0]) in form.buttons:
            return self.press("", ("choice", choices[0]))
        return self.do("next", choice=list(choices))


def _offers(form: Form, choice: str) -> bool:
    return choice in form.offered.get("choice", ()) or ("choice", choice) in form.buttons


class Desk(Browser):
    """A member of staff who signs in."""

    def __init__(self, world: World, who: str) -> None:
        super().__init__(world)
        self.open("/staff/sign-in")
        self.press("/sign-in", email=f"{who}@willow-court.example", password=PASSWORD)


def text(world: World, at: str, words: str, *, number: str = DEV, sid: str = "") -> TestResponse:
    """Text us at this time, through the phone company's signed door; what follows is sent."""
    world.go_to(at)
    settings = world.app.extensions["settings"]
    data = {
        "MessageSid": sid or f"SM{next(_numbers):032x}",
        "AccountSid": settings.twilio_account,
        "From": number,
        "To": settings.twilio_number,
        "Body": words,
        "NumMedia": "0",
    }
    address = f"{settings.public_url}/texts/in"
    signature = RequestValidator(settings.twilio_token).compute_signature(address, data)
    answer = world.app.test_client().post(
        "/texts/in", data=data, headers={"X-Twilio-Signature": signature}
    )
    assert answer.status_code == 200, answer.status_code
    world.settle()
    return answer
