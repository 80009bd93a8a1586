"""We were down, and asked Dev nothing: what he then reads is so, and nobody calls it his silence."""

from checkin import clock
from checkin.actions.sending import Outgoing
from tests.conftest import london
from tests.journeys.doors import DEV
from tests.promised.happened import Happened
from tests.promised.reader import Reader
from tests.promised.sentences import of_words
from tests.promised.small import Small

HE_READS = {
    "Hi Dev. We did not ask you at 09:15 and 10:00. We are asking Marcus to ring you.",
}


def test_what_dev_reads_after_an_outage_of_ours_is_so(small: Small):
    small.go_to("2026-10-20 09:00")
    reader, texts = Reader("an outage"), set[str]()

    def hears(went: Outgoing) -> None:
        if went.number == DEV:
            texts.add(went.body)
            reader.read(of_words(went.body), "the phone", happened)

    happened = Happened(small, small.cast.dev, sent_at=clock.now())
    small.listens = hears
    clock.stop_at(london("2026-10-20 11:00"))
    small.go_to("2026-10-20 11:01")
    reader.hold_all(happened)

    assert texts == HE_READS
    assert "\n".join(reader.problems) == ""
