"""The pictures that come with Checkin, read once."""

import pytest

from checkin import paths
from checkin.pictures.symbols import Symbols, load_symbols


@pytest.fixture(scope="session")
def symbols() -> Symbols:
    return load_symbols(paths.SYMBOLS)
