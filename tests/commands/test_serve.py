"""`checkin serve` says where to go."""

import os
import shutil
import socket
import subprocess
import sys
import threading

LONGEST = 60  # seconds


def test_whoever_starts_it_is_told_where_staff_and_tablets_go(tmp_path, sqlite_template):
    shutil.copy(sqlite_template.database, tmp_path / "checkin.db")  # up to date already
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ours = {
        "CHECKIN_SECRET_KEY": "a secret of the tests alone",
        "CHECKIN_DATA": str(tmp_path),
        "PORT": str(port),
    }
    others = {one: said for one, said in os.environ.items() if not one.startswith("CHECKIN_")}

    with subprocess.Popen(
        [sys.executable, "-m", "checkin", "serve"],
        env={**others, **ours}, stdout=subprocess.PIPE, text=True,
    ) as serving:  # fmt: skip
        too_long = threading.Timer(LONGEST, serving.kill)
        too_long.start()
        first = serving.stdout.readline()
        too_long.cancel()
        serving.terminate()

    at = f"http://127.0.0.1:{port}"
    assert first == (f"Checkin is running. Staff: {at}/staff/. Tablets: {at}/. Stop with Ctrl+C.\n")
