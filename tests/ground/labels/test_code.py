"""The code of a label (`protocol.md` 12); the phone's tests read the same examples."""

import json
from pathlib import Path

import pytest

from webapp.ground.labels.code import ALPHABET, NoCode, new_code, parse, shown

EXAMPLES = Path(__file__).parents[2] / "examples/rules/code.json"


@pytest.mark.parametrize("example", json.loads(EXAMPLES.read_text("utf-8")), ids=lambda example: repr(example["text"]))
def test_a_text_is_judged_by_its_code_alone(example):
    expected = example["code"] if example["ok"] else NoCode(example["why"])

    assert parse(example["text"]) == expected


def test_a_fresh_code_is_read_back_however_it_is_written():
    code = new_code()

    assert len(code) == 12
    assert set(code) <= set(ALPHABET)
    assert parse(shown(code)) == parse(f"HTTPS://ROUNDS.CN/T/{code}") == parse(code.lower()) == code


def test_one_wrong_character_never_passes():
    code = new_code()

    for place in range(len(code)):
        for other in ALPHABET.replace(code[place], ""):
            assert parse(code[:place] + other + code[place + 1 :]) == NoCode("mistyped")


def test_two_swapped_neighbours_never_pass():
    for code in (new_code() for _ in range(200)):
        for place in range(len(code) - 1):
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert swapped == code or parse(swapped) == NoCode("mistyped")
