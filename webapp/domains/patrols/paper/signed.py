"""Who signed a patrol record, as boxes of the form; what nobody has signed yet stays empty, for a pen."""

from webapp.domains.patrols.paper.queries import RecordPage
from webapp.domains.patrols.signing.rules import Signature, State
from webapp.ground.paper.form import Box
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon
from webapp.ground.signatures.drawing import drawing_of


def boxes(page: RecordPage, say: Lexicon) -> list[Box]:
    """Answer the boxes: the patroller's, each colleague's, each manager's.

    Beside a supervisor no colleague signs; under a round that was skipped as a whole nobody does.
    """
    standing = page.standing
    if standing.state is State.SKIPPED:
        return []
    colleagues = () if page.looks else standing.cosigns or (None,)
    return [
        _box(say("supervisor" if page.looks else "by"), standing.finish, page, say),
        *(_box(say("cosigner"), one, page, say) for one in colleagues),
        *(_box(say("manager"), one, page, say) for one in standing.sign_offs or (None,)),
    ]


def said_by(act: Signature, zone: str, say: Lexicon) -> str:
    """Answer why something was done to the page, by whom and when."""
    return say("voided", why=act.note or "—", who=act.signer_name, at=moment_text(act.at, zone))


def _box(title: str, signed: Signature | None, page: RecordPage, say: Lexicon) -> Box:
    if signed is None:
        return Box(title)
    notes = [say("byPin")] if signed.means == "pin" else []
    notes += [say("lateBecause", why=signed.note)] if signed.note else []
    strokes = page.drawn.get(signed.id)
    return Box(
        title=title,
        name=signed.signer_name,
        at=moment_text(signed.at, page.estate.timezone),
        note=say("stop").join(notes),
        drawing=drawing_of(strokes) if strokes else None,
    )
