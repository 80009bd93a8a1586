"""A worker may be killed at any moment: every alert is there once, and none is lost."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from checkin import clock, paths
from checkin.lives.message import MessageState
from checkin.storage.tables import AlertRow, MessageRow, db
from tests.conftest import World
from tests.faults.silences import close_alerts, put_silent

SENDERS_OF_A_WORKER = 2
LONG = 220  # seconds: each worker that dies is a process of its own

pytestmark = pytest.mark.timeout(LONG + 20)

Run = Callable[[str], dict[str, float]]


@pytest.fixture
def run_children(world: World, database: str, tmp_path: Path) -> Run:
    """Run workers that die, and return what they say of it."""

    def run(what: str) -> dict[str, float]:
        command = [sys.executable, "-m", "tests.faults.children", what, database, str(tmp_path)]
        ended = subprocess.run(
            command,
            check=False,
            cwd=paths.TEMPLATES.parent,
            capture_output=True,
            text=True,
            timeout=LONG,
        )
        assert ended.returncode == 0, ended.stderr
        return dict(json.loads(ended.stdout))

    return run


def test_of_1000_silences_under_50_kills_each_is_one_alert_and_none_is_lost(
    world: World,
    run_children: Run,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    with world.app.app_context():
        close_alerts()
        clock.stop_at(None)
        silent = put_silent(1000, clock.now() - timedelta(seconds=5))
        db.session.remove()

    result = run_children("kills")

    with world.app.app_context():
        missed = select(AlertRow.check_in_id).where(AlertRow.kind == "missed_checkin")
        raised = db.session.scalars(missed).all()
        told = db.session.scalars(select(MessageRow)).all()
    sent = Counter((tmp_path / "sent").read_text().split("\n")[:-1])
    again = sum(sent.values()) - len(sent)
    record_property("kills", {**result, "sent_again": again})
    assert Counter(raised) == Counter(silent)
    assert set(sent) == {one.bundle_id or one.key for one in told}
    assert {one.state for one in told} == {MessageState.ACCEPTED}
    assert len([one for one in told if not one.to_person]) == 1000
    assert again <= result["kills"] * SENDERS_OF_A_WORKER


def test_wherever_a_worker_dies_the_next_one_finishes_its_work(
    world: World, run_children: Run, tmp_path: Path
) -> None:
    clock.stop_at(None)

    tried = run_children("points")["tried"]

    with world.app.app_context():
        alerts = db.session.scalars(select(AlertRow).where(AlertRow.key.like("missed%"))).all()
        made = [one for one in db.session.scalars(select(MessageRow.key)) if "alert:" in one]
        of_staff = [one for one in made if ":nobody_yet:" not in one]  # the person reads that too
    sent = Counter((tmp_path / "sent").read_text().split("\n")[:-1])
    assert tried > 20
    assert len(alerts) == tried
    assert {one.step for one in alerts} == {1}
    assert {key for key in sent if key.startswith("alert:")} == set(made)
    assert len(of_staff) == 2 * len(alerts)
    assert max(sent.values()) <= 2
