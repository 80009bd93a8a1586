"""Something of ours is broken: every text is kept all the same, and a person reads it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

import pytest
from sqlalchemy import update

from checkin import clock
from checkin.actions.hear_text import hear_text
from checkin.actions.notice_sealed_words import notice_sealed_words
from checkin.actions.set_secret_word import words_that_are_sealed
from checkin.storage import secret_words
from checkin.storage.tables import AlertRow, CheckInRow, HeardRow, db
from tests.conftest import World, minutes
from tests.journeys.agreed_otherwise import checklist_by_text
from tests.journeys.doors import DEV, Phone
from tests.journeys.records import kept

A_PERSON_READS = "A person will read your text. You can text OK, LATE 20 or HELP."
TUESDAY = "2026-10-20"


@pytest.fixture
def another_key(world: World) -> World:
    """The same data, started with another key: no secret word can be opened."""
    world.go_to(f"{TUESDAY} 08:30")
    with_key(world, "another")
    return world


def with_key(world: World, key: str) -> None:
    copy = world.app.installation
    world.app.installation = replace(copy, settings=replace(copy.settings, secret_key=key))


def of_kind(world: World, kind: str) -> Sequence[AlertRow]:
    return kept(world, AlertRow, kind=kind)


@pytest.mark.parametrize(
    ("words", "meant"), [("HELP", "help"), ("i had chips", "free"), ("pineapple", "free")]
)
def test_with_another_key_dev_is_heard_and_his_old_word_is_none(another_key: World, words, meant):
    Phone(another_key).arrives(words)

    (heard,) = kept(another_key, HeardRow)
    assert (heard.words, heard.meaning, heard.private) == (words, meant, False)
    assert len(of_kind(another_key, "help_or_not_ok")) == (words == "HELP")


def test_the_manager_is_asked_once_to_have_new_words_set(another_key: World):
    with another_key.app.app_context():
        for _ in range(2):
            notice_sealed_words(clock.now())

    (task,) = of_kind(another_key, "secret_words_sealed")
    assert task.title == "The secret words of 1 person cannot be read. They must be set again."
    assert (task.task, task.level, task.about) == (True, "today", "service")
    assert task.for_staff == another_key.cast.jo


def test_doctor_names_it_and_with_the_right_key_says_nothing(world: World):
    with world.app.app_context():
        assert words_that_are_sealed() is None
    with_key(world, "another")

    with world.app.app_context():
        said = words_that_are_sealed()

    assert said
    assert said.startswith("The secret words of 1 person cannot be read (Dev): CHECKIN_SECRET_KEY")


def test_once_dev_picked_a_new_word_nobody_is_asked(another_key: World):
    with another_key.app.app_context():
        now, key = clock.now(), another_key.app.installation.settings.secret_key
        secret_words.put(another_key.cast.dev, "lemon", key, now, now + minutes(1))
        db.session.commit()

        notice_sealed_words(now)

    assert not of_kind(another_key, "secret_words_sealed")


@pytest.fixture
def broken(world: World) -> World:
    """A conversation of Dev's is open that nobody can read any more: understanding breaks."""
    checklist_by_text(world, until=time(12))
    world.go_to(f"{TUESDAY} 08:31")
    with world.app.app_context():
        db.session.execute(
            update(CheckInRow)
            .where(CheckInRow.asks == "group_day", CheckInRow.channel == "text")
            .values(so_far="{")
        )
        db.session.commit()
    return world


@pytest.mark.parametrize(
    ("words", "level"), [("i feel ill", "soon"), ("HELP", "now"), ("please help me", "now")]
)
def test_a_text_that_cannot_be_understood_is_kept_and_read(broken: World, words, level):
    phone = Phone(broken)

    phone.arrives(words)

    (heard,) = kept(broken, HeardRow)
    assert (heard.words, heard.meaning) == (words, "free")
    (alert,) = of_kind(broken, "not_understood")
    assert (alert.level, alert.person_id) == (level, broken.cast.dev)
    assert alert.what[0] == f'Dev: "{words}"'
    assert broken.texts(DEV)[-1] == A_PERSON_READS


def test_the_same_broken_text_twice_is_one(broken: World):
    with broken.app.app_context():
        for _ in range(2):
            hear_text("SM1", DEV, "i feel ill", clock.now())

    assert len(kept(broken, HeardRow)) == 1
    assert len(of_kind(broken, "not_understood")) == 1


def test_a_machine_that_answers_each_of_ours_gets_one_answer_an_hour(broken: World):
    phone = Phone(broken)

    for _ in range(5):
        phone.arrives("I am driving. This is an automatic reply.")

    assert broken.texts(DEV).count(A_PERSON_READS) == 1
    assert len(kept(broken, HeardRow)) == 5
