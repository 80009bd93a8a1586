"""Marcus acts on an alert: he takes it, writes down what he did, and closes it."""

import re
from datetime import timedelta

from checkin import clock
from checkin.actions.call_for_help import call_for_help
from checkin.actions.change_agreement import change_agreement
from checkin.storage import agreements, alert_steps, alerts, people
from checkin.storage.transaction import kept_together
from tests.conftest import World, london
from tests.staff.conftest import Desk
from tests.staff.happenings import alert_now, check_in_of, dev_does_not_arrive, dev_texts, the_alert


def test_the_page_says_what_happened_what_was_agreed_and_what_comes_next(
    world: World, marcus: Desk
) -> None:
    page = marcus.see(f"/staff/alerts/{dev_does_not_arrive(world)}")

    assert "Last heard 09:16 OK." in page
    assert "Don&#39;t ring my mum first." in page
    assert "Remind after 10 minutes, act after 20." in page
    assert re.search(r'class="tried"><span class="tag done">Tried</span> Text Dev again\.', page)
    assert re.search(r'class="next"><span class="tag">Next</span> Ring Dev\.', page)
    assert 'href="tel:+447700900001"' in page
    assert "<small>07700 900001</small>" in page  # as Marcus would dial it


def test_only_whom_dev_allowed_can_be_rung_from_the_page(world: World, marcus: Desk) -> None:
    page = marcus.see(f"/staff/alerts/{dev_does_not_arrive(world)}")

    assert "tel:+447700900202" in page  # Sam at the art hall
    assert "tel:+447700900201" not in page  # Mum


def test_marcus_follows_the_ladder_and_closes(world: World, marcus: Desk) -> None:
    """D15 and D16: voicemail at 10:24, Sam at 10:27, closed at 10:28."""
    alert_id = dev_does_not_arrive(world)
    address = f"/staff/alerts/{alert_id}"
    clock.stop_at(london("2026-10-22 10:22"))
    marcus.press(f"{address}/take")
    clock.stop_at(london("2026-10-22 10:24"))
    marcus.press(f"{address}/step", kind="voicemail", words="Left a message")
    assert "Ring art: Sam is on the list." in _next_step(marcus.see(address))
    clock.stop_at(london("2026-10-22 10:28"))
    marcus.press(f"{address}/step", kind="reached_other", words="Sam at the hall", at="10:27")
    marcus.press(
        f"{address}/close",
        outcome="Phone was off or flat",
        words="Dev is at art",
        confirmed_by="Sam",
        confirmed_how="by phone",
        known_at="10:27",
        needed="needed",
    )

    alert = alert_now(world, alert_id)
    arrive = check_in_of(world, world.cast.dev, "2026-10-22T10:00", "arrive")
    assert (alert.state, alert.outcome) == ("closed", "Phone was off or flat")
    assert alert.known_at == london("2026-10-22 10:27")
    assert arrive.state == "missed"
    assert (arrive.confirmed_by, arrive.confirmed_how) == ("Sam", "by phone")
    assert arrive.confirmed_at == london("2026-10-22 10:27")
    page = marcus.see(address)
    assert "At 10:27: Sam at the hall" in page
    assert "Sam told us by phone at 10:27. Not their own answer." in page
    assert alert_id not in marcus.see("/staff/")


def test_who_said_how_ana_is_stays_on_an_alert_without_a_check_in(
    world: World, priya: Desk
) -> None:
    clock.stop_at(london("2026-10-22 06:20"))
    with world.app.app_context():
        call_for_help(world.cast.ana, clock.now())
    address = f"/staff/alerts/{the_alert(world, 'help_or_not_ok').id}"
    clock.stop_at(london("2026-10-22 06:30"))
    priya.press(f"{address}/take")

    priya.press(
        f"{address}/close",
        outcome="Someone with them told us",
        confirmed_by="Sam",
        confirmed_how="by phone",
        known_at="06:28",
    )

    assert "How we know: Sam, by phone, 06:28." in priya.see(address)


def test_no_page_says_ok_or_safe_of_a_person(world: World, marcus: Desk) -> None:
    dev_texts(world, "2026-10-22 09:17", "OK")

    page = marcus.see(f"/staff/people/{world.cast.dev}")

    assert "Answered at 09:17 by text." in page
    assert not re.search(r"\bsafe\b", page, re.IGNORECASE)


def test_whoever_comes_second_sees_who_was_first(world: World, marcus: Desk, lena: Desk) -> None:
    address = f"/staff/alerts/{dev_does_not_arrive(world)}"
    marcus.press(f"{address}/take")

    second = lena.press(f"{address}/take")

    assert "Marcus has this one already" in second.text
    assert "Since 10:20." in second.text


def test_only_who_has_it_can_log_or_close(world: World, marcus: Desk, lena: Desk) -> None:
    alert_id = dev_does_not_arrive(world)
    marcus.press(f"/staff/alerts/{alert_id}/take")

    step = lena.press(f"/staff/alerts/{alert_id}/step", kind="rang", words="")
    close = lena.press(f"/staff/alerts/{alert_id}/close", outcome="Done")

    assert (step.status_code, close.status_code) == (409, 409)
    assert "Marcus has it since 10:20." in close.text
    assert alert_now(world, alert_id).state == "claimed"


def test_an_alert_is_not_closed_without_an_outcome(world: World, marcus: Desk) -> None:
    alert_id = dev_does_not_arrive(world)
    marcus.press(f"/staff/alerts/{alert_id}/take")

    answer = marcus.press(
        f"/staff/alerts/{alert_id}/close", outcome="", words="He is at art", known_at=""
    )

    assert answer.status_code == 400
    assert "Pick how it ended, then close it." in answer.text
    assert "He is at art" in answer.text
    assert alert_now(world, alert_id).state == "claimed"


def test_the_words_of_a_secret_are_for_cover_and_managers_alone(
    world: World, marcus: Desk, lena: Desk, jo: Desk, priya: Desk
) -> None:
    """D23: Marcus and Lena are on cover, Jo is the manager; Priya is his keyworker."""
    dev_texts(world, "2026-10-22 08:20", "can u get pineapple for tea")
    pages = [
        f"/staff/alerts/{the_alert(world, 'agreed_word').id}",
        f"/staff/people/{world.cast.dev}",
        f"/staff/people/{world.cast.dev}/texts",
    ]

    for desk in (marcus, lena, jo):
        assert all("can u get pineapple for tea" in desk.see(page) for page in pages)
    for page in pages:
        assert "pineapple" not in priya.see(page)
        assert "Agreed word used." in priya.see(page)


def test_the_agreed_first_words_stand_on_the_page(world: World, marcus: Desk) -> None:
    dev_texts(world, "2026-10-22 08:20", "can u get pineapple for tea")

    page = marcus.see(f"/staff/alerts/{the_alert(world, 'agreed_word').id}")

    assert "Ring Dev and chat first." in page
    assert "Hi Dev. How was art?" in page
    assert "<bdi>The library</bdi>, <bdi>Oak Lane Cafe</bdi>" in page


def test_it_is_written_down_when_someone_was_with_dev(world: World, marcus: Desk) -> None:
    """D24: Lena was with him at 08:30; written down and closed a little later."""
    dev_texts(world, "2026-10-22 08:20", "can u get pineapple for tea")
    alert_id = the_alert(world, "agreed_word").id
    marcus.press(f"/staff/alerts/{alert_id}/take")
    clock.stop_at(london("2026-10-22 08:35"))

    marcus.press(f"/staff/alerts/{alert_id}/step", kind="with_them", words="Lena", at="08:30")
    marcus.press(
        f"/staff/alerts/{alert_id}/close",
        outcome="Safeguarding: referral made",
        words="Reference 1234. He was followed.",
        known_at="08:30",
    )

    alert = alert_now(world, alert_id)
    assert alert.known_at == london("2026-10-22 08:30")
    with world.app.app_context():
        steps = alert_steps.steps_of(alert_id)
        dev = people.the_person(world.cast.dev)
    assert "Reference 1234. He was followed." in steps[-1].words
    assert dev.texts_paused_at is None


def test_who_is_with_dev_need_not_be_asked(world: World, lena: Desk) -> None:
    """D25: back home with Lena before 16:00; nothing is asked then."""
    dev_texts(world, "2026-10-22 09:16", "OK")
    dev_texts(world, "2026-10-22 10:01", "OK")
    world.go_to("2026-10-22 15:10")
    home = check_in_of(world, world.cast.dev, "2026-10-22T16:00", "home")

    lena.press(f"/staff/check-ins/{home.id}/with-staff")
    world.go_to("2026-10-22 16:30")

    assert check_in_of(world, world.cast.dev, "2026-10-22T16:00", "home").state == "with_staff"
    assert "With staff: Lena, at 15:10." in lena.see(f"/staff/people/{world.cast.dev}")
    assert not [text for text in world.texts("+447700900001") if "home" in text]


WITH_YOU = "Lena says they are with you. We do not ask now. Not so? Text HELP."


def test_dev_is_texted_that_somebody_says_they_are_with_him(world: World, lena: Desk) -> None:
    world.go_to("2026-10-22 15:10")
    home = check_in_of(world, world.cast.dev, "2026-10-22T16:00", "home")

    lena.press(f"/staff/check-ins/{home.id}/with-staff")
    lena.press(f"/staff/check-ins/{home.id}/with-staff")
    world.settle()

    assert world.texts("+447700900001").count(WITH_YOU) == 1


def test_nobody_is_with_dev_for_what_is_due_in_hours(world: World, lena: Desk) -> None:
    world.go_to("2026-10-22 08:30")
    points = {"leave": "09:15", "arrive": "10:00", "home": "16:00"}
    rows = {
        key: check_in_of(world, world.cast.dev, f"2026-10-22T{at}", key)
        for key, at in points.items()
    }

    page = lena.see(f"/staff/people/{world.cast.dev}")
    assert f"{rows['leave'].id}/with-staff" in page
    assert f"{rows['home'].id}/with-staff" not in page
    assert "Are you with Dev then? Say so from 15:00." in page
    answer = lena.press(f"/staff/check-ins/{rows['home'].id}/with-staff")
    assert "This is not due within the hour." in answer.text
    world.settle()

    assert check_in_of(world, world.cast.dev, "2026-10-22T16:00", "home").state == "planned"
    assert WITH_YOU not in world.texts("+447700900001")


def test_messages_say_delivered_and_never_seen(world: World, marcus: Desk) -> None:
    alert_id = dev_does_not_arrive(world)
    world.go_to(clock.now() + timedelta(seconds=10))

    page = marcus.see(f"/staff/alerts/{alert_id}")

    assert "Text to Marcus" in page
    assert "not reported delivered" in page


def test_an_alert_shows_the_agreement_that_speaks_about_it(world: World, marcus: Desk) -> None:
    """Dev has two agreements; the one with the secret word says whom staff may ring."""
    dev_texts(world, "2026-10-22 08:20", "can u get pineapple for tea")

    page = marcus.see(f"/staff/alerts/{the_alert(world, 'agreed_word').id}")

    assert "Texts on group days, version 1" in page
    assert "tel:+447700900202" in page


def alert_of_the_checklist(world: World) -> str:
    """Return an alert that comes from Dev's checklist, which names nobody to ring."""
    alert_id = dev_does_not_arrive(world)
    with world.app.app_context(), kept_together():
        (checklist,) = [
            one
            for one in agreements.agreements_of(world.cast.dev, clock.now())
            if one.agreement.key == "dev-getting-ready"
        ]
        alerts.the_alert(alert_id).agreement_version_id = checklist.version_id
    return alert_id


def test_an_alert_shows_whom_dev_named_in_any_agreement_that_is_in_force(
    world: World, marcus: Desk
) -> None:
    page = marcus.see(f"/staff/alerts/{alert_of_the_checklist(world)}")

    assert "tel:+447700900202" in page  # Sam at the art hall
    assert "Nobody else is rung without asking Dev." in page
    assert "named nobody else to ring" not in page


def test_whom_dev_took_off_since_cannot_be_rung_from_an_older_alert(
    world: World, marcus: Desk
) -> None:
    alert_id = dev_does_not_arrive(world)
    with world.app.app_context():
        agreed = alerts.the_alert(alert_id).agreement_version_id or ""
        without = agreements.version(agreed).agreement.model_copy(update={"contact_ok": ()})
        assert change_agreement(without, world.cast.priya, clock.now()) == ()

    page = marcus.see(f"/staff/alerts/{alert_id}")

    assert "tel:+447700900202" not in page
    assert "Dev named nobody else to ring." in page


def _next_step(page: str) -> str:
    found = re.search(r'<li class="next">.*?</li>', page)
    return found[0] if found else ""
