"""Where two agreements have the same threshold, the alert names the one that spoke."""

from sqlalchemy import select

from checkin.actions.call_for_help import call_for_help
from checkin.agreements.threshold import HelpOrNotOk
from checkin.storage import agreement_versions, agreements
from checkin.storage.tables import AlertRow, db
from checkin.storage.transaction import kept_together
from tests.conftest import World, london

NOON = london("2026-10-20 12:00")


def test_dev_asks_for_help_and_his_group_days_are_named_not_another_agreement(world: World) -> None:
    with world.app.app_context():
        by_key = {one.agreement.key: one for one in agreements.agreements_of(world.cast.dev, NOON)}
        group_days = by_key["dev-group-days"]
        less = HelpOrNotOk(level="soon", agreed_words="Text me first.")
        mornings = group_days.agreement.model_copy(
            update={"key": "dev-a-mornings", "thresholds": (less,)}
        )
        with kept_together():
            agreement_versions.put_version(mornings, None, NOON, NOON)

        call_for_help(world.cast.dev, NOON)

        alert = db.session.scalars(select(AlertRow)).one()
        assert (alert.level, alert.agreement_version_id) == ("now", group_days.version_id)
