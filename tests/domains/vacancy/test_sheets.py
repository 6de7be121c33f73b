"""Register, dynamic table, half-year summary and yearly plan on paper and as workbooks (`records.md` 1)."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from python_calamine import CalamineWorkbook

from tests import make
from tests.domains.vacancy.conftest import NOW, ON_ONE_STORE
from tests.domains.vacancy.letting import let
from tests.domains.vacancy.test_papers import file, told
from tests.domains.vacancy.test_plans import do, drafted
from webapp.core.ids import new_id
from webapp.domains.vacancy.sheets.page import Sheet, form_of
from webapp.domains.vacancy.sheets.plan import yearly_plan
from webapp.ground.paper import Table
from webapp.ground.places.rules import UnitStatus

pytestmark = ON_ONE_STORE
API = "/api/v1/vacancy"
SECOND = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
PLAN = {"year": 2027, "state": "in_review", "cost": 0, "dueOn": "2026-12-31", "items": [], "tasks": []}
JANUARY = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)


def got(vacant, path, who="manager"):
    answered = vacant.phone(who).browser.get(f"{API}/{path}")
    assert answered.status_code == 200, answered.get_json()
    return answered.data


def paper(vacant, path, who="manager"):
    """Answer what a PDF says, without gaps."""
    return "".join(make.printed(got(vacant, f"{path}.pdf", who)).split())


def workbook(vacant, path, who="manager", query=""):
    """Answer the lines of a workbook by the names of its sheets."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(got(vacant, f"{path}.xlsx{query}", who)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_vac_r07_the_register_says_all_of_a_unit_and_keeps_those_that_left(vacant):
    sold = make.unit(vacant.session, vacant.stairs, number="1601", floor=16)
    make.unit(vacant.session, vacant.stairs, number="1701", floor=17, status=UnitStatus.OCCUPIED_OWNER)
    vacant.clock.move_to(NOW + timedelta(hours=3))
    vacant.lend()
    vacant.phone("visitor").send("vacancy.register", make.card_body(vacant.unit.id, developer="=1+1"))
    vacant.check()
    vacant.becomes("sold_not_moved_in", "2026-11-20", sold)

    (head, first, second) = workbook(vacant, "register", "visitor")["空置房登记表"]

    unit, left = dict(zip(head, first, strict=True)), dict(zip(head, second, strict=True))
    card = make.card_body(vacant.unit.id)
    assert (unit["房号"], unit["户型"], unit["装修标准"]) == ("3 栋 2 单元 1501", card["layout"], "精装修")
    assert (unit["开发商"], unit["状态"], unit["售出日期"]) == ("=1+1", "空置房", "")
    assert unit["阀门"] == "水阀已关、电闸已关、气阀已关"
    assert unit["钥匙（柜位）"].endswith(f"（{make.key_set_body()['cabinetSlot']}）")
    assert (left["房号"], left["状态"], left["售出日期"], left["原因"]) == (
        *("3 栋 2 单元 1601", "未入住", "2026-11-20", "按合同"),
    )
    said = paper(vacant, "register", "visitor")
    for words in ("空置房登记表", "3栋2单元1501", "精装修", "2026-11-20", "共2行"):
        assert words in said, words


def test_a_dynamic_table_says_its_arithmetic_and_once_filed_by_whom_and_where_it_stands(vacant):
    other = make.unit(vacant.session, vacant.stairs, number="1601", floor=16)
    vacant.clock.move_to(NOW + timedelta(hours=3))
    vacant.lend()
    reason = {"valve": "water", "reason": "等厂家换阀芯", "dueOn": "2026-12-24"}
    vacant.check(valves={"water": "open", "power": "shut", "gas": "shut"}, openValves=[reason])
    vacant.becomes("sold_not_moved_in", "2026-11-20", other)
    vacant.later(SECOND)
    (draft,) = told(vacant)

    said = paper(vacant, "tables/2026-11")
    for words in ("空置房动态表", "草稿，2026-12-05前上报", "期初（套）2", "本月减少1", "期末（套）1", "未入住"):
        assert words in said, words
    assert "登记簿第" not in said
    assert file(vacant, draft)["outcome"] == "applied"

    filed = paper(vacant, "tables/2026-11")
    for words in ("已上报定稿2026-12-0210:00", "登记簿第", "校验码", "等厂家换阀芯（2026-12-24前关好）", "manager"):
        assert words in filed, words
    book = workbook(vacant, "tables/2026-11")
    assert ["期末（套）", 1] in book["空置房动态表"]
    assert book["本月减少"] == [["房号", "日期", "去向"], ["3 栋 2 单元 1601", "2026-11-20", "未入住"]]
    assert book["期末空置房"][1:] == [["3 栋", 1, "2 单元 1501"]]


def test_a_half_years_summary_says_visits_coverage_findings_care_cost_and_lettings(vacant):
    let(vacant)
    other = make.unit(vacant.session, vacant.stairs, number="1601", floor=16)
    vacant.lend(other)
    damp = make.answer("VU-06", "abnormal", choice="mould", note="墙角发霉", findingId=str(new_id()))
    vacant.check(other, answers=make.check_answers(damp))
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", other.id, cost=123_456))
    vacant.later(JANUARY)

    said = paper(vacant, "summaries/2026-H2", "visitor")
    for words in ("半年汇总", "2026年下半年", "1,234.56", "VU-06", "例行清洁", "WJ-2026-031", "2026-11"):
        assert words in said, words
    book = workbook(vacant, "summaries/2026-H2", "visitor")
    assert book["各户检查次数"][1:] == [["3 栋 2 单元 1601", 1]]
    assert book["空置房出租"][1:] == [["3 栋 2 单元 1501", "WJ-2026-031", "2026-11-23", "2027-11-22", "—"]]
    assert [line[0] for line in book["各月抽查率"]][-1] == "2026-12"


def test_the_care_of_a_year_says_of_each_task_how_often_by_whom_last_and_next(vacant):
    vacant.phone("visitor").send("vacancy.register", make.card_body(vacant.unit.id))
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", vacant.unit.id, step="done"))

    (_, *lines) = workbook(vacant, "care", "visitor", "?year=2026")["维护保养"]

    by_task = {line[0].partition(" ")[0]: line[1:] for line in lines}
    assert by_task["SE-07"] == ["每月", "保洁", 1, "2026-11-23", "2026-12-10", "1/9 户次"]
    assert by_task["SE-02"] == ["需要时", "客服专员", 1, "—", "—", "—"]
    said = "".join(make.printed(got(vacant, "care.pdf?year=2026", "visitor")).split())
    assert "空置房维护保养频次" in said
    assert "每周，6—9月每周两次" in said


def test_a_plan_is_signed_by_who_took_it_each_step(vacant):
    plan_id = drafted(vacant)
    for who, act in (("manager", "submit"), ("office_manager", "merge"), ("gm", "approve")):
        do(vacant, who, act, plan_id)

    said = paper(vacant, f"plans/{plan_id}", "gm")

    for words in ("空置房维护管理计划", "1,200.00", "挂遮阳布", "2027-05-31", "批准（总经理）", "已批准", "登记簿第"):
        assert words in said, words
    assert workbook(vacant, f"plans/{plan_id}")["计划项目"][1] == [
        1,
        "西晒房间遮阳",
        "每年一次",
        "挂遮阳布",
        "1,200.00",
    ]


def test_what_was_signed_before_a_plan_went_back_counts_no_longer(vacant):
    acts = [
        {"act": act, "at": "2026-11-23T02:00:00Z", "byName": who, "note": ""}
        for act, who in (("save", "manager"), ("submit", "manager"), ("return", "office"), ("submit", "deputy"))
    ]

    made = yearly_plan(vacant.estate, {**PLAN, "acts": acts}, None)

    assert [box.name for box in made.boxes] == ["deputy", "", ""]
    assert [part.heading for part in form_of(made, None).parts] == ["办理经过"]


def test_long_lists_stand_beside_each_other_down_the_left_side_first(vacant):
    made = yearly_plan(vacant.estate, {**PLAN, "acts": []}, None)
    sheet = Sheet("各户", ("户", "次"), (3, 1), [(str(number), number) for number in range(5)], folds=2)

    (table,) = form_of(replace(made, sheets=[sheet]), None).parts

    assert isinstance(table, Table)
    assert table.columns == ["户", "次", "户", "次"]
    assert table.rows == [["0", "0", "3", "3"], ["1", "1", "4", "4"], ["2", "2", "", ""]]


def test_papers_are_for_whom_they_are(vacant, client):
    plan_id = drafted(vacant)
    for path in ("register", "care", "tables/2026-10", "summaries/2026-H1", f"plans/{plan_id}"):
        for end in ("pdf", "xlsx"):
            assert client.get(f"{API}/{path}.{end}").status_code == 401
            assert vacant.phone("guard").browser.get(f"{API}/{path}.{end}").status_code == 403
    assert vacant.phone("visitor").browser.get(f"{API}/tables/2026-10.pdf").status_code == 403
    for path in ("tables/2026-10", "summaries/2026-H1", f"plans/{new_id()}"):
        assert vacant.phone("manager").browser.get(f"{API}/{path}.pdf").status_code == 404
