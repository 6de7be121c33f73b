"""Prints a patrol record."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.domains.patrols.paper.queries import RecordPage
from webapp.domains.patrols.paper.sheet import form_of
from webapp.ground.paper import render_form
from webapp.ground.photos.print import printable


def print_record(session: Session, settings: Settings, page: RecordPage, *, now: datetime) -> bytes:
    """Answer the page as PDF, with those of its photos that are here."""
    photos = printable(session, settings.photo_store, page.estate.id, page.photos)
    return render_form(form_of(page, photos, public_url=settings.public_url), now=now)
