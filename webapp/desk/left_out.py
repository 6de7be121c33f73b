"""What was said of places of a round that nobody visited: why they were left out, why they are made up. Pure."""

from datetime import datetime
from uuid import UUID

from webapp.core.wire import Wire
from webapp.domains.patrols.signing.rules import Signature, Standing


class Said(Wire, frozen=True, kw_only=True):
    """A reason, who gave it, and when."""

    reason: str
    by_name: str
    at: datetime


def left_out(page: Standing) -> dict[UUID, Said]:
    """Answer why places were left out, by place: skipped on purpose, or the round ended without them."""
    ended = {id_: _said(page.finish, why) for id_, why in page.unvisited.items() if page.finish}
    return {**ended, **{id_: _said(one) for id_, one in page.skipped.items()}}


def made_up(page: Standing) -> dict[UUID, Said]:
    """Answer why places are made up, by place."""
    return {id_: _said(one) for id_, one in page.made_up.items()}


def _said(act: Signature, reason: str | None = None) -> Said:
    return Said(reason=reason or act.note or "", by_name=act.signer_name, at=act.at)
