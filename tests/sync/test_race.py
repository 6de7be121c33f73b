"""Pushes that meet each other: twins get one answer, and numbers stay without gaps."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from sqlalchemy import select

from tests import make
from webapp.core.feed import EstateHead, FeedRow
from webapp.ground.logbook.models import LogbookEntry, SerialPage
from webapp.sync.models import Phone


def _at_once(acts):
    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result() for future in [pool.submit(act) for act in acts]]


def _push_each(phone, batches):
    for batch in batches:
        phone.push(*batch)


def test_the_same_push_sent_by_several_connections_at_once_counts_once(session, phone, place):
    visits = [phone.visit(place) for _ in range(10)]

    said = _at_once([lambda: phone.push(*visits)] * 5)

    session.rollback()
    assert all(answer["answers"] == said[0]["answers"] for answer in said)
    assert session.scalars(select(EstateHead.entry)).one() == 10


def test_the_first_pushes_of_a_phone_take_turns_and_all_that_came_is_counted(app, session, steward, estate, place):
    for _ in range(3):
        phone = make.phone(app, steward, estate)
        visits = [phone.visit(place) for _ in range(6)]

        _at_once([partial(phone.push, visit) for visit in visits])

        session.rollback()
        assert session.get_one(Phone, phone.device_id).arrived == [[1, 6]]


def test_phones_pushing_at_once_leave_no_gap_in_any_number(app, session, estate, place):
    phones = [make.phone(app, make.person(session, estate), estate) for _ in range(4)]
    batches = [(phone, [[phone.visit(place) for _ in range(5)] for _ in range(3)]) for phone in phones]

    _at_once([partial(_push_each, phone, own) for phone, own in batches])

    session.rollback()
    numbers = session.scalars(select(LogbookEntry.number).order_by(LogbookEntry.number)).all()
    assert numbers == list(range(1, 61))
    serials = session.scalars(select(SerialPage.serial).order_by(SerialPage.serial)).all()
    assert [serial[-6:] for serial in serials] == [f"{number:06d}" for number in range(1, 5)]
    changes = session.scalars(select(FeedRow.change).where(FeedRow.kind == "patrols.visit")).all()
    assert len(set(changes)) == 60


def test_a_pull_beside_pushes_never_skips_a_visit(app, session, estate, place):
    phones = [make.phone(app, make.person(session, estate), estate) for _ in range(3)]
    reader = make.phone(app, make.person(session, estate), estate)
    cursor = reader.pull(limit=1000)["cursor"]
    batches = [(phone, [[phone.visit(place) for _ in range(4)] for _ in range(4)]) for phone in phones]
    told = set()

    with ThreadPoolExecutor(3) as pool:
        running = [pool.submit(_push_each, phone, own) for phone, own in batches]
        finished = False
        while not finished:
            finished = all(future.done() for future in running)
            page = reader.pull(cursor, limit=1000)
            cursor = page["cursor"]
            told |= {change["id"] for change in page["changes"] if change["kind"] == "patrols.visit"}
        for future in running:
            future.result()

    assert told == {visit["body"]["visitId"] for _, own in batches for batch in own for visit in batch}
