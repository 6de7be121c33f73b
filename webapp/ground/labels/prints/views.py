"""HTTP doors of prints that the worker draws."""

from typing import Any
from uuid import UUID

from flask import Response, send_file
from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.errors import NotFound
from webapp.core.jobs import enqueue
from webapp.ground.labels.models import LabelJob
from webapp.ground.labels.prints import service as prints
from webapp.ground.labels.prints.jobs import DRAW, press
from webapp.ground.labels.prints.service import PER_FILE
from webapp.ground.labels.queries import places_to_walk
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.schemas import JobIn, JobMadeOut, JobOut
from webapp.ground.labels.service import labels_to_print, make_blanks
from webapp.ground.labels.sheet import LAYOUTS, warnings
from webapp.ground.places.models import Route

bp = Blueprint("label_jobs", __name__, url_prefix="/api/v1/labels/jobs", description="Prints of many labels")

PRINTERS = (*OVERSEERS, Role.ADMIN)
PDF = {"type": "string", "format": "binary"}


@bp.post("")
@needs(*PRINTERS)
@bp.arguments(JobIn)
@bp.response(202, JobMadeOut)
def make(body: dict[str, Any]) -> dict[str, Any]:
    who = actor()
    with unit_of_work() as session:
        labels = _labels(session, who.estate_id, body)
        job_id = prints.start_print(session, who.estate_id, labels, body["layout"], by=who.id, now=clock.now()).id
    enqueue(DRAW.name, str(who.estate_id), str(job_id))
    return {"id": job_id}


@bp.get("")
@needs(*PRINTERS)
@bp.response(200, JobOut(many=True))
def newest() -> list[dict[str, Any]]:
    return [_told(job, press().public_url) for job in prints.recent(db.session(), actor().estate_id)]


@bp.get("/<uuid:job_id>")
@needs(*PRINTERS)
@bp.response(200, JobOut)
def get(job_id: UUID) -> dict[str, Any]:
    return _told(_job(job_id), press().public_url)


@bp.get("/<uuid:job_id>/files/<int:number>.pdf")
@needs(*PRINTERS)
@bp.response(200, PDF, content_type="application/pdf")
def file(job_id: UUID, number: int) -> Response:
    job = _job(job_id)
    path = press().file(job.estate_id, job.id, number)
    if not path.exists():
        raise NotFound(file=number)
    return send_file(path, mimetype="application/pdf")


def _labels(session: Session, estate_id: UUID, body: dict[str, Any]) -> dict[UUID, Printed]:
    if body["blank"] is not None:
        return make_blanks(session, estate_id, body["blank"], now=clock.now())
    for route_id in body["route_ids"] or ():
        if session.get(Route, (estate_id, route_id)) is None:
            raise NotFound(route=str(route_id))
    walked = places_to_walk(session, estate_id, body["route_ids"]).values()
    places = [place for _, place in walked]
    return labels_to_print(session, estate_id, places, reprint=body["reprint"], now=clock.now())


def _job(job_id: UUID) -> LabelJob:
    job = db.session().get(LabelJob, (actor().estate_id, job_id))
    if job is None:
        raise NotFound(job=str(job_id))
    return job


def _told(job: LabelJob, public_url: str) -> dict[str, Any]:
    return {
        "id": job.id,
        "layout": job.layout,
        "made_at": job.made_at,
        "state": _state(job),
        "done": job.drawn,
        "of": job.labels,
        "warnings": warnings(public_url, LAYOUTS[job.layout]),
        "files": [_file(job, number, first) for number, first in enumerate(range(0, job.labels, PER_FILE), start=1)]
        if job.finished_at
        else [],
    }


def _state(job: LabelJob) -> str:
    if job.finished_at:
        return "ready"
    if job.failed_at:
        return "failed"
    return "drawing" if job.started_at else "waiting"


def _file(job: LabelJob, number: int, first: int) -> dict[str, Any]:
    last = min(first + PER_FILE, job.labels)
    return {
        "name": f"labels-{first + 1:04}-{last:04}.pdf",
        "labels": last - first,
        "url": f"/api/v1/labels/jobs/{job.id}/files/{number}.pdf",
    }
