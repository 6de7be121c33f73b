"""Items and entries about vacant units as rules see them: no store, no push."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.domains.vacancy.conftest import NOW
from webapp.core.domain import Applied, Entry, Item
from webapp.core.ids import new_id
from webapp.core.wire import plain, read

ESTATE, DEVICE, PERSON = new_id(), new_id(), new_id()
# The server took it in so much later than it was saved, and the phone's clock was so far behind.
WAITED, BEHIND = timedelta(minutes=7), timedelta(seconds=90)


def item(kind: str, shape: type[Any], body: dict[str, Any], *, about: Any, role: str = "manager", **more: Any) -> Item:
    """Answer an item saved a while ago, on a phone whose clock is behind."""
    told: dict[str, Any] = {
        "id": new_id(),
        "seq": 1,
        "by": PERSON,
        "by_name": "何晓明",
        "recorded_at": NOW - BEHIND,
        "corrected_at": NOW,
        "received_at": NOW + WAITED,
        "time_doubtful": False,
        "rules": "",
        "live": False,
    }
    where: dict[str, Any] = {"estate_id": ESTATE, "about": UUID(str(about)), "device_id": DEVICE, "role": role}
    return Item(kind=kind, body=read(shape, body), **where, **{**told, **more})


def entry(of: Item, answer: Applied, *, serial: str | None = None) -> Entry:
    """Answer the entry that an applied item becomes."""
    told = {"id": str(of.id), "about": str(of.about), "by": str(of.by), "recordedAt": plain(of.recorded_at)}
    server = {
        "receivedAt": plain(of.received_at),
        "correctedAt": plain(of.corrected_at),
        "byName": of.by_name,
        "device": str(of.device_id),
        "marks": list(of.marks),
        "serial": serial,
    }
    sent = {**told, "body": plain(of.body)}
    return Entry(ESTATE, 12, of.kind, sent, server, answer.judged, answer.personal)


def applied(decided: Any) -> Any:
    """Answer a decision that took the item in."""
    assert isinstance(decided, Applied), decided
    return decided


def refused(decided: Any) -> tuple[str, dict[str, Any]]:
    """Answer why an item was refused."""
    assert not isinstance(decided, Applied), decided
    return decided.code, dict(decided.params)


MADE = {
    "by_id": PERSON,
    "by_name": "何晓明",
    "device_id": DEVICE,
    "received_at": NOW + WAITED,
    "drift_ms": int(BEHIND.total_seconds() * 1000),
    "marks": [],
    "entry": 12,
}
