"""A beat whose visits are graded, and a supervisor who looks at them."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import make
from tests.domains.conftest import NOW, Beat
from webapp.core.actor import Role
from webapp.domains.patrols.evidence.jobs import GRADE
from webapp.domains.patrols.evidence.models import PatrolGrade

HERE = {"lat": 22.5401, "lon": 113.9345, "accuracyM": 18}


@dataclass
class Evidence:
    """What the tests do with visits of the beat."""

    beat: Beat
    session: Session
    seq: int = 0

    def visit(self, index=0, at=NOW - timedelta(minutes=20), *, shots=("9f" * 32,), phone=None, v=2, **fields):
        """Push a scanned visit with live photos and a position, and answer its id."""
        body = make.visit_body(
            self.beat.places[index],
            at,
            self.beat.route,
            **{
                "label": self.beat.labels[index].code,
                "scan": {"method": "camera", "reason": None},
                "photos": [make.visit_photo(at + timedelta(seconds=20), sha256=shot) for shot in shots],
                "position": HERE,
                **fields,
            },
        )
        self.seq += 1
        assert (phone or self.beat.phone).visit(body, seq=self.seq, v=v)["outcome"] == "applied"
        return body["visitId"]

    def grades(self):
        """Let the worker grade, and answer the codes of the reasons by visit."""
        GRADE.act()
        self.session.rollback()
        rows = self.session.scalars(select(PatrolGrade))
        return {str(row.visit_id): [one["code"] for one in row.reasons] for row in rows}


@pytest.fixture
def evidence(beat, session):
    # All was made before its first contact, so that the order of arrival says nothing about the time.
    beat.phone.last_seq = 1000
    return Evidence(beat, session)


@pytest.fixture
def supervisor(app, session, beat):
    return make.browser(app, make.person(session, beat.estate, role=Role.SUPERVISOR, name="沈主管"))
