"""The kinds of acts on pages that phones push."""

from collections.abc import Callable, Sequence

from webapp.core.domain import Decision, Entry, Item, PushKind, Row
from webapp.domains.patrols.rules.rows import VISIT
from webapp.domains.patrols.signing import decisions, left_out
from webapp.domains.patrols.signing.bodies import Cosign, Finish, HandOver, MakeUp, Return, SignOff, Skip, Void
from webapp.domains.patrols.signing.book import Facts
from webapp.domains.patrols.signing.facts import facts
from webapp.domains.patrols.signing.rows import act_rows, look_rows, page_rows
from webapp.domains.patrols.signing.rules import Act
from webapp.domains.patrols.signing.supervision import Supervise, decide_supervise


def _kind(
    act: Act,
    body: type,
    decide: Callable[[Item, Facts], Decision],
    rows: Callable[[Entry], Sequence[Row]] = act_rows,
    *,
    photos: bool = False,
) -> PushKind:
    return PushKind(
        name=f"patrols.{act.value}",
        version=1,
        body=body,
        facts=facts,
        decide=decide,
        rows=rows,
        owns=("patrol_acts", *(("photo_uses",) if photos else ())),
        acts=True,
        after=(VISIT,),
    )


ACTS = (
    _kind(Act.FINISH, Finish, decisions.decide_finish, page_rows),
    _kind(Act.COSIGN, Cosign, decisions.decide_cosign),
    _kind(Act.SIGN_OFF, SignOff, decisions.decide_sign_off),
    _kind(Act.RETURN, Return, decisions.decide_return),
    _kind(Act.VOID, Void, decisions.decide_void),
    _kind(Act.HAND_OVER, HandOver, decisions.decide_hand_over),
    _kind(Act.SKIP, Skip, left_out.decide_skip, page_rows),
    _kind(Act.MAKE_UP, MakeUp, left_out.decide_make_up, page_rows),
    _kind(Act.SUPERVISE, Supervise, decide_supervise, look_rows, photos=True),
)
