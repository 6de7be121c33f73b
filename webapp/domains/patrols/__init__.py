"""Building patrols (楼宇巡查): plans, rounds, visits, and how good their evidence is."""

from webapp.core.domain import Domain
from webapp.domains.patrols.day_records import VisitsOfDay
from webapp.domains.patrols.evidence.jobs import GRADE, GRADE_OVERDUE
from webapp.domains.patrols.evidence.review import REVIEW
from webapp.domains.patrols.evidence.views import bp as evidence_bp
from webapp.domains.patrols.paper.book import BOOK
from webapp.domains.patrols.paper.views import bp as paper_bp
from webapp.domains.patrols.rules.codes import CODES
from webapp.domains.patrols.signing import codes as signing
from webapp.domains.patrols.signing.kinds import ACTS
from webapp.domains.patrols.signing.notices import pages_to_tell
from webapp.domains.patrols.signing.pull import RECORDS
from webapp.domains.patrols.sync import PLAN, VISIT, VISITS
from webapp.domains.patrols.views import bp

DOMAIN = Domain(
    name="patrols",
    blueprints=(bp, evidence_bp, paper_bp),
    push=(VISIT, REVIEW, *ACTS),
    pull=(PLAN, VISITS, RECORDS),
    offers=(VisitsOfDay(),),
    jobs=(GRADE, GRADE_OVERDUE),
    errors=(*CODES, *signing.CODES),
    watches=(pages_to_tell,),
    books=(BOOK,),
)
