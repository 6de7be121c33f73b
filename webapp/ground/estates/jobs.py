"""What the worker does for estates: it takes in public holidays that an update of the software brought."""

from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.core.jobs import Job
from webapp.ground.estates.service import take_in_national_days


def _take_in() -> None:
    with unit_of_work() as session:
        take_in_national_days(session, now=clock.now())


TAKE_IN = Job(name="estates.national_days", act=_take_in, first=True)
