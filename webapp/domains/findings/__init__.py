"""Findings (巡查问题): what any inspection finds not as it should be."""

from webapp.core.domain import Domain
from webapp.domains.findings.notices import urgent_findings
from webapp.domains.findings.paper.views import bp as paper_bp
from webapp.domains.findings.rules.codes import CODES
from webapp.domains.findings.sync import FINDING, REPORT, SIGHTING

DOMAIN = Domain(
    name="findings",
    blueprints=(paper_bp,),
    push=(REPORT, SIGHTING),
    pull=(FINDING,),
    errors=CODES,
    watches=(urgent_findings,),
)
