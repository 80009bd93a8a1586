"""One small world for all roads."""

from collections.abc import Iterator

import pytest

from tests.promised.small import Small, lived_in


@pytest.fixture(scope="module")
def lived(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Small]:
    """The small world, once for a module."""
    with lived_in(request, "sqlite", tmp_path_factory.mktemp("small")) as small:
        yield small


@pytest.fixture
def small(lived: Small) -> Small:
    """The small world on Monday at three."""
    lived.begin_again()
    return lived
