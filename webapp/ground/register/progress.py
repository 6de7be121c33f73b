"""Says how far the worker is with an upload, while other things are being written."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update

from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.ground.register.models import Upload

# Every telling is a write that others wait for.
TOLD_EVERY = timedelta(milliseconds=500)


@dataclass(slots=True)
class Progress:
    """Called with rows done and rows there are, as often as one likes."""

    estate_id: UUID
    upload_id: UUID
    of: int = field(default=1, init=False)
    told_at: datetime | None = field(default=None, init=False)

    def begin(self) -> None:
        """Tell that the worker has it in hand, before anything is known of it."""
        self._tell(0, self.of, clock.now())

    def __call__(self, done: int, of: int) -> None:
        """Tell who waits, now and then."""
        self.of, now = max(of, 1), clock.now()
        if self.told_at is not None and now - self.told_at < TOLD_EVERY:
            return
        self._tell(done, self.of, now)

    def _tell(self, done: int, of: int, now: datetime) -> None:
        self.told_at = now
        mine = (Upload.estate_id == self.estate_id) & (Upload.id == self.upload_id)
        with unit_of_work() as session:
            session.execute(update(Upload).where(mine).values(done=done, of=of, heard_at=now))
