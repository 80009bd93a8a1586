"""Find a Chromium to test with, or install one; say plainly where neither can be done.

Run by `make test`: python -m tests.browser.find_chromium
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 600  # seconds, for a slow mirror
SORRY = (
    "There is no Chromium here, and none could be installed. Install it once:\n"
    "  sudo apt install chromium\n"
    "or:\n"
    "  .venv/bin/python -m playwright install --with-deps chromium\n"
    "or set CHECKIN_CHROMIUM to the program of one you have."
)


class NoChromium(Exception):  # noqa: N818 (it is no error of the program)
    """No browser is here and none could be installed; the message says what to do."""


def chromium() -> str:
    """Return the path of a Chromium that is here, or raise `NoChromium`."""
    named = os.environ.get("CHECKIN_CHROMIUM")
    if named:
        if Path(named).is_file():
            return named
        raise NoChromium(f"CHECKIN_CHROMIUM is {named}, and that is no file.\n{SORRY}")
    found = next(filter(None, map(shutil.which, NAMES)), None) or _of_playwright()
    if found is None:
        raise NoChromium(SORRY)
    return found


def install() -> None:
    """Try apt where we may, then Playwright's own download."""
    for command in (*_apt(), [sys.executable, "-m", "playwright", "install", "chromium"]):
        if _ran(command) and _is_here():
            return


def _of_playwright() -> str | None:
    """Return Playwright's own browser, if it was downloaded."""
    kept = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    found = sorted(kept.glob("chromium-*/chrome-linux*/chrome"))
    found += sorted(kept.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*"))
    return str(found[-1]) if found else None


def _apt() -> list[list[str]]:
    if shutil.which("apt-get") is None:
        return []
    may = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    return [
        [*may, *quiet, "apt-get", "install", "-y", "--no-install-recommends", "chromium"],
        [*may, *quiet, "sh", "-c", "apt-get update && apt-get install -y --no-install-recommends chromium"],
    ]  # fmt: skip


def _ran(command: list[str]) -> bool:
    try:
        return subprocess.run(command, timeout=PATIENCE, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_here() -> bool:
    try:
        return bool(chromium())
    except NoChromium:
        return False


def main() -> int:
    """Print the path of a Chromium, installing one first if need be; 1 if there is none."""
    if not _is_here() and not os.environ.get("CHECKIN_CHROMIUM"):
        install()
    try:
        print(chromium())  # noqa: T201 (a command)
    except NoChromium as sorry:
        print(sorry, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
