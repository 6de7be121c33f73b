"""Keeping the register: a difference, never a deletion; places and routes are proposed in walking order."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests import make
from tests.make.register import HEADER, unit, workbook
from webapp.core.db import unit_of_work
from webapp.core.feed import FeedRow
from webapp.core.ids import new_id
from webapp.ground.places import queries
from webapp.ground.places.models import Building, Place, Route, RoutePlace, UnitStatusRow
from webapp.ground.places.models import Unit as UnitRow
from webapp.ground.places.rules import UnitStatus
from webapp.ground.register import keep_register
from webapp.ground.register.models import ColumnMeaning

PLAIN = Path(__file__).parents[2] / "data/register-plain.xlsx"


def keep(estate, *units, propose=True):
    with unit_of_work() as session:
        return keep_register(session, estate.id, units, by=None, now=make.NOON, propose=propose)


def counts(kept):
    return len(kept.difference.added), len(kept.difference.changed), kept.difference.same, len(kept.difference.absent)


@pytest.fixture
def estate(session):
    return make.estate(session)


def test_the_route_goes_by_lift_to_the_top_and_walks_down_stairwell_after_stairwell(session, estate):
    keep(
        estate,
        *(unit(stairwell=stairwell, floor=floor, number=f"{floor}01")
          for floor in (1, 10, 2) for stairwell in ("2 单元", "1 单元")),
    )  # fmt: skip

    (route,) = queries.routes(session, estate.id)
    assert route.name == "3 栋楼内"
    assert [place.name for place in queries.places_of(session, estate.id, route.id)] == [
        "3 栋 1 单元 10 层 楼梯间",
        "3 栋 1 单元 2 层 楼梯间",
        "3 栋 1 单元 1 层 楼梯间",
        "3 栋 2 单元 10 层 楼梯间",
        "3 栋 2 单元 2 层 楼梯间",
        "3 栋 2 单元 1 层 楼梯间",
    ]


def test_buildings_come_in_the_order_people_count_them(session, estate):
    keep(estate, unit("10 栋"), unit("2 栋"), unit("1 栋"))

    assert [route.name for route in queries.routes(session, estate.id)] == ["1 栋楼内", "2 栋楼内", "10 栋楼内"]


def test_a_second_import_changes_only_what_differs_and_deletes_nothing(session, estate):
    first, second = unit(number="101"), unit(number="102")
    keep(estate, first, second)

    kept = keep(estate, replace(first, status=UnitStatus.OCCUPIED_OWNER), unit(floor=2, number="201"))

    assert counts(kept) == (1, 1, 0, 1)
    assert (kept.proposed.places, kept.proposed.routes) == (1, 0)
    stored = {row.number: row.status for row in session.scalars(select(UnitRow))}
    assert stored == {
        "101": UnitStatus.OCCUPIED_OWNER,
        "102": UnitStatus.VACANT_UNSOLD,
        "201": UnitStatus.VACANT_UNSOLD,
    }


def test_the_same_import_again_tells_phones_nothing(session, estate):
    keep(estate, unit())
    before = session.scalar(select(func.max(FeedRow.change)))

    kept = keep(estate, unit())

    assert counts(kept) == (0, 0, 1, 0)
    assert session.scalar(select(func.max(FeedRow.change))) == before


def floors(session, estate):
    (route,) = queries.routes(session, estate.id)
    return [place.floor for place in queries.places_of(session, estate.id, route.id)]


def test_a_new_floor_comes_where_it_is_walked(session, estate):
    keep(estate, unit(floor=1, number="101"))
    keep(estate, unit(floor=1, number="101"), unit(floor=2, number="201"))

    assert floors(session, estate) == [2, 1]


def test_on_a_route_that_people_put_in_order_a_new_floor_comes_last(session, estate):
    keep(estate, unit(floor=1, number="101"), unit(floor=2, number="201"))
    second, first = session.scalars(select(RoutePlace).order_by(RoutePlace.position))
    first.position, second.position = second.position, first.position
    session.commit()

    keep(estate, unit(floor=3, number="301"))

    assert floors(session, estate) == [1, 2, 3]


def test_two_estates_with_the_same_buildings_stay_apart(session, estate):
    other = make.estate(session)
    keep(estate, unit())

    assert counts(keep(other, unit())) == (1, 0, 0, 0)


def test_an_empty_cell_says_nothing_so_it_changes_nothing(session, estate):
    keep(estate, unit(area=9000, received_on=date(2021, 5, 1)))

    kept = keep(estate, unit(area=None, received_on=None))

    assert counts(kept) == (0, 0, 1, 0)
    assert session.execute(select(UnitRow.area, UnitRow.received_on)).one() == (9000, date(2021, 5, 1))


def test_what_a_register_says_of_a_unit_is_kept(session, estate):
    keep(estate, unit())

    keep(estate, unit(floor=-1, area=9001, status=UnitStatus.IDLE, renovating=True, received_on=date(2021, 5, 1)))

    row = session.scalars(select(UnitRow)).one()
    said = (row.floor, row.area, row.status, row.renovating, row.received_on)
    assert said == (-1, 9001, UnitStatus.IDLE, True, date(2021, 5, 1))


def test_units_alone_are_kept_where_nothing_is_to_be_proposed(session, estate):
    kept = keep(estate, unit(), propose=False)

    assert (kept.proposed.places, kept.proposed.routes) == (0, 0)
    assert session.scalar(select(func.count()).select_from(UnitRow)) == 1
    assert session.scalar(select(func.count()).select_from(Place)) == 0


def test_buildings_that_come_later_take_their_place_in_the_order(session, estate):
    keep(estate, unit("1 栋"), unit("10 栋"))
    keep(estate, unit("2 栋"))

    assert session.scalars(select(Building.name).order_by(Building.position)).all() == ["1 栋", "2 栋", "10 栋"]


def test_the_command_keeps_the_whole_register(app, session, estate):
    answer = app.test_cli_runner().invoke(args=["import-register", str(PLAIN), "--json"])

    assert answer.exit_code == 0, answer.output
    expected = json.loads(PLAIN.with_name("register-plain.expected.json").read_text("utf-8"))
    assert json.loads(answer.output) == expected
    counts = [session.scalar(select(func.count()).select_from(table)) for table in (UnitRow, Place, Route, RoutePlace)]
    assert counts == [864, 216, 6, 216]


def test_the_command_keeps_the_units_only_where_it_is_told_so(app, session, estate):
    answer = app.test_cli_runner().invoke(args=["import-register", str(PLAIN), "--no-places"])

    assert "864 added, 0 changed, 0 as before, nothing was deleted; 0 places and 0 routes proposed." in answer.output


def test_the_command_knows_what_was_said_of_columns_in_the_app(app, session, estate, tmp_path):
    file = tmp_path / "台账.xlsx"
    file.write_bytes(workbook([("东", "2单元", 1, "101", 90, "空置")], header=("方位", *HEADER[1:])))
    unknown = app.test_cli_runner().invoke(args=["import-register", str(file)])
    said = {"title": "方位", "meaning": "building", "by_id": new_id(), "at": make.NOON}
    session.add(ColumnMeaning(estate_id=estate.id, **said))
    session.commit()

    known = app.test_cli_runner().invoke(args=["import-register", str(file)])

    assert unknown.exit_code == 1
    assert "1 added" in known.output
    history = session.scalars(select(UnitStatusRow)).one()
    assert (history.reason, history.by_name) == ("台账.xlsx", None)


def test_a_dry_run_keeps_nothing_and_needs_no_estate(app, session):
    answer = app.test_cli_runner().invoke(args=["import-register", str(PLAIN), "--dry-run", "--json"])

    assert json.loads(answer.output)["good_units"] == 864
    assert session.scalar(select(func.count()).select_from(UnitRow)) == 0


def test_with_several_estates_the_command_asks_which(app, session, estate):
    make.estate(session, name="听涛里")

    unnamed = app.test_cli_runner().invoke(args=["import-register", str(PLAIN)])
    named = app.test_cli_runner().invoke(args=["import-register", str(PLAIN), "--estate", "听涛里"])

    assert unnamed.exit_code == 1
    assert "听涛里" in unnamed.output
    assert "864 added" in named.output


def test_the_command_says_clearly_that_a_file_is_no_workbook(app, tmp_path):
    (tmp_path / "台账.xlsx").write_bytes(b"PK")

    answer = app.test_cli_runner().invoke(args=["import-register", str(tmp_path / "台账.xlsx"), "--json"])

    assert answer.exit_code == 1
    assert "no workbook" in answer.output
