"""Everything that stands on the papers of one renovation, read for printing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.renovation.models import RenovationAct, SiteNight, SiteVisitRow
from webapp.domains.renovation.queries import ALL_ACTS, found_case
from webapp.domains.renovation.rules.states import Act
from webapp.domains.renovation.telling import told_cases, told_visits
from webapp.ground.books import language_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.proof import Proved, proof_of

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CasePage:
    """One renovation as phones hold it, with all that was done and seen, and the signatures that were drawn."""

    estate: Estate
    case: Data
    acts: Sequence[RenovationAct]
    visits: Sequence[Data]
    nights: Sequence[SiteNight]
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return language_of(self.estate)

    @property
    def wordings(self) -> Mapping[str, str]:
        """The estate's own wording of forms."""
        told: Mapping[str, str] = setting(self.estate.settings, "renovation_papers")
        return told

    def part(self, kind: str, name: str, id_: UUID) -> Data:
        """Answer one of the notices or requests; raises NotFound."""
        for one in self.case[kind]:
            if one[name] == str(id_):
                told: Data = one
                return told
        raise NotFound(**{name: str(id_)})

    def newest(self, act: Act) -> Data | None:
        """Answer what the newest act of its kind said; None where there is none."""
        return next((one.said for one in reversed(self.acts) if one.act is act), None)

    def signatures(self, *acts: Act, **said: Any) -> list[Data]:
        """Answer the signatures drawn at acts that said this, the newest of each party."""
        drawn: dict[str, Data] = {}
        for act in self.acts:
            if act.act in acts and all(_deep(act.said, name) == value for name, value in said.items()):
                for one in (act.private or {}).get("signatures", ()):
                    drawn[one["as"]] = {**one, "at": act.at}
        return list(drawn.values())


def _deep(said: Data, name: str) -> Any:
    return said[name] if name in said else said.get("notice", {}).get(name)


def case_page(session: Session, estate_id: UUID, renovation_id: UUID, entries: set[int] | None = None) -> CasePage:
    """Answer a renovation for its papers, proved by these entries, else by all of its own; raises NotFound."""
    found = found_case(session, estate_id, renovation_id)
    mine = (RenovationAct.estate_id == estate_id) & (RenovationAct.renovation_id == renovation_id)
    acts = session.scalars(select(RenovationAct).where(mine).order_by(RenovationAct.entry)).all()
    of_it = (SiteVisitRow.estate_id == estate_id) & (SiteVisitRow.renovation_id == renovation_id)
    visits = session.scalars(select(SiteVisitRow).where(of_it).order_by(SiteVisitRow.started_at)).all()
    nights = select(SiteNight).where(SiteNight.estate_id == estate_id, SiteNight.renovation_id == renovation_id)
    return CasePage(
        estate=session.get_one(Estate, estate_id),
        case={**told_cases(session, estate_id, [found], acts=ALL_ACTS)[renovation_id], "id": str(renovation_id)},
        acts=acts,
        visits=[{"id": str(id_), **one} for id_, one in told_visits(visits).items()],
        nights=session.scalars(nights.order_by(SiteNight.night, SiteNight.at)).all(),
        proved=proof_of(session, estate_id, entries or {act.entry for act in acts}),
    )
