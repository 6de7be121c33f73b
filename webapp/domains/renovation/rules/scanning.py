"""What a scanned pass or permit is worth, offline too: tests/examples/rules/renovation_scan.json. Pure."""

from datetime import date
from typing import Literal
from uuid import UUID

from webapp.domains.renovation.rules.standing import Case, Pass
from webapp.domains.renovation.rules.states import ON_SITE, CaseState, PassState

Verdict = Literal["unknown", "revoked", "not_this_unit", "not_yet", "expired", "valid"]
_AFTER = (CaseState.OBSERVATION, CaseState.RECHECK_DUE, CaseState.REFUND_DUE, CaseState.CLOSED)


def judge(shown: Pass | None, case: Case | None, unit_id: UUID | None, today: date) -> Verdict:
    """Answer what it is worth today. `shown` is None for the permit itself; `unit_id`: where somebody stands."""
    if case is None:
        return "unknown"
    if case.state is CaseState.CANCELLED or (shown and shown.state is not PassState.ISSUED):
        return "revoked"
    if unit_id is not None and unit_id != case.unit_id:
        return "not_this_unit"
    return _in_time(case, today)


def _in_time(case: Case, today: date) -> Verdict:
    if case.state in _AFTER:
        return "expired"
    if case.state not in ON_SITE or case.permit_from is None or today < case.permit_from:
        return "not_yet"
    return "expired" if case.permit_until is None or today > case.permit_until else "valid"
