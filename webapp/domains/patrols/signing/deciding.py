"""What every act on a page of the patrol book is asked, and how it is written down. Pure."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue
from webapp.domains.patrols.rules.assignees import WALKERS
from webapp.domains.patrols.rules.rounds import round_id
from webapp.domains.patrols.rules.visit import Round
from webapp.domains.patrols.signing import codes
from webapp.domains.patrols.signing.book import Facts, KnownRoute, Page
from webapp.domains.patrols.signing.rules import Standing

KIND = "patrols.record"


def applied(
    item: Item,
    facts: Facts,
    day: date | None,
    signer: UUID,
    judged: Mapping[str, JsonValue],
    *,
    page: tuple[str, str] | None = None,
    personal: Mapping[str, JsonValue] | None = None,
) -> Decision:
    """Answer the act as it goes into the book: when, on which day's page, in whose name."""
    assert day is not None  # the page was found, or its round names the day
    name = facts.people[signer].name if signer in facts.people else item.by_name
    said: dict[str, JsonValue] = {
        "at": item.corrected_at.isoformat(),
        "day": day.isoformat(),
        "signer": {"id": str(signer), "name": name},
        **judged,
    }
    return Applied(said, page=page, changes=((KIND, item.about),), personal=personal)


def wrong_page(item: Item, page: Page, round_: Round | None, facts: Facts) -> Refused | None:
    """Answer what speaks against the page an act names; `round_` is none for a page outside any round."""
    if item.about != page.id:
        return Refused("core.bad_shape", {"field": "about"})
    if round_ is None:
        return None if page.opened and page.route_id is None else Refused(codes.UNKNOWN_RECORD)
    if round_.route_id not in facts.routes:
        return Refused(codes.UNKNOWN_ROUND)
    named = round_id(item.estate_id, round_.route_id, round_.date, round_.number)
    return None if named == page.id else Refused("core.bad_shape", {"field": "round"})


def walks(item: Item, page: Page, stands: Standing, route: KnownRoute | None, day: date | None) -> bool:
    """Say who walks a page: who visited a place of it; else the one it was handed to, or whom the day's plan names."""
    if item.role not in WALKERS:
        return False
    if any(sheet.by_id == item.by for sheet in page.sheets):
        return True
    if stands.handed_to:
        return item.by == stands.handed_to
    return route is not None and day is not None and route.is_given_to(item.by, day)
