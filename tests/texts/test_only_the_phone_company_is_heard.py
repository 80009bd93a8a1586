"""A text counts only when our own phone company signed it, and only once."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from checkin.app import CheckinApp
from checkin.storage import people
from checkin.storage.tables import HeardRow, HouseRow, MessageRow, PersonRow, ReceiptRow, db
from checkin.storage.transaction import kept_together
from tests.texts.conftest import DEV, OURS

TOKEN = "a token of the tests alone"
ACCOUNT = "AC" + "0" * 32
AT = "http://localhost"
SID = "SM" + "a" * 32
OK = {
    "MessageSid": SID,
    "AccountSid": ACCOUNT,
    "From": DEV,
    "To": OURS,
    "Body": "OK",
    "NumMedia": "0",
}
Pairs = list[tuple[str, str]]
BOUNDED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


@pytest.fixture(autouse=True)
def dev_is_known(app: Flask) -> None:
    """Dev's number is known; nothing is agreed."""
    with app.app_context(), kept_together():
        people.put(HouseRow(id="willow", name="Willow Court"))
        people.put(PersonRow(house_id="willow", name="Dev Rahman", called="Dev", phone=DEV))


def signature(form: dict[str, object], path: str = "/texts/in", token: str = TOKEN) -> str:
    return str(RequestValidator(token).compute_signature(AT + path, form))


def post(
    app: Flask, form: dict[str, str] | Pairs, signed: str | None, path: str = "/texts/in"
) -> TestResponse:
    headers = {} if signed is None else {"X-Twilio-Signature": signed}
    return app.test_client().post(
        path,
        data=urlencode(form),
        content_type="application/x-www-form-urlencoded",
        headers=headers,
    )


def send(app: Flask, path: str = "/texts/in", **changes: str) -> TestResponse:
    """Post a text as our phone company does, signed."""
    form = {**OK, **changes}
    return post(app, form, signature(form, path), path)


def heard(app: Flask) -> list[HeardRow]:
    with app.app_context():
        return list(db.session.scalars(select(HeardRow)))


def test_a_signed_text_from_dev_is_kept_exactly(app: Flask):
    answer = send(app, Body="OK  but the bus was horrid \U0001f621")

    assert (answer.status_code, answer.data) == (200, b"<Response/>")
    assert answer.mimetype == "text/xml"
    (row,) = heard(app)
    assert (row.provider_id, row.number) == (SID, DEV)
    assert row.words == "OK  but the bus was horrid \U0001f621"
    assert row.person_id is not None


@pytest.mark.parametrize("sender", ["60066", "+60066", "Amazon", "My Bank & Co"])
def test_a_text_from_no_phone_at_all_is_kept_as_from_nobody(app: Flask, sender):
    answer = send(app, From=sender, Body="Your parcel comes today")

    assert answer.status_code == 200
    (row,) = heard(app)
    assert (row.number, row.person_id, row.staff_id) == (sender, None, None)
    assert row.words == "Your parcel comes today"


@BOUNDED
@given(st.data())
def test_one_changed_byte_anywhere_and_nothing_is_heard(app: Flask, data):
    form, signed = dict(OK), signature(OK)
    where = data.draw(st.sampled_from([*form, "signature"]))
    old = signed if where == "signature" else form[where]
    place = data.draw(st.integers(0, len(old) - 1))
    letter = data.draw(st.characters(codec="ascii", exclude_categories=["Cc"]))
    new = old[:place] + letter + old[place + 1 :]
    if new == old:
        return

    if where == "signature":
        answer = post(app, form, new)
    else:
        answer = post(app, {**form, where: new}, signed)

    assert answer.status_code == 403
    assert heard(app) == []


def test_no_signature_or_a_false_one_is_refused_and_nothing_breaks(app: Flask):
    for signed in (None, "", "x", "ü" * 28, signature(OK, token="another token")):
        for path in ("/texts/in", "/texts/status", "/calls/status"):
            assert post(app, OK, signed, path).status_code == 403
    assert heard(app) == []


def test_a_signature_for_another_door_does_not_open_this_one(app: Flask):
    answer = post(app, OK, signature(OK, "/texts/status"))

    assert answer.status_code == 403


def test_the_address_that_counts_is_ours_and_not_what_the_caller_writes(app: Flask):
    answer = app.test_client().post(
        "/texts/in",
        data=OK,
        headers={
            "Host": "evil.example",
            "X-Forwarded-Host": "evil.example",
            "X-Twilio-Signature": signature(OK),
        },
    )

    assert answer.status_code == 200


def test_a_signed_text_that_is_not_for_us_or_has_no_shape_is_refused(app: Flask):
    for changes in (
        {"AccountSid": "AC" + "1" * 32},
        {"To": "+447700900999"},
        {"MessageSid": "SM1"},
        {"MessageSid": ""},
        {"From": ""},
        {"From": "+" * 21},
        {"From": "+4477\n00"},
    ):
        assert send(app, **changes).status_code == 403
    assert heard(app) == []


@BOUNDED
@given(st.sampled_from([*OK, "FromCity", "OptOutType"]), st.booleans())
def test_a_name_that_comes_twice_is_refused_though_the_signature_holds(app: Flask, name, different):
    first = OK.get(name, "x")
    pairs = [*OK.items(), (name, first), (name, first + "2" if different else first)]
    both: dict[str, list[str]] = {}
    for key, value in pairs:
        both.setdefault(key, []).append(value)
    # What the phone company would sign for these: each value once, in order.
    text = AT + "/texts/in"
    for key in sorted(both):
        text += "".join(key + value for value in sorted(set(both[key])))
    signed = RequestValidator(TOKEN).compute_signature(text, {})

    answer = post(app, pairs, signed)

    assert answer.status_code == 403
    assert heard(app) == []


def test_a_value_that_slid_into_another_name_is_refused(app: Flask):
    """From=+44..1 and From=+44..2 sign as one long value would: Dev's mate cannot be Dev."""
    form = {**OK, "Body": "STOP", "From": f"{DEV}From+447700900055"}
    pairs: Pairs = [
        *{**OK, "Body": "STOP"}.items(),
        ("From", "+447700900055"),
    ]

    answer = post(app, pairs, signature(form))

    assert answer.status_code == 403


@BOUNDED
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12),
        st.text(max_size=30),
        max_size=6,
    )
)
def test_names_we_do_not_know_change_nothing(app: Flask, more):
    """The phone company adds names without asking us."""
    form = {**{name: value for name, value in more.items() if name not in OK}, **OK}
    form = {key: value.encode("utf-8", "replace").decode() for key, value in form.items()}

    answer = post(app, form, signature(form))

    assert answer.status_code == 200
    assert [row.words for row in heard(app)] == ["OK"]


@BOUNDED
@given(st.text(max_size=1700))
def test_whatever_words_come_they_are_kept_and_nothing_breaks(app: Flask, words):
    words = words.encode("utf-8", "replace").decode()
    sid = "SM" + f"{abs(hash(words)):032x}"[-32:]

    answer = send(app, MessageSid=sid, Body=words)

    assert answer.status_code == 200
    (row,) = (row for row in heard(app) if row.provider_id == sid)
    assert row.words == words.replace("\0", "\ufffd")


def test_the_same_text_two_hundred_times_is_one_text_with_one_answer(app: Flask):
    answers = Counter(
        (answer.status_code, answer.data) for answer in (send(app) for _ in range(200))
    )

    assert answers == {(200, b"<Response/>"): 200}
    assert len(heard(app)) == 1
    assert messages(app) == 1


def test_the_same_text_twenty_times_at_once_is_one_text(app: Flask):
    with ThreadPoolExecutor(20) as at_once:
        answers = list(at_once.map(lambda _: send(app).status_code, range(20)))

    assert answers == [200] * 20
    assert len(heard(app)) == 1
    assert messages(app) == 1


def messages(app: Flask) -> int:
    with app.app_context():
        return len(list(db.session.scalars(select(MessageRow))))


def test_a_text_from_nobody_we_know_is_kept_and_not_answered(app: Flask):
    answer = send(app, From="+447700900777", Body="who is this")

    assert answer.status_code == 200
    (row,) = heard(app)
    assert (row.number, row.person_id) == ("+447700900777", None)
    assert messages(app) == 0


def test_a_picture_alone_is_kept_as_no_words_and_answered(app: Flask):
    answer = send(app, Body="", NumMedia="1")

    assert answer.status_code == 200
    (row,) = heard(app)
    assert (row.words, row.meaning) == ("", "nothing")
    assert messages(app) == 1


def test_more_than_sixty_four_kilobytes_is_not_even_read(app: Flask):
    assert send(app, Body="x" * 65_536).status_code == 413
    assert heard(app) == []


def test_while_the_database_is_out_of_reach_word_of_what_went_must_come_again(
    app: Flask, out_of_reach: Callable[[], None]
):
    status = {"MessageStatus": "sent", "CallStatus": "ringing", "CallSid": "CA" + "b" * 32}
    out_of_reach()

    for path in ("/texts/status", "/calls/status"):
        answer = send(app, path, **status)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_while_it_is_out_of_reach_a_text_is_kept_beside_it_and_comes_again_only_where_it_is_not(
    app: CheckinApp, out_of_reach: Callable[[], None]
):
    out_of_reach()

    assert send(app, Body="HELP").status_code == 200
    inbox = app.installation.settings.data / "inbox"
    assert [one.name.endswith(".json") for one in inbox.iterdir()] == [True]

    inbox.rename(inbox.with_name("was"))
    inbox.touch()  # no folder can be made there
    answer = send(app, Body="HELP", MessageSid="SM" + "c" * 32)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


@pytest.fixture
def out_of_reach(app: Flask) -> Callable[[], None]:
    """Return what makes every statement to the database fail."""

    def fail(*_: object) -> None:
        raise OperationalError("statement", {}, Exception("disk I/O error"))

    def start() -> None:
        with app.app_context():
            event.listen(db.engine, "before_cursor_execute", fail)

    return start


def test_a_receipt_is_kept_in_our_words(app: Flask):
    for said in ("queued", "delivered", "undelivered", "receiving"):
        answer = send(app, "/texts/status", MessageStatus=said, ErrorCode="30003")
        assert answer.status_code == 204

    with app.app_context():
        rows = db.session.scalars(select(ReceiptRow))
        assert {(row.provider_id, row.status, row.code) for row in rows} == {
            (SID, "queued", "30003"),
            (SID, "delivered", "30003"),
            (SID, "failed", "30003"),
        }


def test_a_receipt_brings_the_name_that_we_gave(app: Flask):
    named = {"ours": "0f" * 16, "nobodys": "' OR 1=1"}
    said = {
        key: send(app, f"/texts/status?m={name}", MessageStatus="sent")
        for key, name in named.items()
    }

    assert {key: one.status_code for key, one in said.items()} == {"ours": 204, "nobodys": 403}
    with app.app_context():
        assert [row.name for row in db.session.scalars(select(ReceiptRow))] == [named["ours"]]


def test_only_post_is_answered(app: Flask):
    for path in ("/texts/in", "/texts/status", "/calls/status"):
        assert app.test_client().get(path).status_code in (403, 405)
