"""The real app with many people, each with a check-in begun, for the turns to be timed on."""

import gc
import logging
import sys
from datetime import timedelta
from pathlib import Path

from waitress import serve

from checkin import clock
from checkin.actions.start_check_in import begin
from checkin.app import create_app
from checkin.example_people.agreed_with_dev import EVERY_DAY
from checkin.example_people.people import put_example_people
from checkin.storage.tables import db
from tests.conftest import PASSWORD, settings_for

CLIENTS = 8

logging.getLogger("waitress").setLevel(logging.ERROR)


def main(folder: Path, port: int) -> None:
    """Serve, and say first which cookie and which check-ins to use."""
    app = create_app(settings_for(folder))
    with app.app_context():
        now = clock.now()
        cast = put_example_people(
            now, now.date() - timedelta(days=1), PASSWORD, group_days=EVERY_DAY
        )
        begun = [begin(cast.dev, "what_matters", "tablet", now).id for _ in range(CLIENTS)]
        db.session.remove()
    print(cast.devs_phone, *begun, flush=True)
    gc.collect()
    gc.freeze()  # as `checkin serve` does
    serve(app, host="127.0.0.1", port=port, threads=8)


main(Path(sys.argv[1]), int(sys.argv[2]))
