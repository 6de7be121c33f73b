"""Moments that tests share."""

from datetime import UTC, datetime

# A Monday, noon in Shenzhen.
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
