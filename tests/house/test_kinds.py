"""Every kind of item has an example that server and phone read, and owns only tables that can be verified."""

import json

import msgspec
import pytest

from tests.house.conftest import ROOT
from webapp.core.db import Base
from webapp.factory import UPPER_ROOMS
from webapp.rooms import ROOMS

EXAMPLES = ROOT / "tests/examples/kinds"
KINDS = [kind for room in (*ROOMS, *UPPER_ROOMS) for kind in room.push]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_an_example_that_its_body_accepts(kind):
    example = json.loads((EXAMPLES / f"{kind.name}.json").read_text())

    assert (example["kind"], example["v"]) == (kind.name, kind.version)
    assert msgspec.convert(example["body"], type=kind.body)


def test_every_example_belongs_to_a_kind():
    assert {path.stem for path in EXAMPLES.glob("*.json")} <= {kind.name for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_older_shapes_can_all_be_upgraded(kind):
    assert sorted(kind.upgrades) == list(range(1, kind.version))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_owned_tables_lead_their_keys_with_the_estate(kind):
    for name in kind.owns:
        assert next(iter(Base.metadata.tables[name].primary_key.columns)).name == "estate_id"


def test_every_kind_is_named_after_a_room_and_an_act():
    names = [kind.name for kind in KINDS]

    assert all(name.count(".") == 1 for name in names)
    assert len(set(names)) == len(names)


def test_every_estate_owned_table_leads_its_key_and_its_indexes_with_the_estate():
    for table in Base.metadata.tables.values():
        if "estate_id" not in table.columns or "estate_id" not in table.primary_key.columns:
            continue
        assert next(iter(table.primary_key.columns)).name == "estate_id", table.name
