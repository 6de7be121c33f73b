"""Hanging a label (`protocol.md` 12): the first scan at its place makes it count, and only then the old one goes."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from webapp.core.domain import Applied, Entry, Refused
from webapp.core.wire import read
from webapp.ground.labels.rules import REPLACED, Hang, Label, LabelState, decide_hang, hang_rows

EXAMPLE = Path(__file__).parents[2] / "examples/kinds/labels.hang.json"
NINTH_FLOOR, TENTH_FLOOR = uuid4(), uuid4()
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)


def label(code="4K7Q2M9XTB3K", target=NINTH_FLOOR, generation=1, **values):
    return Label(uuid4(), code, target, "3 栋 2 单元 9 层 楼梯间", generation, **values)


def hang(code="4K7Q2M9XTB3K", place=NINTH_FLOOR):
    return Hang(code=code, place_id=place, hung_at=MORNING)


def test_the_example_is_read():
    example = json.loads(EXAMPLE.read_text("utf-8"))

    assert read(Hang, example["body"]).code == "4K7Q2M9XTB3K"


def test_a_printed_label_becomes_active_at_its_place():
    printed = label()

    decision = decide_hang(hang(), [printed])

    assert isinstance(decision, Applied)
    assert decision.judged == {"label": str(printed.id), "hangs": True, "replaces": []}
    assert decision.changes == (("places.label", printed.id),)


def test_the_older_active_label_of_the_place_goes_and_no_other():
    printed = label(generation=3)
    older = label("OLDER", generation=2, hung_at=MORNING)
    others = [
        label("LOST", generation=1, hung_at=MORNING, revoked_at=MORNING, reason="丢失"),
        label("NEVER HUNG", generation=2),
        label("BESIDE IT", generation=3, hung_at=MORNING),
        label("ELSEWHERE", TENTH_FLOOR, generation=2, hung_at=MORNING),
    ]

    decision = decide_hang(hang(), [printed, older, *others])

    assert isinstance(decision, Applied)
    assert decision.judged["replaces"] == [str(older.id)]
    assert decision.changes == (("places.label", printed.id), ("places.label", older.id))


def test_a_label_that_hangs_there_already_may_be_scanned_again():
    active = label(hung_at=MORNING)

    decision = decide_hang(hang(), [active, label("OLDER", generation=0, hung_at=MORNING)])

    assert decision == Applied({"label": str(active.id), "hangs": False, "replaces": []})


@pytest.mark.parametrize(
    "labels, code",
    [
        ([], "labels.unknown"),
        ([label("ANOTHER")], "labels.unknown"),
        ([label(target=TENTH_FLOOR)], "labels.elsewhere"),
        ([label(target=TENTH_FLOOR, revoked_at=MORNING)], "labels.elsewhere"),
        ([label(revoked_at=MORNING, reason="丢失")], "labels.revoked"),
    ],
)
def test_a_label_that_may_not_hang_there_is_refused(labels, code):
    decision = decide_hang(hang(), labels)

    assert isinstance(decision, Refused)
    assert decision.code == code


def test_the_refusal_says_where_the_label_belongs():
    decision = decide_hang(hang(place=TENTH_FLOOR), [label()])

    assert isinstance(decision, Refused)
    assert decision.params["place"] == "3 栋 2 单元 9 层 楼梯间"


def test_the_rows_follow_from_the_entry_alone():
    hung, gone, by, estate = uuid4(), uuid4(), uuid4(), uuid4()
    judged = {"label": str(hung), "hangs": True, "replaces": [str(gone)]}
    entry = Entry(estate, 7, "labels.hang", {"by": str(by)}, {"correctedAt": "2026-11-23T07:38:01Z"}, judged)

    first, second = hang_rows(entry)

    at = datetime(2026, 11, 23, 7, 38, 1, tzinfo=UTC)
    assert (first.key["id"], first.values) == (hung, {"hung_at": at, "hung_by": by})
    assert (second.key["id"], second.values) == (gone, {"revoked_at": at, "reason": REPLACED})
    assert not first.new


def test_a_label_scanned_again_changes_no_row():
    judged = {"label": str(uuid4()), "hangs": False, "replaces": []}

    assert hang_rows(Entry(UUID(int=1), 8, "labels.hang", {}, {}, judged)) == ()


@pytest.mark.parametrize(
    "values, state",
    [
        ({}, LabelState.PRINTED),
        ({"hung_at": MORNING}, LabelState.ACTIVE),
        ({"hung_at": MORNING, "revoked_at": MORNING}, LabelState.REVOKED),
        ({"revoked_at": MORNING}, LabelState.REVOKED),
    ],
)
def test_the_state_of_a_label_is_derived(values, state):
    assert label(**values).state is state
