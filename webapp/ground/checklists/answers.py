"""The answers given to a checklist, and what they lack; pure. Rooms remark upon it under codes of their own."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.wire import Wire
from webapp.ground.checklists.words import bare_normal, is_blank

Name = Annotated[str, Meta(min_length=1, max_length=64)]
Note = Annotated[str, Meta(max_length=2000)]
# What is lacking, and the items that lack it.
Lack = tuple[str, list[str]]


class Answer(Wire, frozen=True, kw_only=True):
    """The result of one item (PAT-R01). `ms` is how long the person looked at it before answering."""

    item: Name
    result: Literal["normal", "abnormal", "na", "not_checked"]
    choice: Name | None = None
    note: Note | None = None
    reason: Note | None = None
    methods: Annotated[tuple[Literal["look", "listen", "touch", "ask"], ...], Meta(max_length=4)] = ()
    ms: Annotated[int, Meta(ge=0, le=1_000_000_000)] = 0
    finding_id: UUID | None = None


def lacks(answers: Sequence[Answer], asked: Sequence[str] | None) -> Iterator[Lack]:
    """Answer what the answers lack, each with its items.

    `items_missing`, `unknown_item`, `item_repeated`, `reason_missing`, `abnormal_incomplete`.

    asked  the items to be answered; None when nobody knows them
    """
    given = [answer.item for answer in answers]
    # PAT-R01: each item has its own result. Most often they are the items in their order.
    if given != asked:
        yield from _of_the_count(Counter(given), given if asked is None else asked)
    odd = [answer for answer in answers if answer.result != "normal"]
    yield from about("reason_missing", _names(odd, _lacks_reason))
    # PAT-R04
    yield from about("abnormal_incomplete", _names(odd, _abnormal_incomplete))


def bare_items(answers: Sequence[Answer], words: Iterable[str]) -> list[str]:
    """Answer the items whose note or reason is a bare 正常 (PAT-R02)."""
    listed = tuple(words)

    def is_bare(answer: Answer) -> bool:
        if not (answer.note or answer.reason):  # as most often
            return False
        return any(bare_normal(text, listed) for text in (answer.note, answer.reason) if text)

    return _names(answers, is_bare)


def about(lack: str, items: Iterable[str]) -> Iterator[Lack]:
    """Answer the lack with its items, each once; nothing when there are none."""
    named = list(dict.fromkeys(items))
    if named:
        yield lack, named


def _of_the_count(given: Counter[str], items: Sequence[str]) -> Iterator[Lack]:
    yield from about("items_missing", (item for item in items if item not in given))
    yield from about("unknown_item", (item for item in given if item not in items))
    yield from about("item_repeated", (item for item, times in given.items() if times > 1))


def _lacks_reason(answer: Answer) -> bool:
    return answer.result in {"na", "not_checked"} and is_blank(answer.reason)


def _abnormal_incomplete(answer: Answer) -> bool:
    return answer.result == "abnormal" and (is_blank(answer.note) or answer.finding_id is None)


def _names(answers: Iterable[Answer], broken: Callable[[Answer], bool]) -> list[str]:
    return [answer.item for answer in answers if broken(answer)]
