"""What decides, keeps and works knows of no page: its address is the page's own business."""

import ast
import re
from pathlib import Path

import pytest

CHECKIN = Path(__file__).parents[2] / "checkin"
ROOMS = (
    "worker", "actions", "speech", "pictures", "storage", "for_whom", "lives", "agreements",
    "conversation", "phone_numbers",
)  # fmt: skip
ADDRESS = re.compile(
    r"^/[a-z]|https?://(?!json-schema\.org|www\.w3\.org)|/(staff|tablet|texts|calls|pictures)\b"
)


def addresses_in(code: str) -> list[str]:
    """Return the strings of some code that look like addresses of pages; docstrings may."""
    tree = ast.parse(code)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    strings = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]
    return [one for one in strings if ADDRESS.search(one)]


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_below_the_channels_writes_an_address(room: str) -> None:
    found = {
        str(path.relative_to(CHECKIN)): addresses
        for path in (CHECKIN / room).rglob("*.py")
        if (addresses := addresses_in(path.read_text()))
    }

    assert found == {}


def test_an_address_put_together_is_found() -> None:
    assert addresses_in('link = f"{host}/staff/alerts/{alert_id}"') == ["/staff/alerts/"]
    assert addresses_in('"""See /staff/alerts."""') == []
