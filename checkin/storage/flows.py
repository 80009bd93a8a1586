"""Flow versions: published once, never changed, so that history can always be read."""

import json
from datetime import datetime
from functools import lru_cache

from sqlalchemy import select

from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.older import EDITION, with_todays_words
from checkin.storage.tables import FlowVersionRow, db


def publish(version_id: str, flow: Flow, label: str, now: datetime) -> None:
    """Keep a version of a flow, unless it is kept already."""
    if db.session.get(FlowVersionRow, version_id) is None:
        db.session.add(
            FlowVersionRow(
                id=version_id,
                flow=flow.flow,
                label=label,
                document=flow.model_dump_json(by_alias=True, exclude_defaults=True),
                edition=EDITION,
                published_at=now,
            )
        )
        db.session.flush()


@lru_cache(maxsize=256)
def version(version_id: str) -> Flow:
    """Return a flow as it was published, in today's words. A version never changes: it is kept."""
    row = db.session.get_one(FlowVersionRow, version_id)
    return Flow.model_validate(with_todays_words(json.loads(row.document), row.edition))


def versions_of(flow: str) -> list[FlowVersionRow]:
    """Return all versions of a flow, newest first."""
    rows = db.session.scalars(
        select(FlowVersionRow)
        .where(FlowVersionRow.flow == flow)
        .order_by(FlowVersionRow.published_at.desc())
    )
    return list(rows)
