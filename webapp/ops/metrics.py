"""Figures of the whole installation, read from the store when asked: no process holds state."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from webapp.core.db import db
from webapp.core.feed import EstateHead
from webapp.ground.people.models import Device


class _Installation(Collector):
    def collect(self) -> Iterator[Metric]:
        entries = db.session.scalar(select(func.coalesce(func.sum(EstateHead.entry), 0)))
        waiting = db.session.scalar(select(func.coalesce(func.sum(Device.waiting), 0)))
        yield GaugeMetricFamily("rounds_logbook_entries", "Entries in all logbooks", value=float(entries or 0))
        yield GaugeMetricFamily(
            "rounds_items_waiting", "Items that phones said they still hold", value=float(waiting or 0)
        )


def exposition() -> bytes:
    """Answer the figures as Prometheus reads them."""
    registry = CollectorRegistry()
    registry.register(_Installation())
    return generate_latest(registry)
