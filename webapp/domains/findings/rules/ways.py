"""All acts on findings: the body of each, who may, and what it comes to. Pure."""

from webapp.domains.findings.rules import bodies, guards, letters, orders, repair, signing, smell
from webapp.domains.findings.rules.acting import Way
from webapp.domains.findings.rules.states import Act

WAYS = (
    Way(Act.SETTLE, bodies.Settle, guards.walkers, repair.settle),
    Way(Act.DISPATCH, bodies.Dispatch, guards.managers, repair.dispatch),
    Way(Act.ORDER, bodies.Order, guards.overseers, orders.order),
    Way(Act.REJECT, bodies.Reject, guards.managers, repair.reject),
    Way(Act.ACCEPT, bodies.Accept, guards.menders, repair.accept),
    Way(Act.FIX, bodies.Fix, guards.menders, repair.fix),
    Way(Act.VERIFY, bodies.Verify, guards.walkers, repair.verify),
    Way(Act.SIGN, bodies.Sign, guards.anybody, signing.sign),
    Way(Act.LETTER, bodies.Letter, guards.walkers, letters.letter),
    Way(Act.LETTER_PASS, bodies.LetterPass, guards.overseers, letters.letter_pass),
    Way(Act.SMELL_STEP, bodies.SmellStep, smell.step_guard, smell.smell_step),
)
