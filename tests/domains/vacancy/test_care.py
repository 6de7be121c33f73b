"""Cards of units, and care done besides checks (`vacancy.md` 2, 6)."""

from datetime import timedelta

from tests import make
from tests.domains.vacancy.conftest import NOW, ON_ONE_STORE
from webapp.domains.vacancy.models import VacantCare

pytestmark = ON_ONE_STORE


def test_a_card_replaces_what_was_known(vacant):
    phone = vacant.phone("visitor")
    phone.send("vacancy.register", make.card_body(vacant.unit.id))
    phone.send("vacancy.register", make.card_body(vacant.unit.id, finish="bare", developer="城建"))

    told = vacant.told()

    assert (told["card"]["finish"], told["card"]["developer"], told["riskBand"]) == ("bare", "城建", "high")
    assert vacant.differences() == []


def test_a_card_is_written_by_who_visits_about_a_unit_of_the_estate(vacant):
    body = make.card_body(vacant.unit.id)

    def code(who="visitor", about=body["unitId"], **fields):
        return vacant.phone(who).send("vacancy.register", {**body, **fields}, about=about).get("code")

    nobody = str(make.example("findings.report")["about"])
    assert code("cleaner") == "core.not_allowed"
    assert code(about=nobody) == "core.bad_shape"
    assert code(about=nobody, unitId=nobody) == "vacancy.unknown_unit"
    assert code(takenOverOn="1900-01-01") == "core.bad_shape"


def test_cleaning_is_told_and_done_unit_by_unit_and_its_cost_is_shared_to_the_fen(vacant):
    others = [make.unit(vacant.session, vacant.stairs) for _ in range(2)]
    units = [vacant.unit.id, *(one.id for one in others)]
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", *units, step="told"))

    assert (vacant.told()["cleaningToldOn"], vacant.told()["care"]) == ("2026-11-23", {})

    done = vacant.phone("cleaner").send("vacancy.care", make.care_body("SE-07", *units, cost=1_000))
    assert done["outcome"] == "applied"
    assert vacant.told(others[1])["care"] == {"SE-07": "2026-11-23"}
    vacant.session.rollback()
    rows = vacant.session.query(VacantCare).filter_by(step="done").all()
    assert sorted(row.cost for row in rows) == [333, 333, 334]
    assert vacant.differences() == []


def test_only_cleaning_is_told_to_others_and_cleaners_say_nothing_else(vacant):
    unit = vacant.unit.id

    def code(who, task, **fields):
        return vacant.phone(who).send("vacancy.care", make.care_body(task, unit, **fields)).get("code")

    assert code("visitor", "SE-08", step="told") == "vacancy.step_unfit"
    assert code("cleaner", "SE-08") == "core.not_allowed"
    assert code("cleaner", "SE-07", step="told") == "core.not_allowed"
    assert code("guard", "SE-07") == "core.not_allowed"


def test_vac_r05_appliances_are_run_and_the_power_is_off_afterwards(vacant):
    def code(**fields):
        return (
            vacant.phone("visitor").send("vacancy.care", make.care_body("SE-06", vacant.unit.id, **fields)).get("code")
        )

    assert code() == "vacancy.power_left_on"
    assert code(powerOff=False) == "vacancy.power_left_on"
    assert code(powerOff=True) is None


def test_care_comes_once_and_of_units_that_are_there(vacant):
    body = make.care_body("SE-02", vacant.unit.id)
    phone = vacant.phone("visitor")
    nobody = make.example("findings.report")["about"]

    assert phone.send("vacancy.care", {**body, "unitIds": [nobody]})["code"] == "vacancy.unknown_unit"
    assert phone.send("vacancy.care", body, about=nobody)["code"] == "core.bad_shape"
    assert phone.send("vacancy.care", body)["outcome"] == "applied"
    assert phone.send("vacancy.care", body)["code"] == "vacancy.care_repeated"


def test_a_damp_unit_is_to_be_dried_until_it_is(vacant, clock):
    vacant.lend()
    damp = make.answer(
        "VU-06", "abnormal", choice="mould", note="主卧墙角发霉", findingId=make.example("findings.report")["about"]
    )
    vacant.check(answers=make.check_answers(damp))
    clock.move_to(NOW + timedelta(hours=20))
    vacant.check(answers=make.check_answers(damp))

    assert vacant.told()["dryingSince"] == "2026-11-23"

    clock.move_to(NOW + timedelta(hours=21))
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-02", vacant.unit.id))
    assert vacant.told()["dryingSince"] is None
    clock.move_to(NOW + timedelta(hours=22))
    vacant.check(answers=make.check_answers(damp), care=["SE-02"])
    assert vacant.told()["dryingSince"] is None
