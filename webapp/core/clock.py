"""The only place that reads the clock; everything else is given `now`."""

from datetime import UTC, datetime


def now() -> datetime:
    """Answer this moment, aware, in UTC."""
    return datetime.now(UTC)
