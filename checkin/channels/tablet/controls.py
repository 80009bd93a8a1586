"""The buttons and ways that stand on every page, made once for each wording and drawing."""

from functools import lru_cache

from markupsafe import Markup, escape

from checkin.actions.flows_in_use import flows_in_use
from checkin.channels.tablet.drawings import drawing

_BUTTON = Markup('<button class="control {}" name="{}" value="{}">{}<span>{}</span></button>')


def icon(name: str) -> Markup:
    """Return the drawing of a fixed wording."""
    return drawing(flows_in_use().frame[name].symbol or "")


def button(
    name: str, words: str = "", css: str = "", field: str = "do", value: str = "", symbol: str = ""
) -> Markup:
    """Return a button of the form around it: `do` says what was pressed."""
    line = flows_in_use().frame[name]
    return _button(
        words or " ".join(line.say), drawing(symbol or line.symbol or ""), css, field, value or name
    )


def way(href: str, name: str, words: str = "", css: str = "") -> Markup:
    """Return a link that looks like a button."""
    line = flows_in_use().frame[name]
    inside = _inside_way(words or " ".join(line.say), drawing(line.symbol or ""))
    return Markup(f'<a class="control {escape(css)}" href="{escape(href)}">{inside}')  # noqa: S704 (all escaped)


@lru_cache(maxsize=512)
def _button(words: str, shown: Markup, css: str, field: str, value: str) -> Markup:
    return _BUTTON.format(css, field, value, shown, words)


@lru_cache(maxsize=512)
def _inside_way(words: str, shown: Markup) -> Markup:
    return Markup("{}<span>{}</span></a>").format(shown, words)
