"""The papers of a renovation: wordings filled in, in the estate's own words where it has some; the bundle for the file."""

import re
from uuid import UUID

import pypdfium2
import pytest

from tests import make
from tests.domains.renovation.conftest import ON_ONE_STORE
from tests.domains.renovation.ways_there import WORKERS, approved, closed, in_progress, paid, rectifying
from tests.domains.renovation.world import PASSES, body_of
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.renovation.paper import filling
from webapp.domains.renovation.paper.queries import case_page
from webapp.domains.renovation.paper.texts import NAMES, forms, names_in, paragraphs, title_of
from webapp.domains.renovation.rules.states import Act
from webapp.ground.estates.models import Estate

ROOM = "/api/v1/renovation/cases"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(said.split())


def paper(site, path, role=Role.STEWARD):
    answered = site.phone(role).browser.get(f"{ROOM}/{site.id}/{path}.pdf")
    assert answered.status_code == 200, answered.get_json()
    return text_of(answered.data)


@pytest.mark.parametrize("form", sorted(forms()))
def test_every_form_has_a_wording_in_every_language_and_all_fill_in_the_same_names(form):
    named = {
        language: sorted(
            word.partition("}")[0] for line in paragraphs(form, language, {}, _Names()) for word in line.split("‹")[1:]
        )
        for language in LANGUAGES
    }
    assert all(title_of(form, language) for language in LANGUAGES)
    assert named["zh-Hans"]
    assert all(names == named["zh-Hans"] for names in named.values())


@pytest.mark.parametrize("form", sorted(forms()))
def test_what_is_shipped_fills_in_nothing_but_what_an_estate_may_name(form):
    for language in LANGUAGES:
        lines = paragraphs(form, language, {}, dict.fromkeys(names_in(form), "☑"))
        assert not any("—" in line for line in lines if "——" not in line), (form, language)


@ON_ONE_STORE
def test_everything_that_may_be_named_is_known_of_a_renovation(site):
    rectifying(site)
    request = str(new_id())
    page = case_page(site.session, site.estate.id, UUID(site.id))
    notice = page.case["notices"][0]
    said = dict.fromkeys(("place", "work", "operator", "watcher"), "焊接")
    hot = {"requestId": request, "said": {**said, "fromAt": notice["issuedAt"], "untilAt": notice["issuedAt"]}}

    assert set(filling.values_of(page)) == {*NAMES}
    assert set(filling.values_of_notice(page, notice)) == {*names_in("notice")}
    assert set(filling.values_of_hot_work(page, hot)) == {*names_in("hot_work")}


class _Names(dict):
    def get(self, name, default=None):
        return f"‹{name}}}"


def test_an_own_wording_stands_in_the_place_of_what_is_shipped():
    own = {"permit": "本小区施工时间 {workHours}，许可给{nobody}"}
    assert paragraphs("permit", "zh-Hans", own, {"workHours": "8:00–18:00"}) == ["本小区施工时间 8:00–18:00，许可给—"]


@ON_ONE_STORE
def test_the_papers_of_a_case_are_filled_in_and_signed(site):
    in_progress(site)

    agreement = paper(site, "papers/agreement")
    assert "房屋装饰装修管理协议书" in agreement
    assert "装修押金2000元" in agreement
    assert "甲方（物业管理处）" in agreement
    permit = paper(site, "papers/permit")
    assert "2026-11-30至2027-02-20" in permit
    assert site.held()["serial"] in permit


@ON_ONE_STORE
def test_an_estate_words_its_papers_itself(site):
    in_progress(site)
    site.session.rollback()
    site.session.get_one(Estate, site.estate.id).settings = {"renovation_papers": {"permit": "请遵守本小区施工时间"}}
    site.session.commit()

    assert "请遵守本小区施工时间" in paper(site, "papers/permit")


@ON_ONE_STORE
def test_a_notice_and_a_hot_work_permit_bear_their_own_numbers(site):
    in_progress(site)
    request = str(new_id())
    serial = site.do(Act.HOT_WORK, requestId=request)["serial"]
    site.do(Act.DECIDE, Role.ENGINEER, requestId=request)
    printed = paper(site, f"hot-work/{request}")
    assert serial in printed
    assert "焊接护栏" in printed

    rectifying_site = site.held()
    assert rectifying_site["notices"] == []
    assert site.phone(Role.STEWARD).browser.get(f"{ROOM}/{site.id}/notices/{new_id()}.pdf").status_code == 404


@ON_ONE_STORE
def test_what_was_not_allowed_is_no_permit(site):
    paid(site)
    assert site.phone(Role.STEWARD).browser.get(f"{ROOM}/{site.id}/papers/permit.pdf").status_code == 404
    site.do(Act.JOINT_CHECK)
    for id_, worker in zip(PASSES.values(), WORKERS, strict=True):
        site.do(Act.PASS, passId=str(id_), workerId=worker)
    site.do(Act.PERMIT)
    site.move_to("2026-11-30")
    site.do(Act.START, passId=str(PASSES[0]))
    request = str(new_id())
    site.do(Act.HOT_WORK, requestId=request)
    assert "不得动火" in paper(site, f"hot-work/{request}")
    site.do(Act.DECIDE, Role.ENGINEER, requestId=request)
    assert "不得动火" not in paper(site, f"hot-work/{request}")


@ON_ONE_STORE
def test_the_acceptance_sheet_shows_items_passes_and_how_many_notices_are_verified(site):
    rectifying(site)
    sheet = paper(site, "papers/acceptance")
    for words in ("整改通知单1张，已复查合格0张", "CR-2026-000001", "地漏", "初验合格日期：—"):
        assert words in sheet


@ON_ONE_STORE
def test_a_notice_says_what_came_of_it(site):
    rectifying(site)
    (notice,) = site.held()["notices"]
    path = f"notices/{notice['noticeId']}"
    before = paper(site, path, Role.GUARD)
    site.do(Act.NOTICE_VERIFY, noticeId=notice["noticeId"])

    assert notice["serial"] in before
    assert "尚未复查" in before
    assert "复查合格" in paper(site, path, Role.GUARD)


@ON_ONE_STORE
def test_the_bundle_holds_all_that_the_owner_s_file_keeps(site):
    in_progress(site)
    site.fact("visit", visitId=str(new_id()))
    request = str(new_id())
    serial = site.do(Act.HOT_WORK, requestId=request)["serial"]
    site.do(Act.DECIDE, Role.ENGINEER, requestId=request)
    site.do(Act.OVERNIGHT, requestId=str(new_id()))
    site.fact("night_check", Role.GUARD, persons=3, note="守材料")
    bundle = paper(site, "papers/archive")

    assert "guard_material" not in bundle
    of_papers = ("装修档案", "房屋装修申请表", "装修施工承诺书", "装修押金收", "出入证", f"动火许可证{serial}")
    for words in (*of_papers, "水电开槽", "初次装修查房", "已做水密性试验", "守材料"):
        assert words in bundle


@ON_ONE_STORE
def test_the_bundle_tells_all_that_was_paid_and_paid_back_in_the_order_of_time(site):
    approved(site)
    # The deposit was paid a day before the other lines, the rubbish fee first: its receipt has the highest number.
    times = ("2026-11-22T02:00:00Z", *["2026-11-23T01:00:00Z"] * 3, "2026-11-21T02:00:00Z")
    lines = [{**one, "paidAt": at} for one, at in zip(body_of(Act.PAY)["lines"], times, strict=True)]
    site.do(Act.PAY, Role.FINANCE, lines=lines)
    back = {"amount": 200_000, "receiptNo": "TK-261124", "paidAt": "2026-11-23T01:30:00Z", "payee": "安居装饰"}
    site.do(Act.WITHDRAW, reason="业主不装了", refund=back)

    in_time = ["SJ-261104", "SJ-261100", "SJ-261101", "SJ-261102", "SJ-261103", "TK-261124"]
    assert [one["receiptNo"] for one in site.held()["paid"]] == in_time
    told = paper(site, "papers/archive").partition("缴费与退款")[2]
    assert re.findall(r"(?:SJ|TK)-\d{6}", told) == in_time
    paid_for = (
        "垃圾清运费收20",
        "装修押金收2000",
        "装修管理费收300",
        "许可证工本费收10",
        "出入证工本费收20",
        "装修押金退2000",
    )
    positions = [told.index(words) for words in paid_for]
    assert positions == sorted(positions)


@ON_ONE_STORE
def test_permit_and_passes_are_cards_with_codes_that_every_phone_knows(site):
    in_progress(site)
    passes = [one["passId"] for one in site.held()["passes"]]
    path = f"{ROOM}/{site.id}/passes.pdf"

    answered = site.phone(Role.STEWARD).browser.post(path, json={"passIds": passes, "permit": True})

    cards = text_of(answered.data)
    assert "房屋装修许可证" in cards
    assert cards.count("装修出入证") == 2
    assert "CR-2026-000001" in cards
    labels = site.phone(Role.GUARD).pull("places.label").values()
    hanging = {one["targetKind"]: one["targetId"] for one in labels}
    assert hanging["renovation_permit"] == site.id
    assert hanging["worker_pass"] in passes
    again = site.phone(Role.STEWARD).browser.post(path, json={"passIds": passes, "permit": True})
    assert again.status_code == 200
    assert len(site.phone(Role.GUARD).pull("places.label")) == 3
    assert site.phone(Role.GUARD).browser.post(path, json={"passIds": passes}).status_code == 403
    unknown = site.phone(Role.STEWARD).browser.post(path, json={"passIds": [str(new_id())]})
    assert unknown.status_code == 404


@ON_ONE_STORE
def test_only_who_reads_files_prints_them_and_no_neighbour(site):
    closed(site)
    path = f"{ROOM}/{site.id}/papers/archive.pdf"
    assert site.app.test_client().get(path).status_code == 401
    assert site.phone(Role.GUARD).browser.get(path).status_code == 403
    archivist = make.person(site.session, site.estate, role=Role.CLEANER, duties=["archivist"])
    assert make.browser(site.app, archivist).get(path).status_code == 200
    elsewhere = make.estate(site.session, name="别处")
    neighbour = make.browser(site.app, make.person(site.session, elsewhere, role=Role.MANAGER))
    assert neighbour.get(path).status_code == 404
    assert site.phone(Role.STEWARD).browser.get(f"{ROOM}/{site.id}/papers/notice.pdf").status_code == 404


@ON_ONE_STORE
def test_every_numbered_page_is_printed_by_its_number_and_its_hash_is_checked(site):
    rectifying(site)
    site.fact("visit", visitId=str(new_id()))
    other = site.held()
    office = site.phone(Role.SUPERVISOR).browser

    for serial in (other["serial"], other["notices"][0]["serial"], other["passes"][0]["serial"], "ZC-2026-000001"):
        printed = office.get(f"/api/v1/books/{serial}.pdf")
        assert printed.status_code == 200, serial
        assert serial in text_of(printed.data)
    listed = office.get("/api/v1/books", query_string={"month": "2026-11"})
    assert listed.status_code == 200
