"""The page of closed months, and of the one that is to be closed next."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.desk.months.contents import contents, month_to_close
from webapp.desk.months.models import MonthBundle, MonthClosing, MonthPurge
from webapp.desk.months.rules import last_day_kept, month_of
from webapp.ground.books import Books
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting


def months_page(session: Session, books: Books, estate_id: UUID, *, now: datetime) -> dict[str, Any]:
    """Answer what would be in the next bundle, and the months that are closed, newest first."""
    estate = session.get_one(Estate, estate_id)
    month = month_to_close(session, estate, now)
    today = day_of(now, estate.timezone)
    begun = month <= month_of(today)
    found = contents(session, books, estate, month) if begun else None
    return {
        "next": {
            "month": month,
            "begun": begun,
            "over": month < month_of(today),
            "pages": len(found.pages) if found else 0,
            "forms": _forms(found.forms()) if found else [],
            "open": list(found.open) if found else [],
        },
        "closed": _closed(session, estate, now),
    }


def _closed(session: Session, estate: Estate, now: datetime) -> list[dict[str, Any]]:
    closings = session.scalars(
        select(MonthClosing).where(MonthClosing.estate_id == estate.id).order_by(MonthClosing.month.desc())
    ).all()
    bundles = {
        bundle.closing_id: bundle
        for bundle in session.scalars(select(MonthBundle).where(MonthBundle.estate_id == estate.id))
    }
    purges = {
        purge.closing_id: purge
        for purge in session.scalars(
            select(MonthPurge).where(MonthPurge.estate_id == estate.id).order_by(MonthPurge.entry)
        )
    }
    months = setting(estate.settings, "patrol_retention_months")
    today = day_of(now, estate.timezone)
    return [
        {
            "id": closing.id,
            "month": closing.month,
            "closed_at": closing.closed_at,
            "by_name": closing.by_name,
            "forms": _forms(closing.forms),
            "open": closing.open,
            "kept_until": last_day_kept(closing.month, months),
            "over": today > last_day_kept(closing.month, months),
            "bundle": _bundle(bundles.get(closing.id), closing.id),
            "purge": purges.get(closing.id),
        }
        for closing in closings
    ]


def _forms(forms: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"form": form, **told} for form, told in forms.items()]


def _bundle(bundle: MonthBundle | None, closing_id: UUID) -> dict[str, Any]:
    ready = bundle is not None and bundle.finished_at is not None
    return {
        "state": _state(bundle),
        "done": bundle.done if bundle else 0,
        "of": bundle.total if bundle else 0,
        "size": bundle.size if bundle else None,
        "sha256": bundle.sha256 if bundle else None,
        "entry": bundle.entry if bundle else None,
        "url": f"/api/v1/months/{closing_id}/bundle.zip" if ready else None,
    }


def _state(bundle: MonthBundle | None) -> str:
    if bundle is None:
        return "waiting"
    if bundle.purge_entry:
        return "purged"
    if bundle.finished_at:
        return "ready"
    if bundle.failed_at:
        return "failed"
    return "making" if bundle.started_at else "waiting"
