"""Builders of what is done to pages of the patrol book, and of PINs sealed as phones seal them."""

import hashlib
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import rfc8785
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.make.patrols import PatrolPhone, iso, visit_body
from webapp.domains.patrols.rules.rounds import round_id
from webapp.ground.places.models import Place, Route


def seen(*items: Mapping[str, Any]) -> list[dict[str, str]]:
    """Answer what a signature names of these items: visits by their own id, acts by the item's."""
    return [
        {
            "id": item["body"]["visitId"] if item["kind"] == "patrols.visit" else item["id"],
            "sha256": hashlib.sha256(rfc8785.dumps(item)).hexdigest(),
        }
        for item in items
    ]


def finish_body(
    route: Route,
    at: datetime,
    items: Iterable[Mapping[str, Any]] = (),
    *,
    number: int = 2,
    unvisited: Mapping[UUID, str] | None = None,
    **fields: Any,
) -> dict[str, Any]:
    """Answer the end of a round of `route` at `at` by the phone's clock, signed for these visits."""
    day = at.date()
    body = {
        "recordId": str(round_id(route.estate_id, route.id, day, number)),
        "round": {"routeId": str(route.id), "date": day.isoformat(), "number": number},
        "endedAt": iso(at),
        "unvisited": [{"placeId": str(id_), "reason": why} for id_, why in (unvisited or {}).items()],
        "seen": seen(*items),
    }
    return {**body, **fields}


def whole_round(
    phone: PatrolPhone, places: Iterable[Place], route: Route, at: datetime, **fields: Any
) -> list[dict[str, Any]]:
    """Answer the items of a round walked at `at`: a visit of each place, and its end; `fields` are of the visits."""
    saved_at = at + timedelta(minutes=1)
    bodies = [visit_body(place, at, route, **fields) for place in places]
    visits = [phone.item("patrols.visit", body, saved_at=saved_at) for body in bodies]
    return [*visits, phone.item("patrols.finish", finish_body(route, at, visits), saved_at=saved_at)]


def cosign_body(record_id: str, signer: UUID, items: Iterable[Mapping[str, Any]] = (), **fields: Any) -> dict[str, Any]:
    """Answer a colleague's signature on the own phone."""
    body = {
        "recordId": record_id,
        "signer": str(signer),
        "means": "own_phone",
        "seen": seen(*items),
        "sealedPin": None,
        "strokes": [[100, 200, 300, 120, 420, 260]],
        "lateReason": None,
    }
    return {**body, **fields}


def sealed_pin(key: Mapping[str, str], pin: str, item_id: str) -> dict[str, str]:
    """Answer a PIN sealed for `key` ({id, public} as the server tells it) and bound to an item."""
    own = ec.generate_private_key(ec.SECP256R1())
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b64decode(key["public"]))
    salt, iv = secrets.token_bytes(16), secrets.token_bytes(12)
    cipher = AESGCM(HKDF(hashes.SHA256(), 32, salt, b"rounds-pin-1").derive(own.exchange(ec.ECDH(), theirs)))
    sender = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    box = cipher.encrypt(iv, pin.encode(), item_id.encode())
    parts = {"sender": sender, "salt": salt, "iv": iv, "box": box}
    return {"key": key["id"], **{name: b64encode(part).decode() for name, part in parts.items()}}
