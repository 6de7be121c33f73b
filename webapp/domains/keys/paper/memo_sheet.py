"""One memo as a form: what happened, who consented, what was done about it."""

from collections.abc import Iterator, Mapping

from webapp.domains.keys.paper.case_sheet import clock, facts, pictures, signed, words_of
from webapp.domains.keys.paper.cases import MemoPage
from webapp.domains.keys.registers.cells import Reader
from webapp.domains.keys.registers.queries import Data
from webapp.domains.keys.rules.states import KeyAct
from webapp.ground.books import proof_on_paper
from webapp.ground.paper.form import Box, Form, Section
from webapp.ground.paper.words import Lexicon

FACTS = ("openedAt", "reportedBy", "keyNo", "placeName", "what", "outcome", "cost", "payer", "agreedBy", "agreedHow")


def form_of(page: MemoPage, line: Data, photos: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the memo as a form; `line` is that of the register, `photos` by hash, those that are here."""
    say, reader = words_of(page), Reader.of(page.estate, "memos")
    serial = page.memo.serial or ""
    return Form(
        language=page.language,
        title=reader.title,
        serial=serial,
        estate=page.estate.name,
        facts=[*facts(reader, line, FACTS), (say("loan"), page.loan or "—"), *facts(reader, line, ["closedAt"])],
        parts=[
            Section(say("course"), notes=list(_course(page))),
            *([Section(say("result"), notes=list(_result(page, say)))] if page.memo.settled else []),
            *pictures(page, photos, say("photos")),
        ],
        boxes=_boxes(page, say),
        proof=proof_on_paper(serial, page.proved, page.estate, public_url),
    )


def _course(page: MemoPage) -> Iterator[tuple[str, str]]:
    for step in page.memo.course:
        yield f"{clock(page, step['at'])} {step['byName']}", step["text"]


def _result(page: MemoPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    settled = page.memo.settled or {}
    yield f"{clock(page, settled['at'])} {settled['byName']}", settled["result"]
    if any(remark["code"] == "keys.lock_unchanged" for act in page.acts for remark in act.remarks):
        yield say("care"), say("lockUnchanged")


def _boxes(page: MemoPage, say: Lexicon) -> list[Box]:
    memo, settle = page.memo, page.last(KeyAct.SETTLE)
    opened = Box(say("openedBy"), name=memo.by_name, at=clock(page, memo.opened_at))
    return [opened, signed(page, say("settledBy"), settle.by_name if settle else "", settle), Box(say("agrees"))]
