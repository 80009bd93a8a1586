"""The flows that ship can all be loaded."""

import pytest

from checkin.conversation.flows.loading import load
from tests.unit.flows.shipped import FLOW_FILES, LIBRARY


@pytest.mark.parametrize("path", FLOW_FILES, ids=lambda path: path.stem)
def test_every_flow_that_ships_has_no_error(path):
    loaded = load(path.read_bytes(), path.name, LIBRARY)

    assert loaded.flow is not None, [fault.as_text() for fault in loaded.faults]
    assert loaded.flow.flow == path.stem
