"""VAC-R02: who may enter a unit is who has its key on an open loan."""

from datetime import timedelta
from uuid import UUID

from tests.domains.keys.cabinet import NOW
from tests.domains.keys.conftest import ON_ONE_STORE
from webapp.core.held_keys import HeldKeys
from webapp.core.ids import new_id
from webapp.core.leaving import Holdings
from webapp.domains.keys import DOMAIN

pytestmark = ON_ONE_STORE


def test_vac_r02_a_visitor_has_the_key_from_the_loan_to_the_return(cabinet, session, clock):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    clock.move_to(NOW + timedelta(hours=2))
    cabinet.act("keeper", "return", key_set, loanId=loan_id)
    (keys,) = (offer for offer in DOMAIN.offers if isinstance(offer, HeldKeys))
    engineer, unit = cabinet.phone("engineer").person_id, cabinet.unit.id
    session.rollback()

    def loan(person=engineer, of=unit, hours=1):
        return keys.loan_for_entry(session, cabinet.estate.id, person, of, NOW + timedelta(hours=hours))

    assert loan() == UUID(loan_id)
    assert loan(hours=-1) is None
    assert loan(hours=3) is None
    assert loan(person=cabinet.phone("keeper").person_id) is None
    assert loan(of=new_id()) is None


def test_the_keys_of_a_unit_are_those_that_the_office_keeps(cabinet, session):
    key_set = cabinet.register()
    (keys,) = (offer for offer in DOMAIN.offers if isinstance(offer, HeldKeys))

    def of_unit():
        session.rollback()
        return keys.keys_of(session, cabinet.estate.id, [cabinet.unit.id, new_id()])

    ((unit_id, ((_, slot),)),) = of_unit().items()
    assert (unit_id, slot) == (cabinet.unit.id, "A-12")
    cabinet.act("supervisor", "retire", key_set)
    assert of_unit() == {}


def test_who_leaves_is_asked_for_the_keys_in_their_name(cabinet, session):
    lent, back = cabinet.register(), cabinet.register()
    cabinet.lent(lent)
    cabinet.act("other", "return", back, loanId=cabinet.lent(back))
    (keys,) = (offer for offer in DOMAIN.offers if isinstance(offer, Holdings))
    session.rollback()

    def names(who):
        held = keys.held_by(session, cabinet.estate.id, cabinet.phone(who).person_id)
        return [(one.kind, one.name) for one in held]

    told = cabinet.held(lent)
    assert names("engineer") == [("keys.loan", f"{told['keyNo']} {told['placeName']}")]
    assert names("keeper") == []
    assert keys.held_by(session, new_id(), cabinet.phone("engineer").person_id) == []
