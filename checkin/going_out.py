"""What goes out with every page: what a browser may do with it, and as few bytes as it takes."""

import gzip

from flask import Response, request

OK = 200
SMALLEST_TO_SQUEEZE = 600
SQUEEZED = ("text/", "application/json", "image/svg+xml", "application/javascript")


HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(self), microphone=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def finish(response: Response) -> Response:
    """Set the headers of one page, and make it small where the browser takes that."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return _squeeze(response)


def _squeeze(response: Response) -> Response:
    """Send words and drawings small: for phones on a bus."""
    if (
        "gzip" not in request.headers.get("Accept-Encoding", "")
        or response.status_code != OK
        or "Content-Encoding" in response.headers
        or not (response.mimetype or "").startswith(SQUEEZED)
    ):
        return response
    response.direct_passthrough = False  # of a style or script: small enough to hold
    body = response.get_data()
    if len(body) >= SMALLEST_TO_SQUEEZE:
        response.set_data(gzip.compress(body, compresslevel=5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        response.headers.add("Vary", "Accept-Encoding")
    return response
