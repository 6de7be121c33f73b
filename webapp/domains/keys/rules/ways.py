"""All acts on a key set that is there: the body of each, who may, and what it comes to. Pure."""

from webapp.core.actor import OVERSEERS
from webapp.domains.keys.rules import bodies, custody, dispute, incident, lending, returning
from webapp.domains.keys.rules.acting import KEEPERS, Way
from webapp.domains.keys.rules.states import KeyAct

WAYS = (
    Way(KeyAct.MANDATE, bodies.RenewMandate, KEEPERS, custody.renew),
    Way(KeyAct.LEND, bodies.LendKeys, KEEPERS, lending.lend),
    Way(KeyAct.REQUEST, bodies.RequestKeys, KEEPERS, lending.request),
    Way(KeyAct.VERIFY, bodies.VerifyLoan, KEEPERS, lending.verify),
    Way(KeyAct.CONSENT, bodies.ConsentLoan, OVERSEERS, lending.consent),
    Way(KeyAct.REFUSE, bodies.RefuseLoan, KEEPERS, lending.refuse),
    Way(KeyAct.TAKE, bodies.TakeKeys, KEEPERS, lending.take),
    Way(KeyAct.RETURN, bodies.ReturnKeys, KEEPERS, returning.give_back),
    Way(KeyAct.REPORT, bodies.ReportKeys, KEEPERS, incident.report),
    Way(KeyAct.MEMO, bodies.AddToMemo, KEEPERS, incident.add),
    Way(KeyAct.AGREE, bodies.AgreeMemo, OVERSEERS, incident.agree),
    Way(KeyAct.SETTLE, bodies.SettleMemo, KEEPERS, incident.settle),
    Way(KeyAct.RELEASE_ID, bodies.ReleaseId, KEEPERS, returning.release_id),
    Way(KeyAct.HAND_OVER, bodies.HandOverKeys, KEEPERS, custody.hand_over),
    Way(KeyAct.TURN_AWAY, bodies.TurnAway, KEEPERS, custody.turn_away),
    Way(KeyAct.CALL, bodies.CallAboutKeys, KEEPERS, custody.call),
    Way(KeyAct.RETIRE, bodies.RetireKeys, OVERSEERS, incident.retire),
    Way(KeyAct.COUNTERSIGN, bodies.CountersignAlone, KEEPERS, returning.countersign),
    Way(KeyAct.RESOLVE, bodies.ResolveCase, OVERSEERS, dispute.resolve),
)
