"""What the key of a message to staff says of it."""

import pytest

from checkin.lives.telling import Telling, is_for_a_call, key_of


@pytest.mark.parametrize(("way", "rings"), [("call", True), ("text", False)])
def test_a_message_that_was_made_to_ring_somebody_is_known_by_its_key(
    way: str, *, rings: bool
) -> None:
    assert is_for_a_call(key_of("0f" * 16, Telling(2, 1), "1e" * 16, way)) == rings
    assert not is_for_a_call(f"somebody:else:{way}")
