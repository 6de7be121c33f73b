"""Findings as the desk and phones read them: by deadline, with what was there before, and what is over forgotten."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from tests.domains.findings.conftest import FOUND
from webapp.core.actor import Role
from webapp.core.ids import new_id

PATH = "/api/v1/findings"


def page(browser, **query):
    answer = browser.get(PATH, query_string=query)
    assert answer.status_code == 200, answer.get_json()
    return answer.get_json()


def test_findings_are_listed_by_deadline_page_by_page(crew):
    calm = crew.report(item="ST-12", choice="litter")
    urgent = crew.report()
    over = crew.report()
    verified = crew.verified()
    crew.act("supervisor", "reject", over)
    browser = crew.phone("supervisor").browser

    first = page(browser, limit=2)
    rest = page(browser, limit=2, after=first["after"])

    assert [one["id"] for one in first["findings"] + rest["findings"]] == [urgent, calm, verified]
    assert rest["after"] is None
    assert [one["id"] for one in page(browser, state=["rejected", "verified"])["findings"]] == [over, verified]
    assert [one["id"] for one in page(browser, dept="cleaning")["findings"]] == [calm]
    assert browser.get(PATH, query_string={"after": str(new_id())}).status_code == 404


def test_one_finding_is_told_with_all_that_belongs_to_it(crew, clock):
    before = crew.report()
    clock.move_to(NOW + timedelta(days=80))
    body = make.finding_body(crew.beat.places[0], NOW + timedelta(days=80))
    crew.beat.phone.report(body, v=2)
    finding_id = body["findingId"]
    phone = crew.beat.phone
    phone.push(phone.item("findings.sighting", make.sighting_body(finding_id, NOW), saved_at=NOW + timedelta(days=80)))
    crew.act("supervisor", "dispatch", finding_id)

    whole = crew.phone("engineer").browser.get(f"{PATH}/{finding_id}").get_json()

    held = crew.held(finding_id)
    assert {name: whole[name] for name in held} == held
    assert (whole["id"], whole["repeats"]) == (finding_id, 1)
    assert [one["id"] for one in whole["repeated"]] == [before]
    assert [one["outcome"] for one in whole["sightings"]] == ["still_there"]
    assert crew.held(before)["repeats"] == 0


def test_phones_forget_what_has_been_over_for_thirty_days(crew, clock):
    finding_id = crew.report()
    crew.act("supervisor", "reject", finding_id)
    held = "findings.finding"

    clock.move_to(NOW + timedelta(days=10))
    assert finding_id in crew.phone("supervisor").pull(held)
    clock.move_to(NOW + timedelta(days=31))
    late = make.PatrolPhone(make.browser(crew.app, crew.people["supervisor"]), crew.beat.estate.id)
    assert finding_id not in late.pull(held)


@pytest.mark.parametrize("path", [PATH, f"{PATH}/{{id}}"])
def test_strangers_small_roles_and_neighbours_read_none(app, client, session, crew, path):
    path = path.format(id=crew.report())
    finance = make.browser(app, make.person(session, crew.beat.estate, role=Role.FINANCE))
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))

    assert client.get(path).status_code == 401
    assert finance.get(path).get_json()["code"] == "core.not_allowed"
    theirs = neighbour.get(path)
    assert theirs.status_code == 404 or theirs.get_json() == {"findings": [], "after": None}


def test_still_there_is_counted_while_it_is_repaired(crew):
    finding_id = crew.fixed()
    phone = crew.beat.phone
    phone.push(phone.item("findings.sighting", make.sighting_body(finding_id, FOUND), saved_at=NOW))

    held = crew.held(finding_id)
    assert (held["timesSeen"], held["state"], held["lastSeen"]["outcome"]) == (1, "fixed", "still_there")


def test_a_report_that_comes_late_changes_nothing_that_phones_were_told_of_others(crew):
    told = crew.report()
    before = crew.held(told)

    crew.report(foundAt=make.iso(FOUND - timedelta(minutes=30)))

    assert crew.held(told) == before
