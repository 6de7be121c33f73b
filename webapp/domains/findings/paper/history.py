"""What was done about a finding, one line an act: what was said of it, and what is remarked upon."""

from collections.abc import Iterator

from webapp.domains.findings.models import FindingAct
from webapp.ground.paper.words import Lexicon

# What an act says by a word of ours; everything else it says is the person's own.
_BY_WORD = ("action", "dept", "priority", "outcome", "step", "to")
_OWN = (
    *("note", "reason", "result", "facts", "help", "answer"),
    *("units", "cause", "taken", "guard", "calls"),
)

# By a label that hangs there, read by camera or opened as a link.
_SCANNED = ("camera", "link")


def told(act: FindingAct, say: Lexicon) -> str:
    """Answer what stands beside an act: the work order, what was said, deadlines missed, remarks."""
    return say("stop").join(part for part in _parts(act, say) if part)


def _parts(act: FindingAct, say: Lexicon) -> Iterator[str]:
    yield act.serial or ""
    for name in _BY_WORD:
        if said := act.said.get(name):
            yield say.known(f"{name if name != 'action' else 'state'}.{said}")
    if act.said.get("hard"):
        yield say("hard")
    if due_on := act.said.get("dueOn"):
        yield say("dueOn", day=due_on)
    yield from (str(act.said.get(name) or "") for name in _OWN)
    scan = act.said.get("scan") or {}
    yield say("scanned") if scan.get("method") in _SCANNED else scan.get("reason") or ""
    if act.due_at and act.at > act.due_at:
        yield say("overdue")
    yield from (say.known(remark["code"]) for remark in act.remarks)
