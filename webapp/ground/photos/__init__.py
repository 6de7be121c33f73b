"""Photos by content: taken in, checked, kept, shown in three sizes to those who may see a record that shows them."""

from webapp.core.domain import Domain
from webapp.ground.photos.jobs import LOOK, MAKE_SIZES, SWEEP
from webapp.ground.photos.store import store_answers
from webapp.ground.photos.views import bp

ROOM = Domain(name="photos", blueprints=(bp,), jobs=(MAKE_SIZES, LOOK, SWEEP))

__all__ = ["ROOM", "store_answers"]
