"""Consents, lettings, wishes and purges by rules alone: who may, of what, and what the entry writes."""

from datetime import date

import pytest

from tests import make
from tests.domains.vacancy.conftest import NOW
from tests.domains.vacancy.said import ESTATE, MADE, applied, entry, item, refused
from webapp.core.domain import Row
from webapp.core.ids import new_id
from webapp.domains.vacancy.rules import letting, purging, wishing
from webapp.domains.vacancy.rules.letting import Consent, Let, LetEnd, LetFacts, LetUnit
from webapp.ground.estates.settings import DEFAULTS
from webapp.ground.places.rules import StatusSource, UnitStatus

UNIT, CONSENT, LETTING = new_id(), new_id(), new_id()
SHAPES = {"consent": Consent, "let": Let, "let_end": LetEnd}
DECIDE = {"consent": letting.decide_consent, "let": letting.decide_let, "let_end": letting.decide_end}
ROWS = {"consent": letting.consent_rows, "let": letting.let_rows, "let_end": letting.end_rows}
CONSENTED = LetUnit(UnitStatus.VACANT_UNSOLD, CONSENT, date(2026, 12, 31))


def act(name, *, role="manager", about=UNIT, **fields):
    named = {"unitId": str(UNIT), "consentId": str(CONSENT), "lettingId": str(LETTING)}
    sent = make.example(f"vacancy.{name}")["body"]
    body = {**sent, **{key: value for key, value in named.items() if key in sent}, **fields}
    return item(f"vacancy.{name}", SHAPES[name], body, about=about, role=role)


def decide(name, unit=CONSENTED, *, repeated=False, settings=DEFAULTS, begun=None, known=UNIT, **fields):
    given = act(name, **fields)
    repeats = frozenset({given.id}) if repeated else frozenset()
    facts = LetFacts({known: unit}, {given.id: settings}, begun or {}, repeats)
    return given, DECIDE[name](given, facts)


def test_a_consent_is_the_managers_or_the_supervisors_who_acts_as_one():
    acting = {**DEFAULTS, "supervisor_may_act_as_manager": True}
    without = {**DEFAULTS, "supervisor_may_act_as_manager": False}

    applied(decide("consent")[1])
    applied(decide("consent", role="office_manager")[1])
    applied(decide("consent", role="supervisor", settings=acting)[1])
    for role in ("supervisor", "steward", "gm"):
        assert refused(decide("consent", role=role, settings=without)[1]) == ("core.not_allowed", {})


@pytest.mark.parametrize("name", ["let", "let_end"])
def test_letting_is_done_by_those_who_visit(name):
    for role in ("guard", "engineer", "gm"):
        assert refused(decide(name, role=role)[1]) == ("core.not_allowed", {})


@pytest.mark.parametrize("name", list(SHAPES))
def test_every_act_is_about_a_unit_there_is_and_comes_once(name):
    assert refused(decide(name, about=new_id())[1]) == ("core.bad_shape", {"field": "about"})
    assert refused(decide(name, known=new_id())[1]) == ("vacancy.unknown_unit", {"unit": str(UNIT)})
    assert refused(decide(name, repeated=True)[1]) == ("vacancy.letting_repeated", {})


def test_a_yes_has_the_number_of_its_paper_and_a_no_needs_none():
    assert refused(decide("consent", paperNo="  ")[1]) == ("vacancy.paper_no_missing", {})
    applied(decide("consent", paperNo="", granted=False)[1])


def test_a_unit_is_let_up_to_the_last_day_of_its_consent():
    def code(unit=CONSENTED, **fields):
        return refused(decide("let", unit, until=None, **fields)[1])[0]

    applied(decide("let", beginsOn="2026-12-31", until=None)[1])
    assert code(beginsOn="2027-01-01") == "vacancy.consent_missing"
    assert code(consentId=str(new_id())) == "vacancy.consent_missing"
    assert code(LetUnit(UnitStatus.VACANT_UNSOLD)) == "vacancy.consent_missing"
    applied(decide("let", LetUnit(UnitStatus.VACANT_UNSOLD, CONSENT), beginsOn="2040-01-01", until=None)[1])


def test_only_a_vacant_unit_is_let_and_not_to_end_before_it_begins():
    let = LetUnit(UnitStatus.LET_VACANT, CONSENT)

    assert refused(decide("let", let)[1]) == ("vacancy.let_needs_vacant", {"status": "let_vacant"})
    applied(decide("let", beginsOn="2026-11-23", until="2026-11-23")[1])
    early = decide("let", beginsOn="2026-11-23", until="2026-11-22")[1]
    assert refused(early) == ("vacancy.end_before_start", {})


def test_the_letting_that_runs_is_ended_once_and_not_before_it_began():
    begun = {LETTING: date(2026, 11, 1)}
    running = LetUnit(UnitStatus.LET_VACANT, CONSENT, letting=LETTING)

    def code(unit=running, begun=begun, **fields):
        return refused(decide("let_end", unit, begun=begun, **fields)[1])[0]

    assert code(begun={}) == "vacancy.unknown_letting"
    assert code(CONSENTED) == "vacancy.letting_over"
    assert code(endedOn="2026-10-31") == "vacancy.end_before_start"
    applied(decide("let_end", running, begun=begun, endedOn="2026-11-01")[1])


@pytest.mark.parametrize("name", list(SHAPES))
def test_days_that_no_register_knows_are_no_shape(name):
    fields = {"consent": ("askedOn", "answeredOn", "until"), "let": ("beginsOn", "until"), "let_end": ("endedOn",)}
    for field in fields[name]:
        for day in ("1949-12-31", "2200-01-01"):
            with pytest.raises(Exception, match="shape"):
                act(name, **{field: day})
        act(name, **{field: "1950-01-01"})


def rows(name, unit=CONSENTED, **fields):
    given, decided = decide(name, unit, **fields)
    answer = applied(decided)
    assert answer.changes == (("places.unit", UNIT), ("vacancy.unit", UNIT))
    return given, list(ROWS[name](entry(given, answer)))


def key(id_):
    return {"estate_id": ESTATE, "id": id_}


def status_rows(given, status, since, reason):
    said = {"status": status, "renovating": False, "since": since}
    by = {"by_id": MADE["by_id"], "by_name": MADE["by_name"], "at": NOW}
    told = {"unit_id": UNIT, **said, "reason": reason, "source": StatusSource.HAND, **by}
    return [Row("unit_statuses", key(given.id), told), Row("units", key(UNIT), said, new=False)]


def test_a_consent_is_written_as_it_was_given():
    _, (row,) = rows("consent")

    assert (row.table, row.key, row.new) == ("vacancy_consents", key(CONSENT), True)
    assert row.values == {
        "unit_id": UNIT,
        "asked_on": date(2026, 11, 2),
        "granted": True,
        "answered_on": date(2026, 11, 16),
        "paper_no": "鹏城函〔2026〕118 号",
        "until": None,
        "note": "",
        **MADE,
    }


def test_a_letting_makes_the_unit_let_from_its_beginning_and_its_end_vacant_again():
    given, (row, *status) = rows("let")
    assert (row.table, row.key, row.new) == ("vacancy_lettings", key(LETTING), True)
    assert row.values == {
        "unit_id": UNIT,
        "consent_id": CONSENT,
        "tenant": "周女士",
        "contract_no": "WJ-2026-031",
        "begins_on": date(2026, 11, 23),
        "until": date(2027, 11, 22),
        "keys_handed_over": True,
        "note": "",
        **MADE,
    }
    assert status == status_rows(given, UnitStatus.LET_VACANT, date(2026, 11, 23), "WJ-2026-031")

    running = LetUnit(UnitStatus.LET_VACANT, CONSENT, letting=LETTING)
    begun = {LETTING: date(2026, 11, 1)}
    given, (row, *status) = rows("let_end", running, begun=begun, endedOn="2026-11-30", reason="到期退租")
    ended = {"ended_on": date(2026, 11, 30), "ended_because": "到期退租", "end_entry": 12}
    assert row == Row("vacancy_lettings", key(LETTING), ended, new=False)
    assert status == status_rows(given, UnitStatus.VACANT_UNSOLD, date(2026, 11, 30), "到期退租")


def wish(*, role="manager", known=(UNIT,), repeated=False, about=None, settings=DEFAULTS, **fields):
    wish_id = new_id()
    body = {**make.example("vacancy.wish")["body"], "unitId": str(UNIT), "wishId": str(wish_id), **fields}
    given = item("vacancy.wish", wishing.Wish, body, about=about or wish_id, role=role)
    repeats = frozenset({given.id}) if repeated else frozenset()
    return given, wishing.decide(given, wishing.WishFacts(known, {given.id: settings}, repeats))


def test_a_wish_is_the_managers_once_about_itself_and_of_a_unit_there_is():
    without = {**DEFAULTS, "supervisor_may_act_as_manager": False}

    assert refused(wish(role="supervisor", settings=without)[1]) == ("core.not_allowed", {})
    applied(wish(role="supervisor", settings={**without, "supervisor_may_act_as_manager": True})[1])
    assert refused(wish(about=new_id())[1]) == ("core.bad_shape", {"field": "about"})
    assert refused(wish(repeated=True)[1]) == ("vacancy.letting_repeated", {})
    assert refused(wish(known=())[1]) == ("vacancy.unknown_unit", {"unit": str(UNIT)})
    applied(wish(known=(), unitId=None)[1])


def test_the_number_of_who_wishes_is_set_apart_and_goes_when_it_is_erased():
    given, decided = wish()
    answer = applied(decided)
    written = entry(given, answer)

    (row,) = wishing.rows(written)
    assert answer.personal == {"private": {"phone": "13800001234"}}
    assert (row.table, row.key) == ("vacancy_wishes", key(given.about))
    asked = {"unit_id": UNIT, "name": "周女士", "text": given.body.text, "noted_at": NOW}
    assert row.values == {**asked, "private": {"phone": "13800001234"}, **MADE}
    (erased,) = wishing.rows(entry(given, type(answer)(answer.judged)))
    assert erased.values["private"] is None
    assert applied(wish(private=None)[1]).personal is None


def purge(*, role="supervisor", archivist=False, today=date(2026, 3, 1), numbers=((3, 5),), about=None, **fields):
    purge_id = new_id()
    body = {"purgeId": str(purge_id), "soldBefore": "2025-03-02", **fields}
    given = item("vacancy.purge", purging.PurgeVacancy, body, about=about or purge_id, role=role)
    people = frozenset({given.by}) if archivist else frozenset()
    facts = purging.PurgeFacts(people, {given.id: today}, {given.id: 12}, {given.id: numbers})
    return given, purging.decide(given, facts)


def test_acceptance_6_what_was_sold_on_1_march_goes_a_year_later_on_1_march_and_no_day_sooner():
    assert refused(purge(today=date(2026, 2, 28))[1]) == ("vacancy.retention_active", {"until": "2026-03-01"})
    given, decided = purge()
    answer = applied(decided)

    (row,) = purging.rows(entry(given, answer))

    told = {"sold_before": date(2025, 3, 2), "numbers": [[3, 5]], "purged_at": NOW}
    assert (row.table, row.key, row.values) == ("vacancy_purges", key(given.about), {**told, **MADE})


def test_records_are_destroyed_by_overseers_and_archivists_where_there_are_any():
    assert refused(purge(role="steward")[1]) == ("core.not_allowed", {})
    applied(purge(role="steward", archivist=True)[1])
    assert refused(purge(about=new_id())[1]) == ("core.bad_shape", {"field": "about"})
    assert refused(purge(numbers=())[1]) == ("vacancy.nothing_due", {})
    for day in ("1949-12-31", "2200-01-01"):
        with pytest.raises(Exception, match="shape"):
            purge(soldBefore=day)
