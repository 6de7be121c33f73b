"""A steward's phone of the demo estate: numbers its items as a phone does, and sends them the way phones do."""

import hashlib
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

import msgspec

from webapp.core.actor import Actor, Maker, Person
from webapp.core.db import unit_of_work
from webapp.core.domain import PushKind
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo.cast import Player
from webapp.demo.picture import Scene, photo_of
from webapp.ground.people.sign_in import sign_in
from webapp.ground.photos.service import take_in
from webapp.sync.envelope import read_envelope
from webapp.sync.pull import note_pull
from webapp.sync.push import push

Item = dict[str, Any]


class NotTaken(Exception):
    """The server did not take in an item of the demo: the demo and a rule have grown apart."""


class Phone:
    """One steward's phone, signed in."""

    def __init__(self, player: Player, estate_id: UUID, photo_store: str, *, at: datetime) -> None:
        """Sign the steward in at a moment of the past, and fetch what the phone holds."""
        self.estate_id = estate_id
        self.photo_store = photo_store
        self.device_id = new_id()
        opened = sign_in(player.login, player.password, self.device_id, player.phone, now=at)
        self.maker = Maker(opened.person_id, self.device_id, ended_at=None)
        person = Person(opened.person_id, player.name, self.device_id, opened.sign_in_id)
        self.actor = Actor(person, estate_id, player.role)
        self.loaded_at = at
        self.seq = 0

    def item(self, kind: str, about: str, body: Item, at: datetime) -> Item:
        """Answer an item saved at `at`."""
        self.seq += 1
        return {
            "id": str(new_id()),
            "seq": self.seq,
            "kind": kind,
            "v": 1,
            "estate": str(self.estate_id),
            "about": about,
            "by": str(self.maker.person_id),
            "recordedAt": plain(at),
            "clock": {
                "page": str(self.device_id),
                "elapsedMs": (at - self.loaded_at).total_seconds() * 1000,
                "offsetMs": 0,
            },
            "body": body,
        }

    def photograph(self, scene: Scene, chance: Random, at: datetime) -> str:
        """Take a photo, send it, and answer its SHA-256."""
        return self.send_photo(photo_of(scene, chance), at)

    def send_photo(self, taken: bytes, at: datetime) -> str:
        """Send a photo, and answer its SHA-256."""
        sha256 = hashlib.sha256(taken).hexdigest()
        take_in(self.photo_store, self.estate_id, sha256, io.BytesIO(taken), self.maker, now=at)
        return sha256

    def send(self, items: Sequence[Item], kinds: Mapping[str, PushKind], *, at: datetime, waiting: int = 0) -> None:
        """Push `items` at `at`; `waiting` more were made and stay on the phone. Raises NotTaken."""
        told = {"items": items, "deviceId": str(self.device_id), "lastSeq": self.seq + waiting, "waiting": waiting}
        done = push(read_envelope(msgspec.json.encode(told)), self.maker, kinds, now=at)
        answers = [msgspec.json.decode(answer) for answer in done.intake.answers]
        refused = [answer for answer in answers if answer["outcome"] != "applied"]
        if refused or len(answers) != len(items):
            raise NotTaken(f"{len(answers)} of {len(items)} answered, refused: {refused}")
        with unit_of_work() as session:
            note_pull(session, self.actor, at)
