"""Templates as phones hold them: all versions, for old records are shown under the version they were given under."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.checklists.rules import as_data
from webapp.ground.checklists.shelf import shelf

Data = dict[str, Any]


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    templates = sorted(shelf().values(), key=lambda template: template.id)
    return [(one.id, as_data(one)) for one in templates if after is None or one.id > after][:limit]


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return {one.id: as_data(one) for one in shelf().values() if one.id in ids}


TEMPLATES = PullKind(name="checklists.template", page=_page, some=_some)
