"""Two things at the same instant: one comes first, and the other sees that it did."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from sqlalchemy import select
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from checkin import clock
from checkin.actions.close_alert import close_alert
from checkin.actions.enrol_device import MOST_TRIES, TooManyTriesError, enrol
from checkin.actions.hear_text import hear_text
from checkin.actions.note_receipt import note_receipt
from checkin.actions.notice_silence import notice_silence
from checkin.actions.raise_alert import raise_alert
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Outgoing
from checkin.actions.start_check_in import begin_once
from checkin.actions.take_alert import Taken, take_alert
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.actions.try_to_sign_in import MOST_FOR_ACCOUNT
from checkin.agreements.reached import Reached
from checkin.door.password import try_password
from checkin.lives.new_message import ContactPoint, NewMessage
from checkin.storage import agreements, messages, people
from checkin.storage.tables import AlertRow, AlertStepRow, CheckInRow, MessageRow, TryRow, db
from tests.conftest import PASSWORD, World, london
from tests.faults.silences import close_alerts, put_silent
from tests.journeys.doors import Desk

ROUNDS = 25  # with two databases and two or three hands each
SOME = 3
TEN = london("2026-10-20 10:20")
MILLISECOND = timedelta(milliseconds=1)
DEV = "+447700900001"


def at_once(world: World, *doings: Callable[[], object]) -> list[object]:
    """Do several things at the same instant, each in a thread of its own; return what each gave."""
    together = threading.Barrier(len(doings))

    def do(doing: Callable[[], object]) -> object:
        with world.app.app_context():
            together.wait(10)
            return doing()

    with ThreadPoolExecutor(len(doings)) as hands:
        return list(hands.map(do, doings))


def _fresh(world: World, name: str, deadline: datetime = TEN) -> str:
    with world.app.app_context():
        close_alerts()
        return put_silent(1, deadline, name=name)[0]


def _noticed(world: World, name: str) -> str:
    _fresh(world, name)
    with world.app.app_context():
        notice_silence(TEN + timedelta(seconds=1))
        return db.session.scalars(select(AlertRow.id).where(AlertRow.state == "open")).one()


def test_a_reply_and_the_look_for_silence_never_both_win_and_never_both_lose(world: World) -> None:
    for number in range(ROUNDS):
        _reply_and_look(world, number)


def _reply_and_look(world: World, number: int) -> None:
    deadline = TEN + number * timedelta(hours=5)
    last = deadline + timedelta(seconds=1) - MILLISECOND
    check_in_id = _fresh(world, f"race {number}", deadline)
    received = last if number % 2 else last + MILLISECOND

    at_once(
        world,
        lambda: hear_text(f"SM{number}", DEV, "OK", received),
        lambda: notice_silence(last + 2 * MILLISECOND),
    )

    with world.app.app_context():
        notice_silence(last + 2 * MILLISECOND)
        row = db.session.get_one(CheckInRow, check_in_id)
        raised = db.session.scalars(
            select(AlertRow).where(AlertRow.check_in_id == check_in_id)
        ).all()
        missed_late = row.state == "missed" and row.answered_late_at == received
        assert row.state == "answered" or missed_late
        assert len(raised) == (1 if missed_late else 0)


def test_when_staff_take_an_alert_as_it_goes_to_the_next_one_just_one_of_them_has_it(
    world: World,
) -> None:
    for number in range(ROUNDS):
        _take_and_tell(world, number)


def _take_and_tell(world: World, number: int) -> None:
    later = TEN + timedelta(minutes=6)
    alert_id = _noticed(world, f"taken {number}")

    marcus, lena, _ = at_once(
        world,
        lambda: take_alert(alert_id, world.cast.marcus, later),
        lambda: take_alert(alert_id, world.cast.lena, later),
        lambda: tell_next_contact(later),
    )

    with world.app.app_context():
        alert = db.session.get_one(AlertRow, alert_id)
        kinds = db.session.scalars(
            select(AlertStepRow.kind)
            .where(AlertStepRow.alert_id == alert_id)
            .order_by(AlertStepRow.number)
        ).all()
        waiting = db.session.scalars(
            select(MessageRow.state).where(
                MessageRow.alert_id == alert_id, MessageRow.to_person.is_(False)
            )
        ).all()
        assert [isinstance(marcus, Taken), isinstance(lena, Taken)].count(True) == 1
        assert alert.state == "claimed"
        assert kinds.count("taken") == 1
        assert "telling" not in kinds[kinds.index("taken") :]
        assert set(waiting) == {"cancelled"}


def test_a_call_for_help_as_the_one_before_is_closed_is_never_lost(world: World) -> None:
    for number in range(ROUNDS):
        _close_and_call(world, number)


def _close_and_call(world: World, number: int) -> None:
    with world.app.app_context():
        close_alerts()
        dev = people.the_person(world.cast.dev)
        raise_alert(dev, _help(f"first {number}"), TEN)
        first = db.session.scalars(select(AlertRow.id).where(AlertRow.state == "open")).one()
        take_alert(first, world.cast.marcus, TEN)

    at_once(
        world,
        lambda: close_alert(first, world.cast.marcus, "all well", "", TEN),
        lambda: raise_alert(people.the_person(world.cast.dev), _help(f"again {number}"), TEN),
    )

    with world.app.app_context():
        words = db.session.scalars(
            select(AlertStepRow.kind)
            .where(AlertStepRow.alert_id == first)
            .order_by(AlertStepRow.number)
        ).all()
        own = db.session.scalar(select(AlertRow).where(AlertRow.key == f"again {number}"))
        assert (own is not None) != ("again" in words)
        if own is None:
            assert words.index("again") < words.index("closed")


def test_a_receipt_that_comes_as_we_write_down_that_it_went_is_applied(world: World) -> None:
    for number in range(ROUNDS):
        _send_and_receipt(world, number)


def _send_and_receipt(world: World, number: int) -> None:
    _noticed(world, f"receipt {number}")
    with world.app.app_context():
        while send_messages({"text": lambda one: one.key[-64:]}, TEN, 50):
            pass
        db.session.query(MessageRow).delete()
        messages.put([_a_text(world, number)])
        db.session.commit()
    gone = threading.Event()

    def send(_: Outgoing) -> str:
        gone.set()
        return f"SM{number}"

    def receipt() -> None:
        gone.wait(10)
        note_receipt(f"SM{number}", "delivered", None, TEN)

    at_once(world, lambda: send_messages({"text": send}, TEN), receipt)

    with world.app.app_context():
        message = db.session.scalars(select(MessageRow)).one()
        assert message.state == "delivered"


def _help(key: str) -> Reached:
    return Reached("help_or_not_ok", "now", key, "help:dev", "Dev asked for help.")


def _a_text(world: World, number: int) -> NewMessage:
    return NewMessage(
        key=f"a text {number}",
        to=ContactPoint("text", DEV),
        to_person=True,
        person_id=world.cast.dev,
        about="thanks",
        body="Thanks Dev.",
        urgency=2,
        made_at=TEN,
    )


def test_two_who_change_one_setting_at_once_never_both_win(world: World) -> None:
    desks = Desk(world, "priya"), Desk(world, "marcus")
    address = f"/staff/people/{world.cast.ana}/how-asked"
    for number in range(SOME):
        for desk in desks:
            desk.open(address)
        with world.app.app_context():
            now = people.the_person(world.cast.ana).per_page
        first, second, *_ = (f"{one}" for one in (1, 2, 3, 4) if one != now)

        assert sorted(_pressed_at_once(desks, (first, second))) == [302, 400], number


def _pressed_at_once(desks: Sequence[Desk], per_page: Sequence[str]) -> list[int]:
    together = threading.Barrier(len(desks))

    def press(desk: Desk, number: str) -> int:
        (form,) = (one for one in desk.page.forms.values() if one.action.endswith("/how-asked"))
        fields = MultiDict(form.fields)
        fields["per_page"] = number
        together.wait(60)
        return desk.client.post(form.action, data=fields).status_code

    with ThreadPoolExecutor(len(desks)) as hands:
        return list(hands.map(press, desks, per_page))


def test_of_two_who_keep_one_agreement_at_once_one_is_told_of_the_other(world: World) -> None:
    answers = _keep_at_once(world, "Texts on group days", "Fewer texts")

    assert sorted(one.status_code for one in answers) == [302, 400]
    assert sum("Someone else changed this agreement" in one.text for one in answers) == 1


def test_keep_pressed_twice_at_once_keeps_one_version(world: World) -> None:
    answers = _keep_at_once(world, "Fewer texts", "Fewer texts")

    assert sum("This is kept already." in one.text for one in answers) == 1


def _keep_at_once(world: World, *titles: str) -> list[TestResponse]:
    """Keep Dev's texts under these names, Jo and Priya at the same instant; one version is new."""
    jo, priya = Desk(world, "jo"), Desk(world, "priya")
    with world.app.app_context():
        agreed = agreements.agreements_of(world.cast.dev, clock.now())
        texts = next(one.id for one in agreed if one.agreement.channel == "text")
    together = threading.Barrier(len(titles))

    def keep(desk: Desk, title: str) -> TestResponse:
        desk.open(f"/staff/agreements/{texts}/change")
        (form,) = (one for one in desk.page.forms.values() if "newest" in one.fields)
        fields = MultiDict(form.fields)
        fields["title"], fields["view_of_person"], fields["do"] = title, "agrees", "keep"
        together.wait(60)
        return desk.client.post(desk.at, data=fields)

    with ThreadPoolExecutor(len(titles)) as hands:
        answers = list(hands.map(keep, (jo, priya), titles))
    with world.app.app_context():
        assert len(agreements.versions_of(texts)) == 2
    return answers


def test_tell_someone_tapped_four_times_at_once_begins_one(world: World) -> None:
    def tap() -> str:
        return begin_once(world.cast.ana, "tell_someone", clock.now()).id

    begun = set(at_once(world, *[tap] * 4))

    with world.app.app_context():
        asked = select(CheckInRow.id).where(CheckInRow.asks == "tell_someone")
        assert set(db.session.scalars(asked)) == begun
    assert len(begun) == 1


def test_no_more_codes_are_tried_at_once_than_one_after_the_other(world: World) -> None:
    def tried() -> bool:
        try:
            enrol("000000", TEN, door="lounge")
        except TooManyTriesError:
            return False
        return True

    taken = at_once(world, *[tried] * (MOST_TRIES + 5))

    assert sum(map(bool, taken)) == MOST_TRIES


def test_passwords_tried_at_once_are_counted_as_if_one_after_another(world: World) -> None:
    clock.stop_at(TEN)
    marcus, tried = "marcus@willow-court.example", MOST_FOR_ACCOUNT + 4

    def wrong() -> int:
        with world.app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}):
            return try_password(marcus, "a guess", clock.now()).status

    answers = at_once(world, *[wrong] * tried)

    assert sorted(answers) == [401] * MOST_FOR_ACCOUNT + [429] * 4


def test_the_right_password_given_often_at_once_counts_as_no_wrong_try(world: World) -> None:
    clock.stop_at(TEN)

    def right() -> int:
        with world.app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}):
            return try_password("marcus@willow-court.example", PASSWORD, clock.now()).status

    for _ in range(4):
        assert at_once(world, *[right] * 3) == [200] * 3
    with world.app.app_context():
        assert db.session.scalars(select(TryRow)).all() == []
