"""An emergency entry from the door to the told household, and who may rest on it."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests import make
from tests.domains.conftest import NOW
from tests.domains.test_tampering import changed
from webapp.core.actor import Role
from webapp.core.emergency import ENTRIES
from webapp.core.ids import new_id
from webapp.domains.emergencies.models import EmergencyEntry
from webapp.ground.logbook.verify import verify
from webapp.ground.notices.jobs import LOOK

SAVED = NOW - timedelta(minutes=1)


class Door:
    """Pushes entries from the steward's phone, authorised by the manager unless said otherwise."""

    def __init__(self, app, session, beat):
        self.app, self.session, self.beat = app, session, beat
        self.manager = make.person(session, beat.estate, role=Role.MANAGER, name="何经理")

    def push(self, act, entry_id, **fields):
        body = {**make.example(f"emergencies.{act}")["body"], "entryId": entry_id, **fields}
        item = self.beat.phone.item(f"emergencies.{act}", body, saved_at=SAVED, about=entry_id)
        return self.beat.phone.push(item)[0]

    def enter(self, **fields):
        entry_id = str(new_id())
        self.answered = self.push("enter", entry_id, authorisedBy=str(self.manager.id), **fields)
        return entry_id

    def held(self, entry_id):
        return self.beat.phone.pull("emergencies.entry")[entry_id]

    def stands(self, *ids):
        offered = self.app.extensions[ENTRIES]
        return offered.standing_entries(self.session, self.beat.estate.id, [UUID(one) for one in ids])


@pytest.fixture
def door(app, session, beat):
    return Door(app, session, beat)


def told(phone, kind):
    held = phone.pull("notices.notice").values()
    return [one["words"]["zh-Hans"]["line"] for one in held if one["kind"] == kind]


def codes(remarks):
    return [one["code"] for one in remarks]


def test_pat_n4_an_entry_is_a_page_of_its_own_from_going_in_to_coming_out(door):
    entry_id = door.enter()
    assert door.answered["serial"].startswith("JJ-2026-")
    assert door.held(entry_id)["left"] is None

    assert door.push("leave", entry_id)["outcome"] == "applied"

    held = door.held(entry_id)
    assert (held["authoriserName"], held["enteredAt"], held["stands"], held["remarks"]) == (
        "何经理",
        "2026-11-23T07:36:00Z",
        True,
        [],
    )
    assert (held["left"]["at"], held["left"]["toldWho"], held["left"]["remarks"]) == (
        "2026-11-23T07:38:00Z",  # never after it came in
        "业主 周先生",
        [],
    )


def test_pat_n4_what_was_entered_alone_or_without_a_manager_is_kept_and_does_not_stand(door):
    alone = door.enter(present=[{"personId": None, "name": "林晓岚"}])
    unauthorised = str(new_id())
    door.push("enter", unauthorised, authorisedBy=str(door.beat.steward.id))

    assert codes(door.held(alone)["remarks"]) == ["emergencies.too_few_present"]
    assert codes(door.held(unauthorised)["remarks"]) == ["emergencies.authoriser_not_manager"]
    assert door.held(unauthorised)["authoriserName"] == "林晓岚"


def test_pat_n4_a_supervisor_authorises_only_where_the_estate_has_one_post_for_both(door, session):
    supervisor = make.person(session, door.beat.estate, role=Role.SUPERVISOR)
    joint = str(new_id())
    door.push("enter", joint, authorisedBy=str(supervisor.id))
    assert door.held(joint)["stands"] is True

    door.beat.estate.settings = {"supervisor_may_act_as_manager": False}
    session.commit()
    apart = str(new_id())
    door.push("enter", apart, authorisedBy=str(supervisor.id))

    assert door.held(apart)["stands"] is False


def test_pat_n5_a_key_may_be_lent_upon_entries_that_stand_and_upon_no_others(door):
    whole, alone = door.enter(), door.enter(present=[])

    assert door.stands(whole, alone, str(new_id())) == {UUID(whole)}
    assert door.app.extensions[ENTRIES].standing_entries(door.session, new_id(), [UUID(whole)]) == frozenset()


def test_an_entry_is_left_once_and_must_be_known(door):
    entry_id = door.enter()
    assert door.push("leave", str(new_id()))["code"] == "emergencies.unknown_entry"
    door.push("leave", entry_id)

    assert door.push("leave", entry_id)["code"] == "emergencies.left_already"
    again = {"authorisedBy": str(door.manager.id)}
    assert door.push("enter", entry_id, **again)["code"] == "emergencies.entry_repeated"


def test_managers_and_who_is_said_to_have_authorised_it_are_told_at_once(door, app):
    door.enter(present=[])
    LOOK.act()

    phone = make.PatrolPhone(make.browser(app, door.manager), door.beat.estate.id)
    (line,) = told(phone, "emergencies.entered_without")
    assert "3-2-902" in line
    assert told(door.beat.phone, "emergencies.entered_without") == []


def test_who_has_no_part_in_it_holds_no_entries(door, app, session):
    door.enter()
    finance = make.person(session, door.beat.estate, role=Role.FINANCE)

    phone = make.PatrolPhone(make.browser(app, finance), door.beat.estate.id)
    assert phone.pull("emergencies.entry") == {}


def test_whoever_changes_an_entry_behind_the_book_is_found_out(door, app, session):
    entry_id = door.enter()
    door.push("leave", entry_id)
    session.rollback()

    def differences():
        found: list[object] = []
        verify(session, door.beat.estate.id, app.extensions["rounds.push_kinds"], found.append)
        return found

    assert differences() == []
    row = session.get_one(EmergencyEntry, (door.beat.estate.id, UUID(entry_id)))
    row.authoriser_name, row.left_at = changed(row.authoriser_name), changed(row.left_at)
    session.flush()
    assert len(differences()) >= 1
