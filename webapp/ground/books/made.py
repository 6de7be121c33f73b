"""Makes paper of a page: what ties it to the book, its photos, the file."""

from datetime import datetime
from uuid import UUID

from flask import Response
from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.ground.books.book import BookPage
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper import render_form
from webapp.ground.paper.address import check_address, in_groups
from webapp.ground.paper.form import Proof
from webapp.ground.paper.when import entries_text
from webapp.ground.photos.print import printable


def language_of(estate: Estate) -> str:
    """Answer in which language the estate prints."""
    return str(setting(estate.settings, "ui_locale"))


def proof_on_paper(serial: str, proved: Proved, estate: Estate, public_url: str) -> Proof:
    """Answer what stands at the foot of a page: its entries, their hash, and the code that leads to the check page."""
    return Proof(
        entries=entries_text(proved.numbers, language_of(estate)),
        hash=in_groups(proved.hash),
        address=check_address(public_url, serial, proved.hash),
    )


def proof_without_page(proved: Proved, estate: Estate) -> Proof:
    """Answer what stands at the foot of a paper that has no number: nobody can look it up by a code."""
    return Proof(entries=entries_text(proved.numbers, language_of(estate)), hash=in_groups(proved.hash))


def print_page(session: Session, settings: Settings, estate_id: UUID, page: BookPage, *, now: datetime) -> bytes:
    """Answer the page as PDF, with those of its photos that are here."""
    photos = printable(session, settings.photo_store, estate_id, page.photos)
    return render_form(page.form(photos, settings.public_url), now=now)


def pdf_answer(pdf: bytes, serial: str) -> Response:
    """Answer the file to a browser, which shows it and keeps no copy."""
    headers = {"Content-Disposition": f'inline; filename="{serial}.pdf"', "Cache-Control": "no-store"}
    return Response(pdf, mimetype="application/pdf", headers=headers)
