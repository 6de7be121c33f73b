"""Renovations (装修管理): from the application to the deposit's refund, with passes, site visits and notices."""

from webapp.core.domain import Domain
from webapp.domains.renovation.notices import renovations_to_tell
from webapp.domains.renovation.paper.book import BOOKS
from webapp.domains.renovation.paper.views import bp as paper_bp
from webapp.domains.renovation.rules.codes import CODES
from webapp.domains.renovation.sync import PULL, PUSH
from webapp.domains.renovation.views import bp

DOMAIN = Domain(
    name="renovation",
    blueprints=(bp, paper_bp),
    books=BOOKS,
    push=PUSH,
    pull=PULL,
    errors=CODES,
    watches=(renovations_to_tell,),
)
