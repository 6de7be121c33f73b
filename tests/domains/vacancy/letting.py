"""Acts of letting a vacant unit, live as the office does them."""

from typing import Any

from tests import make
from tests.domains.vacancy.conftest import Vacant
from webapp.core.ids import new_id


def do(vacant: Vacant, who: str, act: str, **fields: Any) -> dict[str, Any]:
    """Push an act about the unit, and answer what was answered."""
    phone = vacant.phone(who)
    unit = str(vacant.unit.id)
    body = {**make.example(f"vacancy.{act}")["body"], "unitId": unit, **fields}
    answered: dict[str, Any]
    (answered,) = phone.push(phone.item(f"vacancy.{act}", body, saved_at=vacant.now, about=unit, live=True))
    return answered


def consented(vacant: Vacant, **fields: Any) -> str:
    """Note the developer's answer, and answer its id."""
    consent_id = str(new_id())
    assert do(vacant, "manager", "consent", consentId=consent_id, **fields)["outcome"] == "applied"
    return consent_id


def let(vacant: Vacant, **fields: Any) -> str:
    """Let the unit by consent, and answer the letting's id."""
    letting_id = str(new_id())
    consent_id = consented(vacant)
    answered = do(vacant, "visitor", "let", lettingId=letting_id, consentId=consent_id, **fields)
    assert answered["outcome"] == "applied", answered
    return letting_id
