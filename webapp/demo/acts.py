"""Acts of the demo estate besides rounds and findings, as phones send them; rooms tell theirs in files of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from webapp.core.db import db
from webapp.core.wire import plain
from webapp.demo.cast import CAST
from webapp.demo.phone import Item, Phone
from webapp.demo.picture import Scene
from webapp.ground.logbook.canonical import canonical, sha256
from webapp.ground.people.models import Person

# Until then the stewards hang labels: a phone sends in the order of its day.
LABELS_HUNG = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Act:
    """Something done, by whom and when.

    shows  what its photo shows; None: it has none
    photo  what its photo says besides
    sees   acts whose items a signature names
    made   the items that it left on the phone
    """

    at: datetime
    login: str
    kind: str
    about: str
    body: Item
    shows: Scene | None = None
    photo: Item = field(default_factory=dict)
    sees: Sequence["Act"] = ()
    made: list[Item] = field(default_factory=list)

    def item(self, phone: Phone, chance: Random) -> Item:
        """Answer the item that it leaves on the phone; its photo is sent at once."""
        item = phone.item(self.kind, self.about, {**self.body, **self._added(phone, chance)}, self.at)
        self.made.append(item)
        return item

    def _added(self, phone: Phone, chance: Random) -> dict[str, Any]:
        if self.shows:
            taken = phone.photograph(self.shows, chance, self.at)
            return {"photos": [{"sha256": taken, "takenAt": plain(self.at), "live": True, **self.photo}]}
        if self.sees:
            seen = [item for act in self.sees for item in act.made]
            return {"seen": [{"id": one["id"], "sha256": sha256(canonical(one))} for one in seen]}
        return {}


def people() -> Mapping[str, tuple[UUID, str]]:
    """Answer id and name of everybody in the cast, by login."""
    names = {player.login: player.name for player in CAST}
    ids = db.session().execute(select(Person.login, Person.id).where(Person.login.in_(names)))
    return {login: (id_, names[login]) for login, id_ in ids}
