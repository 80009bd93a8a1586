"""What a person said in one check-in, question by question, with what staff typed from their voice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.type_from_voice import KIND
from checkin.conversation.saying.both_sides import Side, told
from checkin.door.kept_from_me import open_to
from checkin.door.me import me
from checkin.staff.said_in_pieces import SaidPiece, said_in_pieces, who_was_beside
from checkin.staff.times import when
from checkin.storage import answers, media
from checkin.storage import notes as kept_notes
from checkin.storage import staff as staff_kept
from checkin.storage.tables import AnswerRow, CheckInRow, MediaRow, NoteRow


@dataclass(frozen=True, slots=True)
class Typed:
    """What someone typed from a voice note."""

    words: str
    label: str  # "typed by Marcus from Ana's voice, 11:20"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer, with what was answered first and what staff wrote beside it."""

    answer_id: str
    lines: tuple[Side, ...]
    before: tuple[str, ...]  # minds that were changed
    media: tuple[MediaRow, ...]
    typed: tuple[Typed, ...]
    stands_at: datetime  # where in the talk: when it was answered
    pieces: tuple[SaidPiece, ...] = ()  # in which it was said, where it was said in several

    @property
    def has_voice(self) -> bool:
        """Whether there is a voice note that someone may type out."""
        return any(one.kind == "audio" for one in self.media)


def exchanges_in(
    row: CheckInRow, said: Sequence[AnswerRow], name: str, now: datetime
) -> Iterator[Exchange]:
    sent, given = open_to(me(), said), answers.answers_of(row.id)
    ids = [one.id for one in (*sent, *given)]
    notes = kept_notes.notes_of(ids)
    files = media.media_of([one for answer in sent for one in answer.media])
    writers = staff_kept.staff_by_id(note.staff_id for note in notes)
    called = {key: one.called for key, one in writers.items()}
    beside = who_was_beside([*given, *sent])
    for answer in sent:
        yield Exchange(
            answer.id,
            told([answers.as_given(answer)]),
            _before(answer, given),
            tuple(files[one] for one in answer.media if one in files),
            _typed([note for note in notes if note.answer_id == answer.id], called, name, now),
            max((one.at for one in given if one.step == answer.step), default=answer.at),
            said_in_pieces(answer, given, beside, now),
        )


def _before(sent: AnswerRow, given: Sequence[AnswerRow]) -> tuple[str, ...]:
    """Return what was answered to the same question before, and is not what was sent."""
    same = [one for one in given if one.step == sent.step and one.choices != sent.choices]
    return tuple(dict.fromkeys(", ".join(one.labels) for one in same if one.labels))


def _typed(
    notes: Sequence[NoteRow], called: dict[str, str], name: str, now: datetime
) -> tuple[Typed, ...]:
    return tuple(
        Typed(
            note.words,
            f"typed by {called.get(note.staff_id, 'staff')} from {name}'s voice, {when(note.at, now)}",
        )
        for note in notes
        if note.kind == KIND
    )
