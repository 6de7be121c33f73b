"""The bundle for the owner's file (`renovation.md` 10): every paper, receipt, pass, notice, visit and act."""

from collections.abc import Iterator
from functools import partial

from webapp.domains.renovation.paper import filling, parts, texts
from webapp.domains.renovation.paper.queries import CasePage, Data
from webapp.domains.renovation.paper.say import say_of
from webapp.domains.renovation.paper.sheet import CODES, Photos, drawn, whole_form
from webapp.domains.renovation.rules.papers import SIGNED
from webapp.domains.renovation.rules.states import Act
from webapp.ground.paper.form import Box, Form, Picture, Section, Table


def archive_form(page: CasePage, photos: Photos, public_url: str) -> Form:
    """Answer all that the owner's file keeps of a renovation, as one paper."""
    bundle: list[Section | Table] = [
        *_wordings(page),
        _papers(page, photos),
        *parts.joint_check(page),
        *(table(page) for table in (parts.workers, parts.money, parts.passes, parts.notices)),
        _shown(page, photos),
        parts.requests(page),
        *_hot_work(page),
        *(table(page) for table in (parts.visits, parts.nights)),
        *parts.accepted(page),
        parts.course(page),
    ]
    there = [part for part in bundle if not isinstance(part, Table) or part.rows]
    return whole_form(page, say_of(page)("archive"), there, _boxes(page), public_url)


def photos_of(page: CasePage) -> set[str]:
    """Answer the photos of its papers and of its notices."""
    of_papers = {photo["sha256"] for paper in page.case["papers"] for photo in paper["photos"]}
    return of_papers | {sha256 for one in page.case["notices"] for sha256 in _photos_of(one)}


def _photos_of(notice: Data) -> Iterator[str]:
    """Answer what was wrong, and then what each look showed."""
    yield from (one["sha256"] for one in notice["photos"])
    yield from (one["sha256"] for look in notice["rounds"] for one in look["photos"])


def _wordings(page: CasePage) -> Iterator[Section]:
    values = filling.values_of(page)
    heating = ("heating_pledge",) if page.case["heating"] else ()
    accepted = ("acceptance",) if page.case["completed"] else ()
    for form in ("application", "agreement", "contractor_pledge", *heating, *accepted):
        yield _worded(page, form, texts.title_of(form, page.language), values)


def _hot_work(page: CasePage) -> Iterator[Section]:
    for one in page.case["requests"]:
        if one["kind"] == "hot_work" and one["state"] == "approved":
            title = f"{texts.title_of('hot_work', page.language)} {one['serial']}"
            yield _worded(page, "hot_work", title, filling.values_of_hot_work(page, one))


def _worded(page: CasePage, form: str, title: str, values: Data) -> Section:
    lines = texts.paragraphs(form, page.language, page.wordings, values)
    return Section(title, notes=[("", line) for line in lines])


def _papers(page: CasePage, photos: Photos) -> Section:
    say = say_of(page)
    notes = [
        (say(f"paper.{one['code']}"), f"{filling.at(page, one['at'])} {one['byName']} {one['note']}")
        for one in page.case["papers"]
    ]
    pictures = [
        Picture(say(f"paper.{paper['code']}"), photos.get(one["sha256"]))
        for paper in page.case["papers"]
        for one in paper["photos"]
    ]
    return Section(say("papers"), notes=notes, pictures=pictures)


def _shown(page: CasePage, photos: Photos) -> Section:
    """Answer what notices show: what was wrong, and how it was put right."""
    shown = [
        Picture(one["serial"] or "", photos.get(sha256)) for one in page.case["notices"] for sha256 in _photos_of(one)
    ]
    return Section(say_of(page)("noticePhotos"), pictures=shown)


def _boxes(page: CasePage) -> list[Box]:
    signed = partial(drawn, page)
    agreed = signed(SIGNED["agreement"], page.signatures(Act.SIGN, form=CODES["agreement"]))
    checked = signed(("owner", "steward"), page.signatures(Act.JOINT_CHECK))
    accepted = signed(("engineer", "steward"), page.signatures(Act.ACCEPT, Act.RECHECK))
    return [*agreed, *checked, *accepted]
