"""Where bundles lie."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of bundles, by estate."""

    folder: Path

    def file(self, estate_id: UUID, closing_id: UUID) -> Path:
        """Answer where the bundle of a closing lies once it is made."""
        return self.folder / str(estate_id) / f"{closing_id}.zip"
