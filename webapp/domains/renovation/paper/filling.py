"""What is filled into the wording of papers: names, days and sums of one renovation."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from webapp.domains.renovation.paper.queries import CasePage, Data
from webapp.domains.renovation.rules.money import prices_on
from webapp.ground.calendar.rules import day_of
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.estates.settings import setting
from webapp.ground.paper.when import moment_text

_KEYS = {"zh-Hans": "zh_hans", "zh-Hant": "zh_hant", "en": "en"}


def yuan(fen: int) -> str:
    """Answer a sum as it is written: 2000, 150.50."""
    return f"{fen / 100:.2f}".removesuffix(".00")


def at(page: CasePage, moment: str | None) -> str:
    """Answer a moment by the estate's clocks; nothing for none."""
    return moment_text(datetime.fromisoformat(moment), page.estate.timezone) if moment else ""


def day(page: CasePage, who_at: Data | None) -> str:
    """Answer the day on which somebody did something."""
    return day_of(datetime.fromisoformat(who_at["at"]), page.estate.timezone).isoformat() if who_at else ""


def listed(texts: Iterable[str], language: str) -> str:
    """Answer texts one after the other, set apart as the language does."""
    return ("; " if language == "en" else "；").join(texts)


def item_names(items: Iterable[str], language: str, checklist: str = "renovation_site") -> str:
    """Answer what items of the site patrol, or of another checklist, are called."""
    template = newest_template(checklist)
    assert template
    words = {one.id: getattr(one.words, _KEYS[language]) for one in template.items}
    return listed((f"{item} {words.get(item, '')}".strip() for item in items), language)


def values_of(page: CasePage) -> Mapping[str, Any]:
    """Answer what is known of the renovation under the names that wordings use."""
    case = page.case
    names = {one["workerId"]: one["name"] for one in case["workers"]}
    passes = Counter(one["state"] for one in case["passes"])
    return {
        **{name: case[name] for name in ("scope", "plannedFrom", "plannedUntil", "permitFrom", "permitUntil")},
        **{name: case[name] for name in ("acceptedOn", "recheckOn")},
        "estate": page.estate.name,
        "unit": case["unitName"],
        "applicant": case["applicant"]["name"],
        "contractor": case["contractor"]["name"],
        "inCharge": names.get(case["personInCharge"]),
        "workers": (", " if page.language == "en" else "、").join(names.values()),
        "completedOn": day(page, case["completed"]),
        "passesIssued": len(case["passes"]),
        "passesReturned": str(passes["returned"]),
        "passesLost": str(passes["lost"]),
        "notices": str(len(case["notices"])),
        "noticesVerified": str(sum(one["state"] == "verified" for one in case["notices"])),
        "workHours": setting(page.estate.settings, "work_hours") or " ",
        **_prices(page),
    }


def _prices(page: CasePage) -> Mapping[str, str]:
    lists = setting(page.estate.settings, "renovation_prices")
    applied = day_of(page.acts[0].at, page.estate.timezone)
    prices = page.case["prices"] or prices_on(applied, lists)
    names = {"deposit": "deposit", "management_fee": "managementFee", "rubbish_fee": "rubbishFee"}
    return {told: yuan(prices[line]) for line, told in names.items()}


def values_of_notice(page: CasePage, notice: Data) -> Mapping[str, Any]:
    """Answer what is known of a notice under the names that its wording uses."""
    return {
        **values_of(page),
        "servedTo": notice["servedTo"]["name"],
        "items": item_names(notice["items"], page.language),
        "description": notice["description"],
        "dueOn": notice["dueOn"],
    }


def values_of_hot_work(page: CasePage, request: Data) -> Mapping[str, Any]:
    """Answer what is known of hot work under the names that its wording uses."""
    said = request["said"]
    told = {name: said[name] for name in ("place", "work", "operator", "watcher")}
    return {**values_of(page), **told, "fromAt": at(page, said["fromAt"]), "untilAt": at(page, said["untilAt"])}
