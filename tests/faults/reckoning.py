"""The account at the end: is every saved record on the server exactly once, or on a phone as waiting or refused?"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from tests.e2e.estate import Somebody
from tests.faults.handset import Handset
from tests.faults.town import STEWARDS, Town

# With nothing in the way any more, what has not gone by then never goes.
TRIES = 6


@dataclass(frozen=True)
class Account:
    """What became of all that was saved; `wrong` says in words what must not be."""

    saved: int
    entered: int
    refused: int
    wrong: list[str]


def settle_down(town: Town) -> None:
    """Take every fault away and let the phones send what they have, each maker signed in where that is asked for."""
    town.proxy.calm()
    town.rack.start()
    town.rack.fill_disk(full=False)
    for phone in town.phones:
        phone.free_space()
    _let_all_send(town)
    # What was held back comes last, when everybody believes it done.
    while town.proxy.deliver_late():
        town.rack.start()
    _let_all_send(town)


def _let_all_send(town: Town) -> None:
    for phone in town.phones:
        for _ in range(TRIES):
            done = phone.call("sync")
            waiting = _makers_waiting(town, phone)
            if not waiting and not done["failed"] and not done["expired"]:
                break
            # A restore may have taken the sign-in along, and with it the token of whoever has items here.
            for somebody in waiting or STEWARDS[:1]:
                assert phone.sign_in(somebody) == ""
                phone.call("sync")


def _makers_waiting(town: Town, phone: Handset) -> list[Somebody]:
    logins = {UUID(person).hex: login for person, login in town.ask("SELECT id, login FROM people")}
    waiting = {item["by"] for item in phone.call("holds")["items"] if item["state"] == "waiting"}
    return [somebody for somebody in STEWARDS if somebody.login in {logins[UUID(by).hex] for by in waiting}]


def reckon(town: Town) -> Account:
    """Count; call it once everything has settled down."""
    saved = town.proxy.saved
    entries = _entries(town)
    entered = Counter(item["id"] for item in entries)
    held = [(item["id"], item["state"]) for phone in town.phones for item in phone.call("holds")["items"]]
    refused = {item for item, state in held if state == "refused"}
    waiting = {item for item, state in held if state == "waiting"}
    makers = {item["id"]: item["by"] for item in entries}
    lost = [item for item in saved if item not in entered and item not in refused and item not in waiting]
    doubled = [item for item, times in entered.items() if times > 1]
    strayed = [item for item in saved if item in makers and makers[item] != saved[item]["by"]]
    wrong = [
        *_said("lost", lost),
        *_said("doubled", doubled),
        *_said("under another's name", strayed),
        *_said("stuck on a phone", waiting),
        *_said("both entered and refused", refused & entered.keys()),
        *_wrong_on_server(town, entries),
        *_photos_that_do_not_belong(town),
        *(words for phone in town.phones for words in _copies_that_differ(phone)),
    ]
    return Account(len(saved), sum(1 for item in saved if item in entered), len(refused), wrong)


def _said(what: str, which: Any) -> list[str]:
    return [f"{len(which)} {what}: {sorted(which)[:3]}"] if which else []


def _entries(town: Town) -> list[dict[str, Any]]:
    rows = town.ask("SELECT content FROM logbook_contents ORDER BY estate_id, number")
    return [item for (content,) in rows if (item := json.loads(content).get("item"))]


def _wrong_on_server(town: Town, entries: list[dict[str, Any]]) -> Iterator[str]:
    for estate, count, last in town.ask("SELECT estate_id, count(*), max(number) FROM logbook_entries GROUP BY 1"):
        if count != last:
            yield f"the entries of estate {estate} have gaps: {count} up to number {last}"
    for (form,) in town.ask("SELECT DISTINCT form FROM serial_pages"):
        serials = sorted(
            int(serial[-6:]) for (serial,) in town.ask("SELECT serial FROM serial_pages WHERE form = ?", form)
        )
        if serials != list(range(1, len(serials) + 1)):
            yield f"the serials of {form} have gaps: {serials[:20]}"
    visits = sum(1 for item in entries if item["kind"] == "patrols.visit")
    ((rows,),) = town.ask("SELECT count(*) FROM patrol_visits")
    if rows != visits:
        yield f"{visits} visits were entered and {rows} are shown"
    for phone in town.phones:
        yield from _numbers_missing(town, phone)
    verified = town.rack.run("logbook", "verify", succeeds=False)
    if verified.returncode:
        yield f"logbook verify: {verified.stdout.strip()[-300:]}"


def _numbers_missing(town: Town, phone: Handset) -> Iterator[str]:
    """The supervisor is told of gaps in a phone's numbers: there must be none where nothing is lost."""
    holds = phone.call("holds")
    told = town.ask("SELECT arrived FROM sync_phones WHERE device_id = ?", UUID(holds["deviceId"]).hex)
    arrived = json.loads(told[0][0]) if told else []
    whole = [[1, holds["lastSeq"]]] if holds["lastSeq"] else []
    if arrived != whole:
        yield f"of a phone that made {holds['lastSeq']} items {arrived} arrived"


def _photos_that_do_not_belong(town: Town) -> Iterator[str]:
    uses = {sha for (sha,) in town.ask("SELECT DISTINCT sha256 FROM photo_uses")}
    here = {sha for (sha,) in town.ask("SELECT sha256 FROM photos")}
    yield from _said("photos awaited for ever", uses - here)
    bytes_of = {path.name: path for path in (town.rack.data / "photos").rglob("*") if path.is_file()}
    yield from _said("photos without their bytes", {sha for sha in here if _hash_of(bytes_of, sha) != sha})
    entered = {item["id"] for item in _entries(town)}
    shown = {sha for item in town.proxy.saved.values() if item["id"] in entered for sha in item["photos"]}
    yield from _said("photos that no record shows", shown - uses)


def _hash_of(bytes_of: dict[str, Path], sha256: str) -> str:
    path = bytes_of.get(sha256)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path else ""


def _copies_that_differ(phone: Handset) -> Iterator[str]:
    """What a phone followed change by change must be what it reads anew."""
    if not phone.call("me"):
        return
    followed, anew = phone.call("copies", False), phone.call("copies", True)
    differing = {name for name in followed.keys() | anew.keys() if followed.get(name) != anew.get(name)}
    yield from _said("copies that the feed did not bring up to date", differing)
