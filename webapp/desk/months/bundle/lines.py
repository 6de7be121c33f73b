"""Lines of a month's tables, one a record, an item or a finding; in the estate's language."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from webapp.desk.months.contents import Page
from webapp.desk.months.rules import is_late
from webapp.domains.findings.paper.queries import FindingPage
from webapp.domains.findings.paper.sheet import WORDS as FINDING_WORDS
from webapp.domains.patrols.paper.lines import section_of
from webapp.domains.patrols.paper.queries import RecordPage
from webapp.domains.patrols.paper.sheet import WORDS as RECORD_WORDS
from webapp.domains.patrols.rules.rounds import Timeliness
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import read_words

WORDS = Path(__file__).with_name("words.yaml")
Cells = Sequence[str | int]

HEADS = {
    "records": (
        *("serial", "day", "acceptedAt", "route", "round", "by", "places", "abnormal"),
        *("lateVisits", "madeUp", "state", "late", "void", "hash"),
    ),
    "items": ("serial", "place", "scannedAt", "by", "item", "result", "told"),
    "findings": (
        *("serial", "foundAt", "acceptedAt", "finder", "place", "spot", "item", "description"),
        *("priority", "dept", "state", "late", "hash"),
    ),
}


def record_line(stands: RecordPage, page: Page, month: str) -> Cells:
    """Answer the line of a patrol record, as `HEADS` names its columns."""
    zone, say = stands.estate.timezone, read_words(WORDS, stands.language)
    count = Counter(visit.timeliness for visit in {visit.place_id: visit for visit in stands.visits}.values())
    return (
        page.serial,
        stands.record.day.isoformat(),
        moment_text(page.accepted_at, zone),
        stands.route or "",
        stands.record.number or "",
        "、".join(dict.fromkeys(visit.by_name for visit in stands.visits)),
        count.total(),
        sum(visit.abnormal for visit in stands.visits),
        count[Timeliness.LATE],
        count[Timeliness.MADE_UP],
        read_words(RECORD_WORDS, stands.language)(f"state.{stands.standing.state}"),
        say("yes") if page.day and is_late(page.day, month) else "",
        say("yes") if page.void else "",
        stands.proved.hash,
    )


def item_lines(stands: RecordPage) -> list[Cells]:
    """Answer a line for every item of every visit, as it is printed."""
    zone, say = stands.estate.timezone, read_words(RECORD_WORDS, stands.language)
    lines: list[Cells] = []
    for visit in stands.visits:
        section = section_of(visit, 0, say=say, zone=zone, serials=stands.serials, photos={})
        where = (stands.record.serial, visit.place_name or say("unknownPlace"), moment_text(visit.scanned_at, zone))
        lines += [(*where, visit.by_name, name, result, told) for name, result, told, _ in section.items]
        lines += [(*where, visit.by_name, label, "", told) for label, told in section.notes]
    return lines


def finding_lines(stands: FindingPage, page: Page, month: str) -> list[Cells]:
    """Answer the line of a problem sheet."""
    zone, finding = stands.estate.timezone, stands.finding
    say, words = read_words(FINDING_WORDS, stands.language), read_words(WORDS, stands.language)
    line = (
        page.serial,
        moment_text(finding.found_at, zone),
        moment_text(page.accepted_at, zone),
        finding.by_name,
        finding.place_name or say("unknownPlace"),
        finding.spot,
        finding.item,
        finding.description,
        say(f"priority.{finding.priority}"),
        say.known(f"dept.{finding.dept}") if finding.dept else "",
        say(f"state.{finding.state}"),
        words("yes") if page.day and is_late(page.day, month) else "",
        stands.proved.hash,
    )
    return [line]
