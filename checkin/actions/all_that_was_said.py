"""What was once said in a conversation, whatever stands there now: a hurt that was changed counts."""

from checkin.conversation.talking.standing import SoFar
from checkin.storage import answers
from checkin.storage.tables import CheckInRow


def all_that_was_said(check_in: CheckInRow, so_far: SoFar) -> SoFar:
    """Return it with own words, voices and pictures that were changed: what was picked is what stands.

    Where nothing told of a hurt (`hurt_at`), nothing that was changed did.
    """
    if check_in.hurt_at is None:
        return so_far
    said = {
        f"{row.step} {row.number}": answers.as_given(row)._replace(choices=())
        for row in answers.answers_of(check_in.id)
        if row.words or row.media
    }
    return so_far._replace(answers={**said, **so_far.answers})
