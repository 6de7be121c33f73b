"""Six homes of the demo estate that are renovated: from an application that lacks a paper to a site with a notice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo import drawn
from webapp.demo.acts import LABELS_HUNG, Act
from webapp.demo.cabinet import SIGNATURE
from webapp.demo.cast import CASHIER, OVERSEER
from webapp.demo.days import ZONE
from webapp.demo.phone import Item, Phone
from webapp.ground.calendar.rules import day_of, moment_at
from webapp.ground.checklists.rules import template_hash
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus

ENGINEER, GUARD = "wang", "guan"
IN_CHARGE = "刘师傅"
SIGNED = (
    ("form_application", "owner"),
    ("form_application", "person_in_charge"),
    ("form_contractor_pledge", "contractor"),
    ("agreement", "company"),
    ("agreement", "owner"),
    ("agreement", "contractor"),
)
PAPERS = {
    "doc_license": "营业执照",
    "doc_qualification": "装修资质证书",
    "doc_tax": "税务登记证",
    "doc_plan": "装修施工平面图",
    "doc_worker_ids": "施工人员名单",
}
LINES = (
    ("deposit", 1, 200000),
    ("management_fee", 1, 30000),
    ("permit_cost", 1, 1000),
    ("pass_cost", 2, 2000),
    ("rubbish_fee", 1, 2000),
)
OWNERS = ("许文彬", "彭丽君", "江海涛", "方雅琴", "卢国栋", "贺敏")
FIRMS = ("安居装饰工程有限公司", "鹏城美家装饰", "恒艺装修工程部")
# How far each has come: the last of its steps.
REACHED = ("apply", "incomplete", "forward", "pay", "visit", "notice")
OPENS = "09:00"
NOTE = "客厅水电开槽完成，线管布到一半，现场已清扫"


@dataclass
class Home:
    """One renovation; its clock moves on with every act. `pictures`: photos by what they show."""

    owner: str
    firm: str
    unit: UUID
    at: datetime
    pictures: Mapping[str, str]
    id: str = field(default_factory=lambda: str(new_id()))
    workers: list[str] = field(default_factory=lambda: [str(new_id()), str(new_id())])
    passes: list[str] = field(default_factory=lambda: [str(new_id()), str(new_id())])

    def act(self, name: str, login: str = OVERSEER, **body: Any) -> Act:
        """Answer an act, some minutes after the one before."""
        self.at += timedelta(minutes=7)
        whole: Item = {"renovationId": self.id, **body}
        return Act(self.at, login, f"renovation.{name}", self.id, whole)

    def photo(self, shows: str) -> Item:
        """Answer a photo of a paper, of a worker, of the site."""
        return {"sha256": self.pictures[shows], "takenAt": plain(self.at), "live": True}

    def signed(self, *signers: str, **phones: str) -> Item:
        """Answer what these signed."""
        names = {"owner": self.owner, "company": "沈若水", "steward": "沈若水"}
        drawn = [{"as": one, "name": names.get(one, IN_CHARGE), "strokes": SIGNATURE} for one in signers]
        return {"phones": phones, "signatures": drawn}

    @property
    def today(self) -> date:
        """The estate's day on which it stands."""
        return day_of(self.at, ZONE)


def renovation_acts(desk: Phone, chance: Random, *, opened: datetime, now: datetime) -> Iterator[Act]:
    """Answer all that happens about renovations from the opening of the estate up to `now`; `desk` is the centre's."""
    estate_id, pictures = desk.estate_id, _pictures(desk, chance, opened)
    query = select(Unit.id).where(Unit.estate_id == estate_id, Unit.status == UnitStatus.OCCUPIED_OWNER)
    units = chance.sample(list(db.session().scalars(query.order_by(Unit.id))), len(REACHED))
    for number, (reached, owner, unit) in enumerate(zip(REACHED, OWNERS, units, strict=True)):
        at = _next_morning(opened + LABELS_HUNG) + timedelta(minutes=3 * number)
        home = Home(owner, FIRMS[number % len(FIRMS)], unit, at, pictures)
        for act in _life(home, reached, now):
            if act.at < now:
                yield act


def _next_morning(at: datetime) -> datetime:
    """Answer when the desk opens on the day after."""
    return moment_at(day_of(at, ZONE) + timedelta(days=1), OPENS, ZONE)


def _pictures(desk: Phone, chance: Random, at: datetime) -> Mapping[str, str]:
    """Answer what the desk's phone took, by what it shows."""
    papers = {code: drawn.plan() if code == "doc_plan" else drawn.paper(title) for code, title in PAPERS.items()}
    faces = {f"face{number}": drawn.face(chance) for number in range(4)}
    rooms = {"site": drawn.site(chance), "drain": drawn.site(chance, drain_open=True)}
    return {name: desk.send_photo(taken, at) for name, taken in {**papers, **faces, **rooms}.items()}


def _life(home: Home, reached: str, now: datetime) -> Iterator[Act]:
    for steps in (_application, _review, _issue):
        for act in steps(home, reached):
            yield act
            if act.kind == f"renovation.{reached}":
                return
    yield from _work(home, reached, now)


def _application(home: Home, reached: str) -> Iterator[Act]:
    names = (IN_CHARGE, "陈工")
    workers = [
        {"workerId": id_, "name": name, "idShown": True, "photos": [home.photo(face) for face in faces]}
        for id_, name, faces in zip(home.workers, names, (("face0", "face1"), ("face2", "face3")), strict=True)
    ]
    application = {
        "unitId": str(home.unit),
        "applicant": {"kind": "owner", "name": home.owner},
        "contractor": {"name": home.firm},
        "personInCharge": home.workers[0],
        "scope": "厨卫改造、客厅铺砖、全屋墙面",
        "plannedFrom": home.today.isoformat(),
        "plannedUntil": (home.today + timedelta(days=80)).isoformat(),
        "workers": workers,
    }
    yield home.act("apply", application=application, private=home.signed(owner="13800000000"))
    for code in PAPERS:
        if reached != "incomplete" or code != "doc_qualification":
            yield home.act("paper", paper={"code": code, "photos": [home.photo(code)], "sealed": True})
    for form, party in SIGNED:
        yield home.act("sign", form=form, party=party, private=home.signed(party))
    yield home.act("submit", ownerPresent=True, personInChargePresent=True)
    if reached == "incomplete":
        yield home.act("incomplete", note="缺资质证书")


def _review(home: Home, reached: str) -> Iterator[Act]:
    yield home.act("forward")
    home.at += timedelta(hours=3)
    yield home.act("approve", ENGINEER, opinion="同意施工，不得拆改承重墙和公用设施")
    told = {"receiptNo": f"SJ-{home.id[-6:]}", "paidAt": plain(home.at)}
    lines = [{"line": line, "quantity": count, "amount": fen, **told} for line, count, fen in LINES]
    yield home.act("pay", CASHIER, lines=lines)


def _issue(home: Home, reached: str) -> Iterator[Act]:
    checks = [{"item": f"FR-{number:02}", "result": "normal"} for number in range(1, 8)]
    yield home.act("joint_check", answers=checks, waterTest="done", private=home.signed("owner", "steward"))
    for pass_id, worker in zip(home.passes, home.workers, strict=True):
        yield home.act("pass", passId=pass_id, workerId=worker)
    until = home.today + timedelta(days=80)
    yield home.act("permit", startOn=home.today.isoformat(), until=until.isoformat())
    yield home.act("start", GUARD, passId=home.passes[0])


def _work(home: Home, reached: str, now: datetime) -> Iterator[Act]:
    if reached == "notice":
        yield home.act("notice", GUARD, **_notice(home))
        return
    home.at = max(home.at, now - timedelta(hours=20))
    scan = {"method": "listed", "reason": "现场许可证还没贴"}
    times = {"startedAt": plain(home.at), "finishedAt": plain(home.at + timedelta(minutes=5))}
    told: Item = {"outcome": "visited", "stage": "plumbing_electric", "note": NOTE, "workersPresent": 2, **_sheet()}
    yield home.act("visit", visitId=str(new_id()), scan=scan, photos=[home.photo("site")], **times, **told)


def _sheet() -> Item:
    template = newest_template("renovation_site")
    assert template
    return {
        "checklist": {"type": template.type, "version": template.version, "hash": template_hash(template)},
        "answers": [{"item": item.id, "result": "normal"} for item in template.items],
    }


def _notice(home: Home) -> Item:
    notice = {
        "noticeId": str(new_id()),
        "items": ["RN-05"],
        "description": "卫生间地漏盖缺失，水泥残渣倒入地漏",
        "photos": [home.photo("drain")],
        "dueOn": (home.today + timedelta(days=3)).isoformat(),
        "servedTo": {"as": "person_in_charge", "name": IN_CHARGE},
    }
    return {"notice": notice, "stoppedAt": plain(home.at), "private": home.signed("person_in_charge")}
