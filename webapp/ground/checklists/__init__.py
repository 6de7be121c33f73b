"""Checklists are data: templates shipped with the product, versioned and hashed (`domain/patrol.md` 3)."""

from webapp.core.domain import Domain
from webapp.ground.checklists.sync import TEMPLATES

ROOM = Domain(name="checklists", pull=(TEMPLATES,))
