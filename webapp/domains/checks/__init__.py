"""Check sheets (日检、周检): what supervisors and the manager find in their own staff's work, day by day."""

from webapp.core.domain import Domain
from webapp.domains.checks.notices import sheets_to_tell
from webapp.domains.checks.paper import faults, slips
from webapp.domains.checks.paper.book import SHEETS
from webapp.domains.checks.paper.views import bp as paper_bp
from webapp.domains.checks.rules.codes import CODES
from webapp.domains.checks.sync import PUSH, SHEET
from webapp.domains.checks.views import bp

DOMAIN = Domain(
    name="checks",
    blueprints=(bp, paper_bp),
    push=PUSH,
    pull=(SHEET,),
    errors=CODES,
    watches=(sheets_to_tell,),
    books=(*SHEETS, slips.BOOK, faults.BOOK),
)
