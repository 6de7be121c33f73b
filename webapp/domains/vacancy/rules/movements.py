"""Units that came to the vacant stock and left it in a month (`vacancy.md` 3). Pure."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from webapp.domains.vacancy.rules.periods import Period
from webapp.domains.vacancy.rules.regime import Span, Timeline, vacant_spans


class Movement(NamedTuple):
    """A unit that came (`to` is empty) or left on a day and became `to`."""

    unit_id: UUID
    on: date
    to: str = ""


class Movements(NamedTuple):
    """The stock before a period, what came and left, the stock after it; opening + came - left = closing."""

    opening: Collection[UUID]
    came: list[Movement]
    left: list[Movement]
    closing: Collection[UUID]


def movements(days: Mapping[UUID, Timeline], period: Period, opening: Collection[UUID] | None) -> Movements:
    """Answer what moved in a period.

    opening  the stock at the end of the paper filed before; None where there is none: that of the day before. What
             became known of earlier days since then moves in this period
    """
    spans = {id_: list(vacant_spans(one)) for id_, one in days.items()}
    before = {id_ for id_, own in spans.items() if any(_ends_vacant(span, _day_before(period)) for span in own)}
    closing = {id_ for id_, own in spans.items() if any(_ends_vacant(span, period.last) for span in own)}
    opened = before if opening is None else set(opening)
    came = [*(_late_comer(id_, spans[id_], period) for id_ in before - opened), *_came(spans, period)]
    left = [*(_late_leaver(id_, spans.get(id_, []), period) for id_ in opened - before), *_left(spans, period)]
    return Movements(opened, sorted(came, key=_order), sorted(left, key=_order), closing)


def _ends_vacant(span: Span, day: date) -> bool:
    return span.first <= day and (span.until is None or span.until > day)


def _day_before(period: Period) -> date:
    return date.fromordinal(period.first.toordinal() - 1)


def _came(spans: Mapping[UUID, list[Span]], period: Period) -> Iterator[Movement]:
    for id_, own in spans.items():
        yield from (Movement(id_, span.first) for span in own if span.first in period)


def _left(spans: Mapping[UUID, list[Span]], period: Period) -> Iterator[Movement]:
    for id_, own in spans.items():
        ended = [(span.until, _to(span)) for span in own if span.until is not None]
        yield from (Movement(id_, on, to) for on, to in ended if on in period)


def _late_comer(id_: UUID, own: list[Span], period: Period) -> Movement:
    """Answer since when a unit was vacant that the paper before did not know of."""
    return Movement(id_, max(span.first for span in own if span.first < period.first))


def _late_leaver(id_: UUID, own: list[Span], period: Period) -> Movement:
    """Answer when a unit left that the paper before still counted; one that never was vacant leaves now."""
    ended = [(span.until, _to(span)) for span in own if span.until and span.until < period.first]
    on, to = max(ended, default=(period.first, ""))
    return Movement(id_, on, to)


def _to(span: Span) -> str:
    return span.to.value if span.to else ""


def _order(movement: Movement) -> tuple[date, UUID]:
    return movement.on, movement.unit_id
