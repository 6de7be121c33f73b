"""What is done to estates."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate


def found_estate(session: Session, name: str, *, now: datetime) -> Estate:
    """Make an estate with the defaults of the trade and answer it."""
    estate = Estate(id=new_id(), name=name, timezone="Asia/Shanghai", settings={}, created_at=now)
    session.add(estate)
    session.flush()
    return estate
