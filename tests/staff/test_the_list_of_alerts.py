"""Marcus looks at the list: what is pressing, who has it, and who is told next."""

import re
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

from sqlalchemy import delete

from checkin import clock
from checkin.conversation.flows.faults import Fault
from checkin.staff.alert_lines import person_by_person
from checkin.steady import Steady
from checkin.storage import beats, provider_away
from checkin.storage.tables import BeatRow, db
from tests.conftest import World
from tests.staff.conftest import Desk
from tests.staff.happenings import dev_does_not_arrive, dev_texts, the_alert


def test_marcus_sees_what_happened_and_who_is_told_next(world: World, marcus: Desk) -> None:
    dev_does_not_arrive(world)

    page = marcus.see("/staff/")

    assert "Dev did not answer: arrive, due 10:00." in page
    assert "SOON" in page
    assert "Act in minutes" in page
    assert "Nobody has it yet." in page
    assert re.search(r"Marcus is told again at 10:2\d\.", page)


def test_marcus_takes_it_in_one_press_from_the_list(world: World, marcus: Desk, lena: Desk) -> None:
    alert_id = dev_does_not_arrive(world)
    assert f'form="act" formaction="/staff/alerts/{alert_id}/take"' in marcus.see("/staff/")

    marcus.press(f"/staff/alerts/{alert_id}/take")

    assert "You have it since 10:20." in marcus.see("/staff/")
    assert "Marcus has it since 10:20." in lena.see("/staff/")
    assert f'formaction="/staff/alerts/{alert_id}/take"' not in lena.see("/staff/")


def test_what_is_to_be_done_stands_apart_from_alerts(world: World, priya: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "hi can i go cafe sat after")

    alerts, tasks = priya.see("/staff/").split('id="h-tasks"')

    assert "No alert is on your list." in alerts
    assert "hi can i go cafe sat after" in tasks


def test_the_list_is_sent_again_only_when_it_changed(world: World, marcus: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "hi")
    first = marcus.open("/staff/alerts-now")
    tag = first.headers["ETag"]

    same = marcus.client.get("/staff/alerts-now", headers={"If-None-Match": tag})
    dev_texts(world, "2026-10-22 08:21", "where are you")
    other = marcus.client.get("/staff/alerts-now", headers={"If-None-Match": tag})

    assert same.status_code == 304
    assert other.status_code == 200


def test_looking_by_itself_does_not_keep_marcus_signed_in(world: World, marcus: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "HELP")
    marcus.carry_on()
    for _ in range(4):
        clock.push_forward(timedelta(minutes=4))
        marcus.client.get("/staff/alerts-now")

    alone = marcus.client.get("/staff/alerts-now").text

    assert "1 alert is on your list." in alone
    assert "NOW" in alone
    assert "Dev" not in alone
    assert marcus.client.get("/staff/people").status_code == 401


def test_a_red_bar_says_since_when_nobody_looked_for_silence(world: World, marcus: Desk) -> None:
    with world.app.app_context():
        db.session.execute(delete(BeatRow))
        beats.beat("a worker", clock.now())
        db.session.commit()
    assert "has not looked" not in marcus.see("/staff/")

    clock.push_forward(timedelta(seconds=61))

    page = marcus.see("/staff/alerts-now")
    assert "Checkin has not looked for silence since 08:00. Ring people yourself." in page
    assert 'class="trouble red"' in page


def test_a_broken_flow_file_is_shown_with_its_line(world: World, marcus: Desk) -> None:
    flows = world.app.installation.flows
    fault = Fault("flows/group_day.yaml", 14, 3, "F101", "There is no step 'pian'.")
    flows.put(replace(flows.now, faults=(fault,)))

    page = marcus.see("/staff/")

    assert "A flow file is broken." in page
    assert "flows/group_day.yaml:14:3" in page


def test_the_secret_word_is_in_no_list(world: World, jo: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "can u get pineapple for tea")

    for page in ("/staff/", "/staff/alerts-now", "/staff/people", "/staff/handover"):
        assert "pineapple" not in jo.see(page)
    assert "Dev: agreed word used." in jo.see("/staff/")


def test_words_that_look_like_a_page_stay_words(world: World, priya: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "<script>alert(1)</script><b>hi")

    for page in ("", f"people/{world.cast.dev}", f"people/{world.cast.dev}/said"):
        words = priya.see(f"/staff/{page}")
        assert "<script>alert" not in words
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in words


def test_the_list_begins_with_how_many_there_are_and_whom_nobody_has(
    world: World, marcus: Desk
) -> None:
    missed = dev_does_not_arrive(world)
    dev_texts(world, "2026-10-22 10:31", "HELP")

    page = marcus.see("/staff/")

    many = int(re.search(r"(\d+) alerts", page)[1])
    assert many == page.partition('class="tasks"')[0].count('class="alert-row')
    assert "Nobody has them." in page
    marcus.press(f"/staff/alerts/{missed}/take")
    assert f"Nobody has {many - 1} of them." in marcus.see("/staff/")


def test_of_one_alert_it_says_whether_anybody_has_it(world: World, marcus: Desk) -> None:
    dev_texts(world, "2026-10-19 10:31", "HELP")
    assert "1 alert. Nobody has it." in marcus.see("/staff/")


def test_whoever_has_it_reads_that_they_do(world: World, marcus: Desk, lena: Desk) -> None:
    dev_texts(world, "2026-10-19 10:31", "HELP")
    marcus.press(f"/staff/alerts/{the_alert(world, 'help_or_not_ok').id}/take")

    assert "1 alert. You have it." in marcus.see("/staff/")
    assert "1 alert. Somebody has it." in lena.see("/staff/")


def test_what_is_as_pressing_about_one_person_stands_together():
    waits = [("now", "dev"), ("now", "ana"), ("now", "dev"), ("soon", "ana"), ("soon", "dev")]
    lines = [
        SimpleNamespace(alert=SimpleNamespace(level=level), person=SimpleNamespace(id=who))
        for level, who in waits
    ]

    together = [(one.alert.level, one.person.id) for one in person_by_person(lines)]

    assert together == [
        ("now", "dev"),
        ("now", "dev"),
        ("now", "ana"),
        ("soon", "ana"),
        ("soon", "dev"),
    ]


def test_since_when_the_phone_company_takes_nothing_is_said_after_a_minute(
    world: World, marcus: Desk
) -> None:
    with world.app.app_context():
        provider_away.took_nothing("text", clock.now())
        provider_away.took_nothing("text", clock.now() + timedelta(seconds=30))
        db.session.commit()
    assert "the phone company takes none" not in marcus.see("/staff/alerts-now")

    clock.push_forward(timedelta(seconds=61))

    page = marcus.see("/staff/alerts-now")
    assert "No text has gone out since 08:00: the phone company takes none." in page


def test_a_clock_that_jumped_is_said_above_every_page(marcus: Desk, monkeypatch) -> None:
    assert "jumped" not in marcus.see("/staff/people")
    agreed = clock._look()._replace(wall=clock._look().wall - timedelta(hours=1))

    monkeypatch.setattr(clock._Hands, "steady", Steady(agreed))

    assert "The clock of this machine jumped ahead by 60 minutes." in marcus.see("/staff/people")
