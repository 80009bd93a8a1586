"""What happens, happens the same on both databases."""

from tests.databases import on_both as pytest_generate_tests

__all__ = ["pytest_generate_tests"]
