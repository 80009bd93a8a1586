"""Nobody of a house is taken for another by their name."""

from hypothesis import given
from hypothesis import strategies as st

from checkin.names import Named, told_apart

PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(("Dev", "dev", "Ana")),
        st.sampled_from(("Dev", "Dev Rahman", "Dev Rose", "Dev Ra", "Dev Adams", "Ana Rahman")),
    ),
    max_size=8,
)


def names(*people: tuple[str, str]) -> list[str]:
    """Return what these go by, in their order."""
    found = told_apart(Named(str(at), *one) for at, one in enumerate(people))
    return [found[str(at)] for at in range(len(people))]


def test_a_first_name_alone_is_enough_where_nobody_else_has_it():
    assert names(("Dev", "Dev Rahman"), ("Ana", "Ana Whitlock")) == ["Dev", "Ana"]


def test_two_called_dev_have_a_letter_of_their_surnames():
    assert names(("Dev", "Dev Rahman"), ("dev", "Dev Adams")) == ["Dev R.", "dev A."]


def test_one_letter_more_where_one_is_not_enough():
    assert names(("Dev", "Dev Rahman"), ("Dev", "Dev Rose"), ("Dev", "Dev Adams")) == [
        "Dev Ra.", "Dev Ro.", "Dev A.",
    ]  # fmt: skip


def test_two_with_all_the_same_names_are_counted():
    assert names(("Dev", "Dev Rahman"), ("Dev", "Dev Rahman")) == [
        "Dev Rahman (1)", "Dev Rahman (2)",
    ]  # fmt: skip


@given(PEOPLE)
def test_whatever_people_are_called_no_two_go_by_one_name(people):
    found = [name.casefold() for name in names(*people)]

    assert len(set(found)) == len(found)
