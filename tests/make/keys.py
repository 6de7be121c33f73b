"""Builders of key sets and of what is done about them, as phones send it, and of a keeper's phone."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tests.make.patrols import PatrolPhone
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit


def key_act(act: str, set_id: str, **fields: Any) -> dict[str, Any]:
    """Answer the shared example of an act, about this set; `fields` say what differs."""
    return {**example(f"keys.{act}")["body"], "keySetId": set_id, **fields}


def key_set_body(unit: Unit | None = None, **fields: Any) -> dict[str, Any]:
    """Answer a registration of two door keys and one of the mailbox, held for the developer."""
    own = {"custodyKind": "developer_held", "mandate": None, "private": None, "ownerName": ""}
    at = {"unitId": str(unit.id) if unit else None, "keyNo": f"K-{new_id().hex[-8:]}"}
    return {**key_act("register", str(new_id())), **own, **at, **fields}


class KeyPhone(PatrolPhone):
    """The phone of somebody who keeps keys: saves now, queued or live."""

    def keep(self, act: str, body: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Answer an item of an act saved now, not sent yet."""
        about = body.get("keySetId") or body.get("checkId") or body.get("reviewId")
        told = {"about": about, "saved_at": datetime.now(UTC), **fields}
        return self.item(f"keys.{act}", body, **told)

    def do(self, act: str, body: dict[str, Any], *, live: bool = True) -> dict[str, Any]:
        """Push an act saved now and answer what was answered."""
        (answered,) = self.push(self.keep(act, body, live=live))
        return answered

    @property
    def person_id(self) -> UUID:
        """Whose phone it is."""
        return UUID(self.browser.me["id"])
