"""A check-in is opened by the one whose it is, and by nobody else."""

from checkin import clock
from checkin.actions.start_check_in import begin, open_conversation
from tests.conftest import World


def test_dev_opens_nothing_of_anas(world: World):
    with world.app.app_context():
        anas = begin(world.cast.ana, "tell_someone", "tablet", clock.now()).id

        assert open_conversation(world.cast.dev, anas, clock.now()) is None
        assert open_conversation(world.cast.ana, anas, clock.now()) is not None
        assert open_conversation(world.cast.ana, "nothing", clock.now()) is None
