"""Prints a problem sheet."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.domains.findings.paper.queries import FindingPage
from webapp.domains.findings.paper.sheet import form_of
from webapp.ground.paper import render_form
from webapp.ground.photos.print import printable


def print_finding(session: Session, settings: Settings, page: FindingPage, *, now: datetime) -> bytes:
    """Answer the sheet as PDF, with those of its photos that are here."""
    photos = printable(session, settings.photo_store, page.estate.id, page.photos)
    return render_form(form_of(page, photos, public_url=settings.public_url), now=now)
