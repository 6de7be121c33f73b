"""Long-vacant units are let by the developer's consent, and never without (`vacancy.md` 8)."""

from datetime import timedelta

from tests import make
from tests.domains.vacancy.conftest import NOW, ON_ONE_STORE
from tests.domains.vacancy.letting import consented, do, let
from tests.domains.vacancy.test_notices import told
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit


def status(vacant):
    vacant.session.rollback()
    return vacant.session.get_one(Unit, (vacant.estate.id, vacant.unit.id)).status.value


def page(vacant):
    return vacant.phone("supervisor").browser.get("/api/v1/vacancy/lettings").get_json()


def test_a_unit_is_let_by_consent_and_vacant_again_at_the_end(vacant, clock):
    clock.move_to(NOW + timedelta(hours=3))
    letting_id = let(vacant)

    assert (status(vacant), vacant.told()["inRegime"]) == ("let_vacant", False)
    assert [one["contractNo"] for one in page(vacant)["lettings"]] == ["WJ-2026-031"]
    ended = do(vacant, "visitor", "let_end", lettingId=letting_id, endedOn="2026-11-23")
    assert ended["outcome"] == "applied"

    assert (status(vacant), vacant.told()["inRegime"]) == ("vacant_unsold", True)
    # Like a first visit: due at once.
    (line,) = vacant.phone("supervisor").browser.get("/api/v1/vacancy/units").get_json()["units"]
    assert line["due"] is True
    history = vacant.phone("supervisor").browser.get(f"/api/v1/vacancy/units/{vacant.unit.id}").get_json()["statuses"]
    assert [one["status"] for one in history] == ["vacant_unsold", "let_vacant", "vacant_unsold"]
    assert vacant.differences() == []


@ON_ONE_STORE
def test_a_check_of_before_the_letting_counts_no_more_once_the_unit_is_back(vacant, clock):
    vacant.lend()
    assert vacant.check()["outcome"] == "applied"
    clock.move_to(NOW + timedelta(days=3))
    letting_id = let(vacant, beginsOn="2026-11-24")
    assert do(vacant, "visitor", "let_end", lettingId=letting_id, endedOn="2026-11-26")["outcome"] == "applied"

    (line,) = vacant.phone("supervisor").browser.get("/api/v1/vacancy/units").get_json()["units"]
    assert (line["due"], line["checkedThisMonth"], line["visitedSince"]) == (True, True, "2026-11-26")
    clock.move_to(NOW + timedelta(days=6))
    assert [line for line in told(vacant, "visitor", "week_ends") if "2026-11-29 前还有 1 套" in line]
    vacant.later(NOW + timedelta(days=8))
    (table,) = vacant.phone("supervisor").browser.get("/api/v1/vacancy/tables").get_json()["tables"]
    assert (table["content"]["checksDue"], table["content"]["checksDone"]) == (5, 0)
    assert table["content"]["coverage"]["checked"] == 1


@ON_ONE_STORE
def test_without_a_consent_that_holds_a_unit_is_not_let(vacant):
    def code(**fields):
        return do(vacant, "visitor", "let", **fields).get("code")

    assert code() == "vacancy.consent_missing"
    refused = consented(vacant, granted=False, paperNo="")
    assert code(consentId=refused) == "vacancy.consent_missing"
    short = consented(vacant, until="2026-11-22")
    assert code(consentId=short) == "vacancy.consent_missing"
    yes = consented(vacant, until="2026-11-23")
    assert code(consentId=yes, until="2026-11-01") == "vacancy.end_before_start"
    taken_back = consented(vacant, granted=False, paperNo="", answeredOn="2026-11-20")
    assert code(consentId=yes) == code(consentId=taken_back) == "vacancy.consent_missing"


@ON_ONE_STORE
def test_by_hand_a_unit_is_let_with_the_consent_on_record_only(vacant):
    body = {"status": "let_vacant", "renovating": False, "since": "2026-11-23", "reason": "出租"}
    path = f"/api/v1/places/units/{vacant.unit.id}/status"
    browser = vacant.phone("supervisor").browser

    assert browser.post(path, json=body).get_json()["code"] == "places.let_needs_consent"
    consented(vacant)
    assert browser.post(path, json=body).status_code == 200


@ON_ONE_STORE
def test_acts_of_letting_are_for_whom_they_are_and_once(vacant):
    consent_id = consented(vacant)

    assert do(vacant, "visitor", "consent", consentId=str(new_id()))["code"] == "core.not_allowed"
    assert do(vacant, "guard", "let")["code"] == "core.not_allowed"
    assert do(vacant, "manager", "consent", consentId=consent_id)["code"] == "vacancy.letting_repeated"
    assert do(vacant, "manager", "consent", consentId=str(new_id()), paperNo=" ")["code"] == "vacancy.paper_no_missing"
    assert do(vacant, "visitor", "let_end")["code"] == "vacancy.unknown_letting"
    letting_id = let(vacant)
    assert do(vacant, "visitor", "let", lettingId=str(new_id()))["params"] == {"status": "let_vacant"}
    assert (
        do(vacant, "visitor", "let_end", lettingId=letting_id, endedOn="2026-11-22")["code"]
        == "vacancy.end_before_start"
    )
    assert do(vacant, "visitor", "let_end", lettingId=letting_id, endedOn="2026-11-23")["outcome"] == "applied"
    assert (
        do(vacant, "visitor", "let_end", lettingId=letting_id, endedOn="2026-11-23")["code"] == "vacancy.letting_over"
    )


@ON_ONE_STORE
def test_units_that_have_long_been_vacant_are_listed(vacant, client):
    vacant.set(long_vacant_days=267)
    assert [(one["unit"], one["days"]) for one in page(vacant)["long"]] == [("3 栋 2 单元 1501", 267)]

    vacant.set(long_vacant_days=268)
    assert page(vacant)["long"] == []
    assert client.get("/api/v1/vacancy/lettings").status_code == 401
    assert vacant.phone("guard").browser.get("/api/v1/vacancy/lettings").status_code == 403


def wish(vacant, who="manager", about=None, **fields):
    phone, wish_id = vacant.phone(who), str(new_id())
    body = {**make.example("vacancy.wish")["body"], "unitId": str(vacant.unit.id), "wishId": wish_id, **fields}
    (answered,) = phone.push(phone.item("vacancy.wish", body, saved_at=vacant.now, about=about or wish_id, live=True))
    return answered


def test_the_manager_notes_wishes_to_rent_of_a_unit_or_of_any(vacant, clock):
    assert wish(vacant)["outcome"] == "applied"
    clock.shift(timedelta(days=1))
    assert wish(vacant, unitId=None, name="刘先生", private=None)["outcome"] == "applied"

    newest, first = page(vacant)["wishes"]
    assert (newest["unit"], newest["name"], newest["phone"], newest["notedOn"]) == (None, "刘先生", "", "2026-11-24")
    assert (first["unit"], first["name"], first["phone"]) == ("3 栋 2 单元 1501", "周女士", "13800001234")
    assert first["text"].startswith("一家三口")
    assert vacant.differences() == []


@ON_ONE_STORE
def test_a_wish_is_noted_once_by_the_manager_of_a_unit_there_is(vacant):
    stranger = str(new_id())

    assert wish(vacant, "visitor")["code"] == "core.not_allowed"
    unknown = wish(vacant, unitId=stranger)
    assert (unknown["code"], unknown["params"]) == ("vacancy.unknown_unit", {"unit": stranger})
    assert wish(vacant, about=str(new_id()))["params"] == {"field": "about"}
    wish_id = str(new_id())
    assert wish(vacant, wishId=wish_id, about=wish_id)["outcome"] == "applied"
    assert wish(vacant, wishId=wish_id, about=wish_id)["code"] == "vacancy.letting_repeated"
    vacant.set(supervisor_may_act_as_manager=True)
    assert wish(vacant, "supervisor")["outcome"] == "applied"
