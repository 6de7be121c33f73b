"""Findings (巡查问题): what any inspection finds not as it should be, from the report to the closed sheet."""

from webapp.core.domain import Domain
from webapp.domains.findings.day_records import FoundOfDay
from webapp.domains.findings.notices import findings_to_tell
from webapp.domains.findings.open_places import OpenAtPlaces
from webapp.domains.findings.paper.book import BOOK
from webapp.domains.findings.paper.views import bp as paper_bp
from webapp.domains.findings.rules.codes import CODES
from webapp.domains.findings.sync import FINDING, PUSH
from webapp.domains.findings.views import bp

DOMAIN = Domain(
    name="findings",
    blueprints=(bp, paper_bp),
    push=PUSH,
    pull=(FINDING,),
    offers=(FoundOfDay(), OpenAtPlaces()),
    errors=CODES,
    watches=(findings_to_tell,),
    books=(BOOK,),
)
