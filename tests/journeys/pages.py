"""A page as a browser reads it: its forms, its links, and the words that stand on it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict

NOT_READ = ("script", "style", "title", "svg")
Attributes = Sequence[tuple[str, str | None]]


@dataclass
class Form:
    """One form of a page: where it goes, what it holds already, what can be pressed or picked."""

    action: str
    fields: MultiDict[str, str] = field(default_factory=MultiDict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    offered: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def offers(self, choice: str) -> bool:
        """Whether this answer can be picked here."""
        return choice in self.offered.get("choice", ()) or ("choice", choice) in self.buttons

    def may_hold(self, name: str, value: object) -> bool:
        """Whether a browser could send this: a field to write in, or one of what is offered."""
        if name in self.offered:
            values = value if isinstance(value, list) else [value]
            return all(one in self.offered[name] for one in values)
        return name in self.fields or name in self.files


SET_APART = re.compile(r"</?bdi>")  # parts no words of a line


class Page(HTMLParser):
    """Reads a page. Buttons may stand outside their form and name it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.forms: dict[str, Form] = {}
        self.links: dict[str, str] = {}  # address -> its words
        self._words: list[str] = []
        self._form = self._link = ""
        self._textarea = self._select = self._option = ""
        self._not_read = 0
        self._before_their_form: list[tuple[str, tuple[str, str]]] = []
        self.feed(SET_APART.sub("", html))
        for form, button in self._before_their_form:
            if form in self.forms:
                self.forms[form].buttons.append(button)

    @property
    def words(self) -> str:
        """The words that stand on the page, in order, with single spaces."""
        return " ".join(" ".join(self._words).split())

    def link(self, words: str) -> str:
        """Return the address of the first link that says so."""
        found = [address for address, said in self.links.items() if words in said]
        assert found, f"No link says {words!r}, only {sorted(self.links.values())}"
        return found[0]

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        has = {name: value or "" for name, value in attributes}
        self._not_read += tag in NOT_READ
        if tag == "form":
            self._form = has.get("id") or f"form {len(self.forms)}"
            self.forms[self._form] = Form(has.get("action", ""))
        elif tag == "a":
            self._link = has.get("href", "")
        form = self.forms.get(has.get("form") or self._form)
        if form is not None:
            self._put(form, tag, has)
        elif "form" in has:
            button = has.get("name", ""), has.get("value", "")
            self._before_their_form.append((has["form"], button))

    def handle_endtag(self, tag: str) -> None:
        self._not_read -= tag in NOT_READ
        match tag:
            case "form":
                self._form = ""
            case "a":
                self._link = ""
            case "textarea":
                self._textarea = ""
            case "option":
                self._option = ""

    def handle_data(self, data: str) -> None:
        form = self.forms.get(self._form)
        if form and self._textarea:
            form.fields[self._textarea] += data
        elif form and self._option:
            form.offered[self._option].append(data)
        elif not self._not_read:
            self._words.append(data)
            if self._link:
                said = f"{self.links.get(self._link, '')} {data}"
                self.links[self._link] = " ".join(said.split())

    def _put(self, form: Form, tag: str, has: Mapping[str, str]) -> None:
        name = has.get("name", "")
        match tag:
            case "button":
                goes = has.get("formaction")
                if goes is not None:  # it sends the form elsewhere
                    form = self.forms.setdefault(goes, Form(goes, form.fields))
                form.buttons.append((name, has.get("value", "")))
            case "input":
                self._put_input(form, has)
            case "textarea":
                self._textarea = name
                form.fields[name] = ""
            case "select":
                self._select = name
                form.fields[name] = ""
            case "option":
                self._put_option(form, has)

    def _put_option(self, form: Form, has: Mapping[str, str]) -> None:
        offered = form.offered.setdefault(self._select, [])
        if "value" not in has:
            self._option = self._select  # its words are its value
            return
        offered.append(has["value"])
        if "selected" in has or len(offered) == 1:
            form.fields[self._select] = has["value"]

    @staticmethod
    def _put_input(form: Form, has: Mapping[str, str]) -> None:
        name, kind = has.get("name", ""), has.get("type", "text")
        if kind in ("radio", "checkbox"):
            form.offered.setdefault(name, []).append(has.get("value", "on"))
            if "checked" not in has:
                return
        if kind == "file":
            form.files.append(name)
        elif name and "disabled" not in has:
            form.fields.add(name, has.get("value", ""))
