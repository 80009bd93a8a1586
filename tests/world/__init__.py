"""A small world, lived in any order on each database."""

import pytest

pytest.register_assert_rewrite("tests.world.small_world")  # what it asserts is told in full
