"""`logbook verify` finds what somebody with the database in hands has done to the book, and nothing else."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text

from tests import make
from webapp.core.db import db, unit_of_work
from webapp.core.ids import new_id
from webapp.ground.logbook.chain import link, salted_hash
from webapp.ground.logbook.models import LogbookContent, LogbookEntry
from webapp.ground.logbook.purge import purge, survey


def _forge(session, *statements):
    """Do to the store what an administrator could do in its own shell."""
    session.rollback()
    for statement in statements:
        session.execute(text(statement))
    session.commit()


def test_a_book_that_nobody_touched_is_intact(answers, verify):
    done = verify()

    assert (done.exit_code, done.output) == (0, "望湖花园: 10 intact, 0 purged\n")


def test_an_empty_book_is_intact(estate, verify):
    assert verify().output == "望湖花园: 0 intact, 0 purged\n"


def test_refused_and_held_items_are_no_difference(phone, answers, verify):
    phone.push(phone.item("patrols.visit", new_id(), {"nonsense": 1}))

    assert verify().exit_code == 0


@pytest.mark.parametrize(
    ("statement", "field"),
    [
        ("UPDATE patrol_visits SET scanned_at = '2026-11-23 01:00:00' WHERE entry = 4", "scanned_at"),
        ("UPDATE patrol_visits SET timeliness = 'on_time' WHERE entry = 4", "timeliness"),
        ("UPDATE patrol_visits SET answers = '[]' WHERE entry = 4", "answers"),
        ('UPDATE patrol_visits SET photos = \'[{"sha256":"00"}]\' WHERE entry = 4', "photos"),
        ("UPDATE patrol_visits SET observation = '一切正常' WHERE entry = 4", "observation"),
        ("UPDATE patrol_visits SET by_name = '别人' WHERE entry = 4", "by_name"),
        ("UPDATE patrol_visits SET remarks = '[]' WHERE entry = 4", "remarks"),
        ("UPDATE patrol_records SET serial = 'XC-2026-000099'", "serial"),
        ("UPDATE serial_pages SET serial = 'XC-2026-000099'", "serial"),
        ("UPDATE serial_pages SET entry = 3", "entry"),
        ("DELETE FROM patrol_visits WHERE entry = 4", 'row is "missing"'),
        ("DELETE FROM serial_pages", "pages"),
        ("UPDATE logbook_receipts SET answer = '{}' WHERE entry = 4", "receipt answer"),
        ("UPDATE logbook_receipts SET sha256 = 'x' WHERE entry = 4", "receipt sha256"),
        ("DELETE FROM logbook_receipts WHERE entry = 4", "receipt"),
        ("UPDATE logbook_contents SET content = replace(content, '完好', '很好') WHERE number = 4", "contentHash"),
        ("DELETE FROM logbook_contents WHERE number = 4", "content"),
        ("DELETE FROM logbook_entries WHERE number = 4", "entry 4"),
        ("UPDATE logbook_entries SET at = '2026-11-20 01:00:00' WHERE number = 4", "hash"),
        ("UPDATE logbook_entries SET kind = 'patrols.void' WHERE number = 4", "hash"),
        ("UPDATE estate_heads SET hash = 'x'", "head"),
        ("UPDATE estate_heads SET entry = 9", "head"),
        ("UPDATE estate_heads SET serials = '{}'", "pages"),
    ],
)
def test_a_change_in_the_store_is_found(session, answers, verify, statement, field):
    _forge(session, statement)

    done = verify()

    assert done.exit_code == 1
    assert field in done.output, done.output


def test_a_visit_that_nobody_made_is_found(session, answers, verify):
    columns = ", ".join(column["name"] for column in _columns("patrol_visits") if column["name"] != "id")
    _forge(
        session,
        f"INSERT INTO patrol_visits (id, {columns}) SELECT '{_as_stored(new_id())}', {columns} "
        "FROM patrol_visits WHERE entry = 4",
    )

    done = verify()

    assert done.exit_code == 1
    assert "not in the book" in done.output


def _columns(table):
    from sqlalchemy import inspect

    return inspect(db.engine).get_columns(table)


def _as_stored(id_: UUID):
    return id_.hex if db.engine.dialect.name == "sqlite" else str(id_)


def test_the_last_three_entries_deleted_are_missed(session, answers, verify):
    _forge(session, *_without_the_last_three())

    done = verify()

    assert done.exit_code == 1
    assert all(f"entry {number}" in done.output for number in (8, 9, 10))


def test_the_last_three_entries_deleted_with_all_traces_are_missed_by_the_phone(session, answers, verify):
    seventh = session.scalars(select(LogbookEntry.hash).where(LogbookEntry.number == 7)).one()
    _forge(
        session,
        *_without_the_last_three(),
        "DELETE FROM logbook_receipts WHERE entry > 7",
        "DELETE FROM patrol_visits WHERE entry > 7",
        f"UPDATE estate_heads SET entry = 7, hash = '{seventh}'",
    )

    done = verify()

    assert done.exit_code == 1
    assert "entry 10: hash that phone" in done.output
    assert done.output.count("\n") == 2


def _without_the_last_three():
    return "DELETE FROM logbook_entries WHERE number > 7", "DELETE FROM logbook_contents WHERE number > 7"


def test_one_entry_rewritten_with_everything_hashed_again_after_it_is_seen_by_the_phone(
    session, estate, answers, verify
):
    _rewrite(session, estate.id, 4)

    done = verify()

    assert done.exit_code == 1
    assert "entry 10: hash that phone" in done.output
    assert done.output.count("\n") == 2


def _rewrite(session, estate_id, changed):
    """Change an answer in one entry and make rows, receipts and every later hash agree with it."""
    session.rollback()
    prev = session.scalars(select(LogbookEntry.hash).where(LogbookEntry.number == changed - 1)).one()
    for entry in session.scalars(
        select(LogbookEntry).where(LogbookEntry.number >= changed).order_by(LogbookEntry.number)
    ):
        content = session.get_one(LogbookContent, (estate_id, entry.number))
        if entry.number == changed:
            content.content = content.content.replace('"live":false', '"live":true')
            entry.content_hash = salted_hash(content.salt, content.content.encode())
        entry.hash = prev = link(estate_id, entry.number, entry.kind, entry.at, entry.content_hash, prev)
        _answer_again(session, entry, content)
    session.execute(text("UPDATE estate_heads SET hash = :hash"), {"hash": prev})
    session.commit()


def _answer_again(session, entry, content):
    from webapp.ground.logbook.canonical import canonical, sha256
    from webapp.ground.logbook.models import Receipt

    receipt = session.scalars(select(Receipt).where(Receipt.entry == entry.number)).one()
    receipt.answer = json.dumps({**json.loads(receipt.answer), "hash": entry.hash})
    receipt.sha256 = sha256(canonical(json.loads(content.content)["item"]))


def test_the_head_of_a_day_is_a_witness_too(session, estate, phone, place, verify):
    phone.push(phone.visit(place))
    _forge(session, "UPDATE estate_heads SET day = '2026-01-01'")
    phone.push(phone.visit(place))
    assert verify().exit_code == 0

    _forge(session, "UPDATE logbook_daily_heads SET hash = 'x'")

    assert "hash at the end of 2026-01-01" in verify().output


def _survey(app, phone, *numbers):
    return survey(db.session(), phone.estate_id, numbers, app.extensions["rounds.push_kinds"])


def _carry_out(app, phone, found):
    with unit_of_work() as writing:
        kinds = app.extensions["rounds.push_kinds"]
        purge(writing, found, kinds, rule="PAT-R11", by=phone.person_id, now=datetime.now(UTC))


def _purge(app, phone, *numbers):
    _carry_out(app, phone, _survey(app, phone, *numbers))


def _pages(session):
    session.rollback()
    return session.execute(text("SELECT count(*) FROM patrol_records")).scalar_one()


def test_what_is_lawfully_purged_is_no_difference(app, session, estate, phone, answers, place, verify):
    _purge(app, phone, (1, 4))

    done = verify()

    assert done.output == "望湖花园: 7 intact, 4 purged by entry 11\n"
    assert done.exit_code == 0
    assert session.execute(text("SELECT count(*) FROM patrol_visits")).scalar_one() == 6


def test_pages_whose_entries_are_all_purged_keep_their_numbers(app, session, estate, phone, place, verify):
    phone.push(*[phone.visit(place, at=make.NOON - timedelta(days=day)) for day in (2, 1)])
    _purge(app, phone, (1, 1))

    assert verify().output == "望湖花园: 2 intact, 1 purged by entry 3\n"
    assert session.execute(text("SELECT count(*) FROM serial_pages")).scalar_one() == 2
    assert session.execute(text("SELECT count(*) FROM patrol_records")).scalar_one() == 1


def test_what_comes_in_while_a_purge_looks_through_the_book_keeps_its_page(app, session, phone, place, verify):
    phone.push(phone.visit(place))
    found = _survey(app, phone, (1, 1))
    phone.push(phone.visit(place))

    _carry_out(app, phone, found)

    assert verify().output == "望湖花园: 2 intact, 1 purged by entry 3\n"
    assert _pages(session) == 1


def test_two_purges_that_each_counted_on_the_others_entries_leave_no_page_behind(app, session, phone, place, verify):
    phone.push(phone.visit(place), phone.visit(place))
    one, other = _survey(app, phone, (1, 1)), _survey(app, phone, (2, 2))

    _carry_out(app, phone, one)
    _carry_out(app, phone, other)

    assert verify().output == "望湖花园: 2 intact, 1 purged by entry 3, 1 purged by entry 4\n"
    assert _pages(session) == 0


def test_a_content_deleted_beside_a_lawful_purge_is_found(app, session, estate, phone, answers, verify):
    _purge(app, phone, (1, 4))
    _forge(session, "DELETE FROM logbook_contents WHERE number = 5")

    assert "entry 5: content" in verify().output


def test_one_estate_is_verified_without_its_neighbours(app, session, answers, verify):
    other = make.estate(session, name="隔壁")
    neighbour = make.phone(app, make.person(session, other), other)
    neighbour.push(neighbour.visit(make.place(session, other)))
    _forge(session, f"UPDATE patrol_visits SET observation = 'x' WHERE estate_id = '{_as_stored(other.id)}'")

    assert verify().exit_code == 0
    everything = app.test_cli_runner().invoke(args=["logbook", "verify"])
    assert everything.exit_code == 1
    assert "望湖花园: 10 intact, 0 purged" in everything.output


def test_visits_of_several_days_and_rounds_are_intact(session, estate, phone, place, verify):
    visits = [phone.visit(place, at=make.NOON - timedelta(days=day)) for day in (3, 2, 1, 0)]
    phone.push(*visits)
    phone.push(phone.visit(place, photos=[]))

    assert verify().output == "望湖花园: 5 intact, 0 purged\n"
