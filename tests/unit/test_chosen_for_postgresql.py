"""Which stories are lived on PostgreSQL too."""

from hypothesis import given
from hypothesis import strategies as st

from tests.chosen_for_postgresql import CHOSEN, STORIES, fewest

STATEMENTS = st.sets(st.sampled_from("abcdefgh"))
FILES = st.dictionaries(
    st.sampled_from([f"{STORIES}{one}" for one in range(6)] + ["tests/storage/test_rows.py"]),
    STATEMENTS,
    min_size=1,
)


@given(FILES)
def test_whatever_stories_run_those_chosen_run_what_nothing_else_does(by_file: dict[str, set[str]]):
    chosen = list(fewest(by_file, dict.fromkeys(by_file, 3)))

    others = [one for one in by_file if not one.startswith(STORIES)]
    assert set().union(*(by_file[one] for one in (*chosen, *others))) == set().union(
        *by_file.values()
    )


def test_a_story_that_brings_nothing_is_not_chosen():
    assert list(fewest({f"{STORIES}a": {"x"}, "tests/storage/b": {"x"}}, {f"{STORIES}a": 1})) == []


def test_every_story_that_is_chosen_is_there():
    folder = CHOSEN.parent

    assert [
        one for one in CHOSEN.read_text().split() if not (folder / one.split("::")[0]).is_file()
    ] == []
