"""What is shown here stays in no cache: the next one at a screen cannot go back to it."""

from flask import Response


def keep_no_copy(response: Response) -> Response:
    """Tell the browser to keep nothing of what a person or their staff read, see or hear."""
    response.headers["Cache-Control"] = "no-store"
    return response
