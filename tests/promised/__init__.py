"""Every sentence of a screen or a text that names somebody, a time or a deed, and what then happens."""

import pytest

pytest.register_assert_rewrite("tests.promised.claims")  # what it finds is told in full
