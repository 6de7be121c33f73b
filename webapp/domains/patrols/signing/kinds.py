"""The kinds of acts on pages that phones push."""

from collections.abc import Callable, Sequence

from webapp.core.domain import Decision, Entry, Item, PushKind, Row
from webapp.domains.patrols.rules.rows import VISIT
from webapp.domains.patrols.signing import decisions
from webapp.domains.patrols.signing.bodies import Cosign, Finish, HandOver, Return, SignOff, Void
from webapp.domains.patrols.signing.book import Facts
from webapp.domains.patrols.signing.facts import facts
from webapp.domains.patrols.signing.rows import act_rows, finish_rows
from webapp.domains.patrols.signing.rules import Act


def _kind(
    act: Act,
    body: type,
    decide: Callable[[Item, Facts], Decision],
    rows: Callable[[Entry], Sequence[Row]] = act_rows,
) -> PushKind:
    return PushKind(
        name=f"patrols.{act.value}",
        version=1,
        body=body,
        facts=facts,
        decide=decide,
        rows=rows,
        owns=("patrol_acts",),
        acts=True,
        after=(VISIT,),
    )


ACTS = (
    _kind(Act.FINISH, Finish, decisions.decide_finish, finish_rows),
    _kind(Act.COSIGN, Cosign, decisions.decide_cosign),
    _kind(Act.SIGN_OFF, SignOff, decisions.decide_sign_off),
    _kind(Act.RETURN, Return, decisions.decide_return),
    _kind(Act.VOID, Void, decisions.decide_void),
    _kind(Act.HAND_OVER, HandOver, decisions.decide_hand_over),
)
