"""The shelf of templates: what stands in them, and that a shipped version never changes."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rfc8785

from webapp.core.errors import BadShape
from webapp.core.wire import plain, read
from webapp.ground.checklists import shelf as shelf_of
from webapp.ground.checklists.rules import Template, as_data, repeated, template_hash
from webapp.ground.checklists.shelf import find_template, newest_template, shelf
from webapp.ground.checklists.sync import TEMPLATES

SHIPPED = json.loads(Path(__file__).with_name("shipped.json").read_text())
STAIRWELL = shelf()["stairwell", 1]
ANYBODY: Any = None  # templates are the same for everybody


def item(item_id):
    return next(item for item in STAIRWELL.items if item.id == item_id)


def document(**changes):
    words = {"zh-Hans": "灯", "zh-Hant": "燈", "en": "Light"}
    one = {
        "id": "ST-01",
        "words": words,
        "normal": words,
        "choices": [{"code": "off", "words": words}],
        "dept": "engineering",
    }
    return {"type": "stairwell", "version": 9, "items": [{**one, **changes}]}


def test_a_version_once_shipped_never_changes_and_never_leaves():
    assert {f"{type_}/{version}": template_hash(one) for (type_, version), one in shelf().items()} == SHIPPED


def test_an_item_is_found_by_its_id():
    assert STAIRWELL.item("ST-06") is STAIRWELL.items[5]
    assert STAIRWELL.item("ST-14") is None


def test_a_fire_door_is_normal_when_closed_and_the_words_say_so():
    assert "关闭" in item("ST-07").normal.zh_hans
    assert "closed" in item("ST-07").normal.en


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_template_missing_a_language_is_not_taken(language):
    words = {"zh-Hans": "灯", "zh-Hant": "燈", "en": "Light"}
    del words[language]
    with pytest.raises(BadShape):
        read(Template, document(normal=words))


def test_pat_r02_no_normal_text_is_a_bare_normal():
    texts = [item.normal.zh_hans for template in shelf().values() for item in template.items]
    assert not {"正常", "无异常", "完好", "良好"} & set(texts)


def test_no_file_holds_a_checklist_of_another_type(tmp_path, monkeypatch):
    slipped = (shelf_of.TEMPLATES / "lift.yaml").read_text(encoding="utf-8")
    (tmp_path / "parking.2.yaml").write_text(slipped, encoding="utf-8")
    monkeypatch.setattr(shelf_of, "TEMPLATES", tmp_path)
    with pytest.raises(ValueError, match=r"parking\.2\.yaml"):
        shelf_of.shelf.__wrapped__()


def test_ids_and_codes_stand_once():
    assert all(repeated(template) == [] for template in shelf().values())
    twice = read(Template, document())
    twice = msgspec.structs.replace(twice, items=twice.items * 2)
    assert repeated(twice) == ["ST-01", "ST-01/off"]


def test_an_unquoted_off_is_caught_because_yaml_reads_it_as_false():
    with pytest.raises(BadShape):
        read(Template, document(choices=[{"code": False, "words": {"zh-Hans": "灯", "zh-Hant": "燈", "en": "Light"}}]))


def test_the_hash_is_over_type_version_and_items_in_canonical_json():
    data = as_data(STAIRWELL)
    named = data.pop("hash")
    assert set(data) == {"type", "version", "items"}, "what a version leaves out is left out of its hash"
    assert template_hash(read(Template, json.loads(rfc8785.dumps(data)))) == named


def test_an_answer_finds_the_version_it_was_given_under():
    assert find_template("stairwell", 1, SHIPPED["stairwell/1"]) is STAIRWELL
    assert find_template("stairwell", 1, "0" * 64) is None
    assert find_template("stairwell", 99, SHIPPED["stairwell/1"]) is None
    assert find_template("moon_base", 1, SHIPPED["stairwell/1"]) is None


def test_the_newest_version_is_what_a_place_is_asked_by():
    assert newest_template("stairwell") is shelf()["stairwell", max(v for kind, v in shelf() if kind == "stairwell")]
    assert newest_template("moon_base") is None


def test_phones_hold_every_version_page_by_page():
    held = list(TEMPLATES.page(ANYBODY, ANYBODY, None, 500))
    assert held == sorted(held, key=lambda row: row[0])
    assert dict(held)[STAIRWELL.id] == {**plain(STAIRWELL), "hash": SHIPPED["stairwell/1"]}
    assert list(TEMPLATES.page(ANYBODY, ANYBODY, held[-1][0], 500)) == []
    assert TEMPLATES.some(ANYBODY, ANYBODY, [STAIRWELL.id]) == {STAIRWELL.id: as_data(STAIRWELL)}
