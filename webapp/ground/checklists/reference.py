"""How a record names the version of the checklist it was made under."""

from typing import Annotated

from msgspec import Meta

from webapp.core.wire import Wire
from webapp.ground.checklists.rules import Template
from webapp.ground.checklists.shelf import find_template


class ChecklistRef(Wire, frozen=True, kw_only=True):
    """One version of a checklist; the hash keeps it from being another of the same number."""

    type: Annotated[str, Meta(min_length=1, max_length=64)]
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    hash: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]

    def template(self) -> Template | None:
        """Answer the template, or None when this house never shipped it."""
        return find_template(self.type, self.version, self.hash)
