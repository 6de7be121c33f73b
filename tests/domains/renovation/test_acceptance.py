"""The acceptance checks of `renovation.md` 13, one after the other."""

from datetime import date, datetime

import pytest

from tests.domains.renovation.ways_there import (
    WORKERS,
    completion_reported,
    draft,
    in_progress,
    notices_verified,
    observation,
    passes_back,
    permitted,
    rectifying,
    submitted,
    with_papers,
)
from tests.domains.renovation.world import PASSES, World, signatures
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.domain import Refused
from webapp.core.ids import new_id
from webapp.domains.renovation.rules.limits import is_overdue
from webapp.domains.renovation.rules.scanning import judge
from webapp.domains.renovation.rules.states import Act, CaseState


@pytest.fixture
def world():
    return World()


def test_acceptance_1_without_the_qualification_it_does_not_go_to_review_and_the_list_says_so(world):
    draft(world)
    with_papers(world, "doc_qualification")
    world.do(Act.SUBMIT)

    answer = world.try_(Act.FORWARD)

    assert answer == Refused("renovation.papers_missing", {"missing": ["doc_qualification"]})
    world.do(Act.INCOMPLETE)
    assert world.case().missing == ("doc_qualification",)
    assert world.state is CaseState.INCOMPLETE


def test_acceptance_2_forwarded_on_friday_engineering_decides_until_the_end_of_tuesday(world):
    submitted(world)
    world.move_to("2026-11-27", hour=16)

    world.do(Act.FORWARD)

    assert world.case().review_due == datetime.fromisoformat("2026-12-01T23:59:59+08:00")


def test_acceptance_3_a_worker_gets_no_extra_pass_and_the_person_in_charge_does(world):
    permitted(world)
    worker = example("renovation.add_worker")["body"]["worker"]
    in_charge, another = WORKERS
    own, others = (str(PASSES[0]), str(PASSES[1]))

    refused = world.refused(Act.ADD_WORKER, worker=worker, askedBy=another, shownPassId=others)
    assert refused == "renovation.not_person_in_charge"
    assert world.refused(Act.ADD_WORKER, askedBy=in_charge, shownPassId=others) == "renovation.pass_not_shown"
    without = {"askedBy": in_charge, "shownPassId": own, "shownPermit": False}
    assert world.refused(Act.ADD_WORKER, **without) == "renovation.permit_not_shown"

    world.do(Act.ADD_WORKER, worker=worker, askedBy=in_charge, shownPassId=own)
    line = {**example("renovation.pay")["body"]["lines"][3], "quantity": 1, "amount": 1000}
    world.do(Act.PAY, Role.FINANCE, lines=[line])
    asked = {"askedBy": in_charge, "shownPermit": True, "shownPassId": own}
    world.do(Act.PASS, passId=str(new_id()), workerId=worker["workerId"], **asked)
    assert len(world.parts("renovation_passes")) == 3


def test_acceptance_4_accepted_on_1_march_it_is_rechecked_on_31_march(world):
    completion_reported(world)
    passes_back(world)
    world.move_to("2027-03-01")

    world.do(Act.ACCEPT, Role.ENGINEER)

    assert world.case().recheck_on == date(2027, 3, 31)


def test_acceptance_5_accepted_after_rectification_on_10_march_it_is_rechecked_on_9_april(world):
    rectifying(world)
    passes_back(world)
    world.move_to("2027-03-10")
    notices_verified(world)

    world.do(Act.REINSPECT, Role.ENGINEER)

    assert world.case().recheck_on == date(2027, 4, 9)


def test_acceptance_6_no_refund_before_the_recheck(world):
    observation(world)
    assert world.refused(Act.REFUND, Role.FINANCE) == "renovation.wrong_state"

    world.pass_time(days=29)
    assert world.refused(Act.RECHECK, Role.ENGINEER) == "renovation.wrong_state"
    world.pass_time(days=1)
    assert world.refused(Act.REFUND, Role.FINANCE) == "renovation.wrong_state"
    world.do(Act.RECHECK, Role.ENGINEER)
    world.do(Act.REFUND, Role.FINANCE)


def test_acceptance_7_a_third_person_does_not_stay_overnight(world):
    in_progress(world)
    names = [{"name": name, "passId": None} for name in ("陈工", "黄工", "李工")]

    assert world.refused(Act.OVERNIGHT, persons=names) == "renovation.too_many_overnight"
    world.do(Act.OVERNIGHT, persons=names[:2], fromOn="2026-12-02", untilOn="2026-12-04")
    for first, last in (("2026-12-01", "2026-12-02"), ("2026-12-04", "2026-12-06"), ("2026-12-01", "2026-12-09")):
        asked = {"requestId": str(new_id()), "persons": names[2:], "fromOn": first, "untilOn": last}
        assert world.refused(Act.OVERNIGHT, **asked) == "renovation.too_many_overnight"
    world.do(Act.OVERNIGHT, requestId=str(new_id()), persons=names[2:], fromOn="2026-12-05", untilOn="2026-12-06")


def test_acceptance_8_past_its_permit_without_extension_a_site_is_overdue_and_passes_open_nothing(world):
    in_progress(world)
    held = world.parts("renovation_passes")[PASSES[1]]
    last = world.case().permit_until

    assert not is_overdue(world.case(), last)
    assert judge(held, world.case(), None, last) == "valid"
    world.move_to("2027-02-21")
    assert is_overdue(world.case(), world.today)
    assert judge(held, world.case(), None, world.today) == "expired"
    assert world.refused(Act.EXTENSION, private=signatures()) == "renovation.extension_late"
