"""One browser and one running app for all tests here; each test finds its rows as they were first."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from checkin import clock
from checkin.app import create_app
from checkin.example_people.people import put_example_people
from tests.browser.find_chromium import chromium
from tests.browser.tablet import SIZES, Hands, Lounge, hands_on
from tests.conftest import PASSWORD, settings_for
from tests.hurry import let_go
from tests.put_back import set_aside

NOON = datetime(2026, 10, 21, 12, tzinfo=ZoneInfo("Europe/London"))
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]

Take = Callable[..., Hands]


@pytest.fixture(scope="session")
def open_lounge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lounge]:
    """The app of Willow Court, running for all tests."""
    clock.stop_at(NOON)
    app = create_app(settings_for(Path(tmp_path_factory.mktemp("lounge"))))
    with app.app_context():
        cast = put_example_people(clock.now(), NOON.date(), PASSWORD)
    let_go(app)
    lounge = Lounge(app, cast, set_aside(app.installation.settings.database))
    lounge.open()
    yield lounge
    lounge.close()
    let_go(app)


@pytest.fixture
def lounge(open_lounge: Lounge) -> Lounge:
    """Willow Court as on its first day: nobody has called, answered or set anything."""
    open_lounge.begin_anew()
    return open_lounge


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; where there is none this fails and never skips."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """It is noon on a Wednesday, until a test says otherwise."""
    clock.stop_at(NOON)
    yield
    clock.stop_at(None)


@pytest.fixture
def take(lounge: Lounge, browser: Browser) -> Iterator[Take]:
    """Take a device: Dev's own phone unless another is named."""
    with ExitStack() as stack:

        def _take(size: tuple[int, int] = SIZES["wide"], token: str = "", **options: Any) -> Hands:
            held = hands_on(lounge, browser, size, token=token or lounge.cast.devs_phone, **options)
            return stack.enter_context(held)

        yield _take


@pytest.fixture(params=SIZES, ids=SIZES.keys())
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Each of three sizes of screen."""
    return SIZES[request.param]


@pytest.fixture
def dev(take: Take, size: tuple[int, int]) -> Hands:
    """Dev with a device of this size, his own."""
    return take(size)


@pytest.fixture
def ana(take: Take, lounge: Lounge, size: tuple[int, int]) -> Hands:
    """Ana at the tablet in the lounge: one tap, sound every time."""
    hands = take(size, lounge.cast.house_tablet)
    hands.sit_down("Ana")
    return hands


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """An empty page for bad HTML: a check that never fails checks nothing."""
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    yield context.new_page()
    context.close()
