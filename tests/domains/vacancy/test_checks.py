"""A check of a vacant unit: what it needs, what is remarked, what it has done (`vacancy.md` 5, 10)."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.vacancy.conftest import NOW, ON_ONE_STORE
from tests.make.patrols import checklist
from tests.make.vacancy import ITEMS
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus

OPEN_GAS = {"gas": "open", "water": "shut", "power": "shut"}
NOT_SHUT = make.answer(
    "VU-03", "abnormal", choice="not_shut", note="阀门卡住", findingId=make.example("findings.report")["about"]
)
REASON = {"valve": "gas", "reason": "燃气公司明早来修", "dueOn": "2026-11-25"}


def test_a_sound_check_is_a_page_of_the_book_and_counts(vacant):
    loan = vacant.lend()

    answered = vacant.live(loanId=loan)

    assert (answered["outcome"], answered["serial"]) == ("applied", "KZ-2026-000001")
    kept = vacant.kept(answered["serial"])
    assert (kept.remarks, kept.complete, str(kept.loan_id), kept.unit_name) == ([], True, loan, "3 栋 2 单元 1501")
    assert vacant.differences() == []


def test_acceptance_2_with_the_gas_valve_open_and_no_reason_it_cannot_be_completed(vacant):
    vacant.lend()

    answered = vacant.live(valves=OPEN_GAS, answers=make.check_answers(NOT_SHUT))

    assert (answered["code"], answered["params"]) == ("vacancy.valve_open", {"valves": ["gas"]})


def test_vac_r01_an_open_valve_with_a_reason_and_a_day_may_stay(vacant):
    vacant.lend()

    answered = vacant.live(valves=OPEN_GAS, answers=make.check_answers(NOT_SHUT), openValves=[REASON])

    assert answered["outcome"] == "applied"
    assert vacant.kept(answered["serial"]).complete
    assert vacant.told()["openValves"] == [REASON]


@ON_ONE_STORE
@pytest.mark.parametrize("reason", ["", " ……"])
def test_vac_r01_a_reason_says_something(vacant, reason):
    vacant.lend()

    assert vacant.live(valves=OPEN_GAS, openValves=[{**REASON, "reason": reason}])["code"] == "vacancy.valve_open"


def test_acceptance_3_without_an_open_loan_of_the_key_it_is_refused(vacant):
    answered = vacant.live()

    assert (answered["code"], answered["params"]) == ("vacancy.no_key_loan", {"unit": "3 栋 2 单元 1501"})


@ON_ONE_STORE
def test_vac_r02_a_loan_to_somebody_else_or_of_another_unit_is_no_leave_to_enter(vacant):
    vacant.lend(who="supervisor")
    vacant.lend(make.unit(vacant.session, vacant.stairs))

    assert vacant.live()["code"] == "vacancy.no_key_loan"


@ON_ONE_STORE
def test_vac_r02_what_was_written_down_without_a_network_is_kept_and_remarked(vacant):
    answered = vacant.check(valves=OPEN_GAS)

    assert answered["outcome"] == "applied"
    kept = vacant.kept(answered["serial"])
    assert [one["code"] for one in kept.remarks] == [
        *("vacancy.no_key_loan", "vacancy.valve_open", "vacancy.valve_unlike")
    ]
    assert not kept.complete


@ON_ONE_STORE
def test_vac_r02_a_key_lent_in_the_same_push_opens_the_door(vacant, clock):
    vacant.set(lone_keeper_allowed=True)
    phone = vacant.phone("visitor")
    body = make.key_set_body(vacant.unit)
    phone.do("register", body)
    borrower = {**make.example("keys.lend")["body"]["borrower"], "personId": str(phone.person_id)}
    loan = {"borrower": borrower, "dueAt": make.iso(NOW + timedelta(days=1)), "alone": True}
    lend = phone.keep("lend", make.key_act("lend", body["keySetId"], **loan))
    clock.move_to(NOW + timedelta(minutes=30))
    check = phone.made("vacancy.check", make.check_body(vacant.unit.id, NOW + timedelta(minutes=30)))

    answered = phone.push(lend, check)

    assert [one["outcome"] for one in answered] == ["applied", "applied"]
    assert vacant.kept(answered[1]["serial"]).complete


@ON_ONE_STORE
@pytest.mark.parametrize("status", [UnitStatus.IDLE, UnitStatus.LET_VACANT, UnitStatus.OCCUPIED_OWNER])
def test_acceptance_4_no_check_of_an_idle_unit_is_taken_while_the_visitor_waits(vacant, status):
    unit = make.unit(vacant.session, vacant.stairs, status=status)
    vacant.lend(unit)

    answered = vacant.live(unit)

    assert (answered["code"], answered["params"]) == ("vacancy.not_in_regime", {"status": status.value})
    assert "vacancy.not_in_regime" in vacant.remarks(unit=unit)


@ON_ONE_STORE
def test_a_unit_is_what_it_was_on_the_day_of_the_check(vacant):
    vacant.lend()
    # Said after the register was brought, about today.
    vacant.clock.move_to(NOW + timedelta(hours=3))
    vacant.becomes("occupied_owner", "2026-11-23")
    vacant.clock.move_to(NOW + timedelta(hours=4))

    assert "vacancy.not_in_regime" in vacant.remarks()


@ON_ONE_STORE
def test_a_meter_that_turned_between_two_checks_is_found(vacant, clock):
    vacant.lend()
    vacant.check(waterReading="12.50")
    clock.move_to(NOW + timedelta(hours=1))

    assert vacant.remarks(waterReading="12.51") == {}
    clock.move_to(NOW + timedelta(hours=2))
    assert vacant.remarks(waterReading="12.76") == {"vacancy.water_ran": {"litres": 250}}
    clock.move_to(NOW + timedelta(hours=3))
    assert vacant.remarks(waterReading="12.5") == {"vacancy.reading_back": {}}
    assert vacant.told()["waterReading"] == "12.5"


@ON_ONE_STORE
def test_the_tag_of_another_unit_is_remarked_and_its_own_is_not(vacant):
    vacant.lend()
    other = make.unit(vacant.session, vacant.stairs)
    here, there = (make.label(vacant.session, unit) for unit in (vacant.unit, other))

    def scanned(code):
        return vacant.remarks(scan={"method": "camera", "code": code, "reason": None})

    assert scanned(here.code) == {}
    assert set(scanned(there.code)) == {"vacancy.label_elsewhere"}


@ON_ONE_STORE
@pytest.mark.parametrize("unlike", [{"hash": "0" * 64}, checklist("stairwell")], ids=["hash", "type"])
def test_answers_to_another_checklist_are_remarked(vacant, unlike):
    vacant.lend()

    assert set(vacant.remarks(checklist={**checklist("vacant_unit"), **unlike})) == {"vacancy.unknown_checklist"}


@ON_ONE_STORE
def test_what_the_card_says_decides_what_is_asked(vacant):
    vacant.lend()
    phone = vacant.phone("visitor")
    phone.send("vacancy.register", make.card_body(vacant.unit.id))

    assert vacant.remarks() == {"vacancy.items_missing": {"items": ["VU-12", "VU-13"]}}
    items = (*ITEMS, "VU-12", "VU-13")
    assert vacant.remarks(answers=make.check_answers(items=items)) == {}
    # Run in this month and waxed in this quarter.
    assert vacant.remarks() == {}
    care = vacant.told()["care"]
    assert set(care) == {"SE-01", "SE-06", "SE-08", "SE-09"}
    assert set(care.values()) == {"2026-11-23"}
    vacant.set(cold_region=True)
    assert vacant.remarks() == {"vacancy.items_missing": {"items": ["VU-15"]}}


@ON_ONE_STORE
def test_a_check_is_refused_only_for_its_shape_its_maker_and_its_unit(vacant):
    body = make.check_body(vacant.unit.id, NOW)

    def code(who="visitor", about=body["checkId"], **fields):
        return vacant.phone(who).send("vacancy.check", {**body, **fields}, about=about).get("code")

    stranger = make.unit(
        vacant.session, make.stairwell(vacant.session, make.building(vacant.session, make.estate(vacant.session)))
    )
    assert code("guard") == "core.not_allowed"
    assert code(about=str(vacant.unit.id)) == "core.bad_shape"
    assert code(unitId=str(stranger.id)) == "vacancy.unknown_unit"
    assert code(enteredAt="1950-01-01T00:00:00Z") == "core.bad_shape"
    assert code() is None
    assert code() == "vacancy.check_repeated"
    assert vacant.session.get(Unit, (vacant.estate.id, vacant.unit.id)) is not None
