"""Words of a person that read from right to left do not turn the sentence they stand in."""

import pytest

from checkin import clock
from checkin.actions.close_alert import log_step
from checkin.staff.isolated import isolated
from tests.conftest import World
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_asks_for_the_cafe, dev_texts, the_alert

PLEASE, HURRY = "help من فضلك", "שלום מהר"
NOTE = "הוא בדרך"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f'Dev: "{PLEASE}"', f'<bdi>Dev: "<bdi>{PLEASE}</bdi>"</bdi>'),
        (f"Done. “{HURRY}” still", f"<bdi>Done. “<bdi>{HURRY}</bdi>” still</bdi>"),
        (NOTE, f"<bdi>{NOTE}</bdi>"),
        ('one " alone', '<bdi>one " alone</bdi>'),
        ('Dev: "<b>"', '<bdi>Dev: "<bdi>&lt;b&gt;</bdi>"</bdi>'),
    ],
)
def test_what_a_person_said_is_set_apart_from_what_we_say(line: str, shown: str) -> None:
    assert str(isolated(line)).replace("&#34;", '"') == shown


def test_on_the_page_of_an_alert_each_word_of_dev_is_set_apart(world: World, marcus: Desk) -> None:
    dev_texts(world, "2026-10-22 09:02", PLEASE)
    dev_texts(world, "2026-10-22 09:03", HURRY)
    alert = the_alert(world, "help_or_not_ok")
    marcus.press(f"/staff/alerts/{alert.id}/take")
    with world.app.app_context():
        log_step(alert.id, world.cast.marcus, "note", NOTE, clock.now())

    page = marcus.see(f"/staff/alerts/{alert.id}")
    happened = page[page.index("What happened") : page.index("What to do")]
    log = page[page.index('id="log"') :]

    for words in (PLEASE, HURRY):
        assert f"<bdi>{words}</bdi>" in happened
        assert f"<bdi>{words}</bdi>" in marcus.see("/staff/")
    assert f"<bdi>{NOTE}</bdi>" in log
    assert f"Texted: &#34;<bdi>{HURRY}</bdi>&#34;" in log


def test_what_was_decided_is_set_apart(world: World, priya: Desk) -> None:
    loop_id = dev_asks_for_the_cafe(world)
    priya.press(f"/staff/loops/{loop_id}/decide", decision="do", we_did=HURRY, seen="0")

    page = priya.see(f"/staff/people/{world.cast.dev}/said")

    assert f"We will:</b> <bdi>{HURRY}</bdi>" in page
