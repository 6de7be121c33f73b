"""A supervisor's round on paper (`patrol.md` 8): what was done at each place, for which service, and what was seen."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from webapp.domains.patrols.paper.queries import RecordPage
from webapp.domains.patrols.signing.rules import Signature
from webapp.ground.paper.form import Picture, Section
from webapp.ground.paper.when import clock_text, day_text
from webapp.ground.paper.words import Lexicon


def look_facts(page: RecordPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    """Answer what stands at the head of the form."""
    zone, seen = page.estate.timezone, sorted(page.looks, key=lambda look: look.at)
    yield say("day"), day_text(page.record.day, page.language)
    yield say("supervisor"), seen[0].signer_name
    yield say("times"), f"{clock_text(seen[0].at, zone)}—{clock_text(seen[-1].at, zone)}"
    yield say("places"), say("placesSeen", n=len({look.detail["placeId"] for look in seen}))
    yield say("doing.order"), say("ordersMade", n=sum(look.detail["act"] == "order" for look in seen))
    yield say("state"), say(f"state.{page.standing.state}")


def look_sections(page: RecordPage, say: Lexicon, photos: Mapping[str, bytes]) -> Iterator[Section]:
    """Answer a section for each look, in the order of the round."""
    for number, look in enumerate(sorted(page.looks, key=lambda look: look.at), start=1):
        marks = [say("mark.supplement")] if look.id in page.standing.late else []
        when, how = clock_text(look.at, page.estate.timezone), say(f"scan.{look.detail['scan']}")
        yield Section(
            heading=f"{number}　{look.detail['name']}",
            aside=f"{look.signer_name}　{when}　{how}",
            marks=marks,
            columns=(say("service"), say("doing"), say("told")),
            items=[look_line(look, say, page.serials)],
            notes=[(say("noScan"), look.detail["scanReason"])] if look.detail["scanReason"] else [],
            pictures=[Picture(say("photoOfLook"), photos.get(sha256)) for sha256 in look.detail["photos"]],
        )


def look_line(look: Signature, say: Lexicon, serials: Mapping[UUID, str]) -> tuple[str, str, str, bool]:
    """Answer a look in words: service, what was done, what was seen with the number of the finding it concerns."""
    finding = look.detail["findingId"]
    serial = serials.get(UUID(finding), "") if finding else ""
    told = say("stop").join(one for one in (look.note or "", serial) if one)
    return (
        say(f"service.{look.detail['service']}"),
        say(f"doing.{look.detail['act']}"),
        told,
        look.detail["act"] == "order",
    )
