"""Vacant units (空置房管理): their register, weekly checks and care, and how much of the stock was checked."""

from webapp.core.domain import Domain
from webapp.domains.vacancy.deeming import DEEM
from webapp.domains.vacancy.importing.views import bp as list_bp
from webapp.domains.vacancy.lettings.views import bp as lettings_bp
from webapp.domains.vacancy.notices import vacancy_to_tell
from webapp.domains.vacancy.offers import Consented
from webapp.domains.vacancy.paper.book import BOOK
from webapp.domains.vacancy.papers.views import bp as papers_bp
from webapp.domains.vacancy.plans.views import bp as plans_bp
from webapp.domains.vacancy.purging import CARRY_OUT
from webapp.domains.vacancy.rules.codes import CODES
from webapp.domains.vacancy.sheets.views import bp as sheets_bp
from webapp.domains.vacancy.sync import PULL, PUSH
from webapp.domains.vacancy.views import bp

DOMAIN = Domain(
    name="vacancy",
    blueprints=(bp, papers_bp, plans_bp, lettings_bp, sheets_bp, list_bp),
    push=PUSH,
    pull=PULL,
    offers=(Consented(),),
    jobs=(CARRY_OUT, DEEM),
    errors=CODES,
    watches=(vacancy_to_tell,),
    books=(BOOK,),
)
