"""The built wheel, installed away from the checkout, serves everything it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

SERVE_ONE_PAGE = """
import sys
from pathlib import Path
from checkin import paths
from checkin.app import create_app
from checkin.settings import read_settings

app = create_app(read_settings({"CHECKIN_DATA": sys.argv[1]}, demo=True))
client = app.test_client()
page = client.get("/tablet/enrol")
assert page.status_code == 200, page.status_code
for address in ("/static/person.css", "/credits"):
    with client.get(address) as answer:
        assert answer.status_code == 200, address
assert app.installation.flows.now.flows.keys() >= {"group_day", "what_matters"}
print(paths.FLOWS)
"""


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


@pytest.mark.timeout(180)
def test_an_installed_copy_has_its_flows_pictures_pages_and_styles(tmp_path):
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path, CHECKOUT)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", site, wheel)

    shown = run(
        sys.executable,
        "-c",
        SERVE_ONE_PAGE,
        tmp_path / "data",
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(site)},
    )

    assert str(site) in shown.stdout
