"""The bare reference: Flask, and one durable SQLite write for each request. Nothing else.

It answers the same two requests as a turn on the tablet (a POST, then the next page), from the
same server with as many threads, and writes as durably.
"""

import logging
import sqlite3
import sys
import threading
from pathlib import Path

from flask import Flask, redirect, request
from waitress import serve

logging.getLogger("waitress").setLevel(logging.ERROR)

PAGE = "<!doctype html><title>Question</title><h1>How was your week?</h1>" + "<p>Good</p>" * 40


def bare_app(database: Path) -> Flask:
    """Return the reference app."""
    app = Flask("reference")
    here = threading.local()

    def write(words: str) -> None:
        connection = getattr(here, "connection", None)
        if connection is None:
            connection = here.connection = sqlite3.connect(database, timeout=30)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
        with connection:
            connection.execute("INSERT INTO said (words) VALUES (?)", (words,))

    with sqlite3.connect(database) as first:
        first.execute("CREATE TABLE IF NOT EXISTS said (id INTEGER PRIMARY KEY, words TEXT)")

    @app.post("/turn")
    def turn() -> object:
        write(request.form["choice"])
        return redirect("/turn")

    @app.get("/turn")
    def page() -> str:
        write("seen")
        return PAGE

    return app


if __name__ == "__main__":
    serve(bare_app(Path(sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), threads=8)
