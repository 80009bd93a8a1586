"""Whether a form was sent from a page of another site, as far as the browser says.

For a press that must not be lost to an old page token. The browser's own word comes first: no
proxy changes it, and no page can. Source: https://www.w3.org/TR/fetch-metadata/.
"""

from urllib.parse import urlsplit

from flask import request

from checkin.installation import here

OURS = ("same-origin", "none")
NOT_GIVEN = ("", "null")  # some browsers keep the page's address to themselves


def from_here() -> bool:
    """Say whether the browser says that it was sent from a page of this site."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in OURS
    return urlsplit(request.headers.get("Origin", "")).netloc in _hosts()


def from_elsewhere() -> bool:
    """Say whether the browser says so; where it says nothing, the device's cookie must do."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in OURS
    origin = request.headers.get("Origin", "")
    page = origin if origin not in NOT_GIVEN else request.referrer or ""
    return bool(page) and urlsplit(page).netloc not in _hosts()


def _hosts() -> tuple[str, str]:
    return request.host, urlsplit(here().settings.public_url).netloc
