"""The patrol record as a form: facts, every place, findings by their numbers, who signed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.paper.lines import in_language, section_of, template_of
from webapp.domains.patrols.paper.looks import look_facts, look_sections
from webapp.domains.patrols.paper.queries import RecordPage
from webapp.domains.patrols.paper.signed import boxes, said_by
from webapp.domains.patrols.rules.rounds import Timeliness
from webapp.domains.patrols.signing.rules import Signature
from webapp.ground.books import proof_on_paper
from webapp.ground.paper.form import Form, Section, Table
from webapp.ground.paper.when import clock_text, day_text, moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")


def form_of(page: RecordPage, photos: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the page as a form in the estate's language; `photos` by hash, those that are here."""
    say = read_words(WORDS, page.language)
    return Form(
        language=page.language,
        title=say("supervisionTitle" if page.looks else "title"),
        serial=page.record.serial,
        estate=page.estate.name,
        facts=list(_facts(page, say)),
        parts=list(_parts(page, say, photos)),
        boxes=boxes(page, say),
        proof=proof_on_paper(page.record.serial, page.proved, page.estate, public_url),
        void=said_by(page.standing.void, page.estate.timezone, say) if page.standing.void else None,
    )


def _parts(page: RecordPage, say: Lexicon, photos: Mapping[str, bytes]) -> Iterator[Section | Table]:
    yield from look_sections(page, say, photos) if page.looks else _sections(page, say, photos)
    yield from _unvisited(page, say)
    yield from _made_up(page, say)
    yield from _findings(page, say)


def _facts(page: RecordPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    if page.looks:
        yield from look_facts(page, say)
        return
    visits = page.visits
    names = list(dict.fromkeys(visit.by_name for visit in visits))
    finish = page.standing.finish
    yield say("route"), page.route or say("extra")
    yield say("round"), _round(page, say)
    yield say("day"), day_text(page.record.day, page.language)
    yield say("by"), say("comma").join(names) or (finish.signer_name if finish else "—")
    yield say("times"), _times(page)
    yield say("places"), _places(page, say)
    yield say("abnormal"), say("abnormalCount", n=sum(visit.abnormal for visit in visits))
    yield say("state"), say(f"state.{page.standing.state}")
    if page.standing.remark:
        yield say("state.returned"), said_by(page.standing.remark, page.estate.timezone, say)


def _times(page: RecordPage) -> str:
    """Answer from when to when the round was walked; what was made up later says its own time."""
    zone, visits = page.estate.timezone, [one for one in page.visits if one.timeliness is not Timeliness.MADE_UP]
    if not visits:
        return "—"
    last = max(visits, key=lambda visit: visit.phone_finished_at)
    left = last.scanned_at + (last.phone_finished_at - last.phone_scanned_at)
    return f"{clock_text(visits[0].scanned_at, zone)}—{clock_text(left, zone)}"


def _round(page: RecordPage, say: Lexicon) -> str:
    if page.record.number is None:
        return "—"
    if page.window is None:
        return say("roundOf", n=page.record.number)
    times = (clock_text(moment, page.estate.timezone) for moment in (page.window.start, page.window.end))
    return say("roundFrom", n=page.record.number, **dict(zip(("start", "end"), times, strict=True)))


def _places(page: RecordPage, say: Lexicon) -> str:
    """Answer how many places were visited, late, made up and left out; a place counts once."""
    count = Counter(visit.timeliness for visit in {visit.place_id: visit for visit in page.visits}.values())
    told = [say("placesVisited", n=count.total())]
    told += [say("placesLate", n=late)] if (late := count[Timeliness.LATE]) else []
    told += [say("placesMadeUp", n=made_up)] if (made_up := count[Timeliness.MADE_UP]) else []
    told += [say("placesLeft", n=left)] if (left := len({*page.standing.unvisited, *page.standing.skipped})) else []
    return "　".join(told)


def _sections(page: RecordPage, say: Lexicon, photos: Mapping[str, bytes]) -> Iterator[Section]:
    for number, visit in enumerate(page.visits, start=1):
        marks = [say("mark.supplement")] if visit.id in page.standing.late else []
        zone, serials = page.estate.timezone, page.serials
        yield section_of(visit, number, say=say, zone=zone, serials=serials, photos=photos, marks=marks)


def _unvisited(page: RecordPage, say: Lexicon) -> Iterator[Table]:
    told = page.standing.finish.detail["unvisited"] if page.standing.finish else ()
    ended = [(one["name"] or say("unknownPlace"), one["reason"]) for one in told]
    rows = [*((name, why) for _, name, why in _asked(page.standing.skips, page, say)), *ended]
    if rows:
        yield Table(say("unvisited"), (say("place"), say("reason")), (2, 3), rows)


def _made_up(page: RecordPage, say: Lexicon) -> Iterator[Table]:
    """Whatever was made up was missed before, and the form says so for ever; and what was asked for and not done."""
    made = [visit for visit in page.visits if visit.timeliness is Timeliness.MADE_UP]
    at = {visit.place_id: moment_text(visit.scanned_at, page.estate.timezone) for visit in made}
    asked = _asked(page.standing.make_ups, page, say)
    rows = [(name, why, at.get(place_id, say("notMadeUp"))) for place_id, name, why in asked]
    if rows:
        yield Table(say("madeUp"), (say("place"), say("reason"), say("madeUpAt")), (4, 6, 3), rows)


def _asked(acts: Sequence[Signature], page: RecordPage, say: Lexicon) -> list[tuple[UUID, str, str]]:
    return [
        (UUID(place["placeId"]), place["name"] or say("unknownPlace"), said_by(act, page.estate.timezone, say))
        for act in acts
        for place in act.detail["places"]
    ]


def _findings(page: RecordPage, say: Lexicon) -> Iterator[Table]:
    rows = [row for visit in page.visits for row in _found(visit, page.serials, say)]
    if rows:
        columns = (say("serial"), say("place"), say("item"), say("told"))
        yield Table(say("findings"), columns, (2.2, 3, 2.2, 4), rows)


def _found(visit: PatrolVisit, serials: Mapping[UUID, str], say: Lexicon) -> Iterator[tuple[str, str, str, str]]:
    template = template_of(visit)
    for answer in visit.answers:
        serial = serials.get(UUID(answer["findingId"])) if answer["findingId"] else None
        if serial:
            item = template.item(answer["item"]) if template else None
            name = in_language(item.words, say.language) if item else answer["item"]
            yield serial, visit.place_name or say("unknownPlace"), name, answer["note"] or ""
