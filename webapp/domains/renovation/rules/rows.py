"""What the entries of renovations make: a line of history, and all that an act changed, as it stands. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.core.standing import columns
from webapp.core.wire import Wire, plain
from webapp.domains.renovation.rules.acting import CASE_FORM, HOT_WORK_FORM, NOTICE_FORM, PASS_FORM
from webapp.domains.renovation.rules.bodies import OfCase
from webapp.domains.renovation.rules.standing import Case, Notice, Pass, Receipt, Request
from webapp.domains.renovation.rules.states import Act, CaseState
from webapp.domains.renovation.rules.visiting import NightCheck, SiteVisit, started_at
from webapp.ground.photos.uses import use_rows
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.rows import standing_rows
from webapp.ground.places.units.rules import Standing

# What of a renovation an entry may change: by its name there, its shape, its table, and the form that numbers it.
_PARTS: Sequence[tuple[str, type[Wire], str, str]] = (
    ("passes", Pass, "renovation_passes", PASS_FORM),
    ("notices", Notice, "renovation_notices", NOTICE_FORM),
    ("requests", Request, "renovation_requests", HOT_WORK_FORM),
)


def act_rows(act: Act, body: type[OfCase], entry: Entry) -> Sequence[Row]:
    """Answer the act, the renovation and its parts that changed, the receipts, and the photos that the act shows."""
    said = entry.read(body)
    id_ = UUID(entry.item["id"])
    return [
        Row("renovation_acts", _key(entry, id_), _act(act, entry, said)),
        *_case(act, entry, said),
        *(row for part in _PARTS for row in _parts(entry, *part)),
        *_receipts(entry),
        *_unit(entry),
        *use_rows(entry, act.kind, id_, photos_in(entry.item["body"])),
    ]


def _key(entry: Entry, id_: UUID) -> dict[str, Any]:
    return {"estate_id": entry.estate_id, "id": id_}


def _act(act: Act, entry: Entry, said: OfCase) -> dict[str, Any]:
    judged, body = entry.judged, plain(said)
    for name in ("renovationId", "private"):
        body.pop(name, None)
    return {
        "renovation_id": said.renovation_id,
        "act": act,
        "at": datetime.fromisoformat(judged["at"]),
        "phone_at": datetime.fromisoformat(entry.item["recordedAt"]),
        "before": CaseState(judged["before"]) if judged["before"] else None,
        "state": CaseState(judged["state"]),
        "serial": entry.server["serial"],
        "said": body,
        "private": (entry.personal or {}).get("private"),
        "remarks": judged["remarks"],
        **made_columns(entry),
    }


def _case(act: Act, entry: Entry, said: OfCase) -> Iterator[Row]:
    values = _without(columns(Case, entry.judged["case"]), "id")
    if act is Act.APPLY:
        values |= {"serial": _serial(entry, CASE_FORM, said.renovation_id), **made_columns(entry)}
    if values:
        yield Row("renovations", _key(entry, said.renovation_id), values, new=act is Act.APPLY)


def _parts(entry: Entry, name: str, kind: type[Wire], table: str, form: str) -> Iterator[Row]:
    for told in entry.judged[name]:
        id_, is_new = UUID(told["id"]), told["new"]
        values = columns(kind, _without(told, "id", "new"))
        if is_new:
            values |= {"serial": _serial(entry, form, id_)}
        yield Row(table, _key(entry, id_), values, new=is_new)


def _receipts(entry: Entry) -> Iterator[Row]:
    for told in entry.judged["receipts"]:
        yield Row("renovation_receipts", _key(entry, UUID(told["id"])), columns(Receipt, _without(told, "id")))


def _unit(entry: Entry) -> Iterator[Row]:
    told = entry.judged.get("unit")  # most acts say nothing of it
    if told:
        standing = Standing(UnitStatus(told["status"]), told["renovating"], date.fromisoformat(told["since"]))
        yield from standing_rows(entry, UUID(told["id"]), standing, told["serial"])


def _serial(entry: Entry, form: str, id_: UUID) -> str | None:
    serial: str | None = entry.server["serial"] if entry.server["page"] == [form, str(id_)] else None
    return serial


def _without(values: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names}


def photos_in(told: Any) -> Iterator[str]:
    """Answer the hashes of all photos anywhere in a body."""
    if isinstance(told, Mapping):
        if "sha256" in told:
            yield told["sha256"]
        for value in told.values():
            yield from photos_in(value)
    elif isinstance(told, Sequence) and not isinstance(told, str):
        for value in told:
            yield from photos_in(value)


def visit_rows(entry: Entry) -> Sequence[Row]:
    """Answer a visit with its photos."""
    visit, judged = entry.read(SiteVisit), entry.judged
    told = plain(visit)
    values = {
        "renovation_id": visit.renovation_id,
        "serial": entry.server["serial"],
        "day": date.fromisoformat(judged["day"]),
        "started_at": started_at(judged),
        "phone_started_at": visit.started_at,
        "outcome": visit.outcome,
        "stage": visit.stage,
        "note": visit.note,
        "workers_present": visit.workers_present,
        "said": _without(told, "renovationId", "visitId", "photos", "answers"),
        "answers": told["answers"],
        "photos": told["photos"],
        "remarks": judged["remarks"],
        **made_columns(entry),
    }
    return [
        Row("renovation_visits", _key(entry, visit.visit_id), values),
        *use_rows(entry, "renovation.visit", visit.visit_id, photos_in(told["photos"])),
    ]


def night_rows(entry: Entry) -> Sequence[Row]:
    """Answer a look at night with its photos."""
    check, judged = entry.read(NightCheck), entry.judged
    told = plain(check)
    values = {
        "renovation_id": check.renovation_id,
        "night": check.night,
        "persons": check.persons,
        "allowed": judged["allowed"],
        "at": datetime.fromisoformat(judged["at"]),
        "said": _without(told, "renovationId", "checkId", "night", "persons"),
        "remarks": judged["remarks"],
        **made_columns(entry),
    }
    return [
        Row("renovation_night_checks", _key(entry, check.check_id), values),
        *use_rows(entry, "renovation.night_check", check.check_id, photos_in(told["photos"])),
    ]
