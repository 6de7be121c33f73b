"""One loan as a form: its line of the register, the proofs of a non-owner, every call, and both signatures."""

from collections.abc import Iterator, Mapping

from webapp.domains.keys.paper.case_sheet import clock, facts, pictures, signed, words_of
from webapp.domains.keys.paper.cases import LoanPage
from webapp.domains.keys.registers.cells import Reader
from webapp.domains.keys.registers.queries import Data
from webapp.domains.keys.rules.states import KeyAct
from webapp.ground.books import proof_on_paper
from webapp.ground.paper.form import Box, Form, Section, Table
from webapp.ground.paper.words import Lexicon

FACTS = (
    *("lentAt", "dueAt", "keyNo", "placeName", "quantity", "reason", "borrower", "department", "phone", "lentBy"),
    *("state", "returnedAt", "returnedQuantity", "receiver"),
)


def form_of(page: LoanPage, line: Data, photos: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the loan as a form; `line` is that of the register, `photos` by hash, those that are here."""
    say, reader = words_of(page), Reader.of(page.estate, "loans")
    serial = page.loan.serial or ""
    proofs = list(_proofs(page, say))
    return Form(
        language=page.language,
        title=reader.title,
        serial=serial,
        estate=page.estate.name,
        facts=list(facts(reader, line, FACTS)),
        parts=[
            Section(say("keys"), notes=list(_keys(page, say))),
            *([Section(say("proofs"), notes=proofs)] if proofs else []),
            *_calls(page, say),
            *pictures(page, photos, say("photos")),
        ],
        boxes=_boxes(page, say),
        proof=proof_on_paper(serial, page.proved, page.estate, public_url),
    )


def _keys(page: LoanPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    counted = (page.loan.returned or {}).get("counted") or []
    for number, item in enumerate(page.key_set.items):
        back = say("back", n=counted[number]) if number < len(counted) else ""
        yield item["label"] or say(f"item.{item['kind']}"), f"{item['count']}　{back}".rstrip()
    returned = page.last(KeyAct.RETURN)
    if returned and returned.said["note"]:
        yield say("returnNote"), returned.said["note"]


def _proofs(page: LoanPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    proofs = page.loan.proofs or {}
    if mandate := proofs.get("mandate"):
        yield say("loanMandate"), say("signedOn", day=mandate["signedOn"])
    if call := proofs.get("call"):
        answer = say(f"answer.{call['answer']}")
        yield say("ownerCall"), f"{clock(page, call['calledAt'])}　{call['number']}　{answer}"
    if kept := proofs.get("idKept"):
        given = page.loan.id_given_back_at
        back = say("givenBack", at=clock(page, given)) if given else say("stillKept")
        last4 = page.private("idLast4") or ""
        yield say("idKept"), "　".join(filter(None, (say(f"id.{kept['kind']}"), last4, kept["slot"], back)))


def _calls(page: LoanPage, say: Lexicon) -> list[Table]:
    calls = [act for act in page.acts if act.act is KeyAct.CALL]
    columns = [say(name) for name in ("callAt", "callWhom", "callNumber", "callResult", "callPromise", "callBy")]
    rows = [
        [
            clock(page, call.said["calledAt"]),
            *(call.said[name] for name in ("whom", "number", "result", "promise")),
            call.by_name,
        ]
        for call in calls
    ]
    return [Table(say("calls"), columns, (3, 2, 2.4, 4, 3, 2), rows)] if rows else []


def _boxes(page: LoanPage, say: Lexicon) -> list[Box]:
    taken, back = page.last(KeyAct.LEND, KeyAct.TAKE), page.last(KeyAct.RETURN)
    lent = page.loan.lent or {}
    return [
        signed(page, say("borrowerSigns"), page.loan.borrower["name"], taken),
        Box(say("lentBy"), name=lent.get("name", ""), at=clock(page, lent["at"]) if lent else ""),
        signed(page, say("receiverSigns"), back.by_name if back else "", back),
    ]
