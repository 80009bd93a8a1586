"""A statement that breaks is told without its values: they may be somebody's words."""

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from checkin.storage.open import engine_options

WORDS = "pineapple, he is here"


def test_what_a_broken_statement_was_given_is_not_told() -> None:
    engine = create_engine("sqlite://", **engine_options("sqlite://"))
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE said (words TEXT UNIQUE)"))
        say = text("INSERT INTO said VALUES (:words)")
        connection.execute(say, {"words": WORDS})
        with pytest.raises(IntegrityError) as broke:
            connection.execute(say, {"words": WORDS})
    engine.dispose()

    assert WORDS not in str(broke.value)
