"""Sixty-four phones lend one set at the same moment, over HTTP: exactly one loan stands (KEY-I1, acceptance 1)."""

import json
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.serving import make_server

from tests import make
from tests.domains.keys.conftest import StoredCabinet
from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyLoan
from webapp.domains.keys.rules.states import LoanState

AT_ONCE = 64
PHONES = 8


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the application on the loopback with a thread a call; answer its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()


def push(address: str, phone: make.KeyPhone, item: dict[str, Any]) -> str:
    """Push as a phone does, again while the server is too busy; answer what was answered."""
    envelope = {"items": [item], "deviceId": str(phone.browser.device_id), "lastSeq": item["seq"], "waiting": 0}
    headers = {"Content-Type": "application/json", "X-Push-Token": phone.browser.push_token}
    while True:
        call = urllib.request.Request(f"{address}/api/v1/sync/push", json.dumps(envelope).encode(), headers)
        try:
            with urllib.request.urlopen(call, timeout=60) as answer:
                (said,) = json.load(answer)["answers"]
                return str(said.get("code", said["outcome"]))
        except urllib.error.HTTPError as busy:
            if busy.code != 503:
                raise
            time.sleep(0.05)


def lend_at_once(cabinet: StoredCabinet, address: str, phones: list[make.KeyPhone]) -> Counter[str]:
    """Let all lend one new set at the same moment; answer how often each answer was given."""
    key_set = cabinet.register()
    calls = [
        (phone, phone.keep("lend", make.key_act("lend", key_set, **cabinet.loan(loanId=str(new_id()))), live=True))
        for phone in (phones[number % PHONES] for number in range(AT_ONCE))
    ]
    ready = threading.Barrier(AT_ONCE)

    def go(call: tuple[make.KeyPhone, dict[str, Any]]) -> str:
        ready.wait()
        return push(address, *call)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        said = Counter(pool.map(go, calls))
    cabinet.session.rollback()
    open_ = (KeyLoan.key_set_id == UUID(key_set)) & (KeyLoan.state == LoanState.OPEN)
    assert cabinet.session.scalar(select(func.count()).where(open_)) == 1
    return said


def rounds(cabinet: StoredCabinet, address: str, count: int) -> None:
    phones = [cabinet.phone(f"keeper{number}") for number in range(PHONES)]
    for _ in range(count):
        said = lend_at_once(cabinet, address, phones)
        assert said == {"applied": 1, "keys.already_on_loan": AT_ONCE - 1}
    assert cabinet.differences() == []


def test_key_i1_of_sixty_four_who_lend_at_once_one_has_the_set(cabinet: StoredCabinet, address: str) -> None:
    rounds(cabinet, address, 1)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_key_i1_two_hundred_times_over(cabinet: StoredCabinet, address: str) -> None:
    rounds(cabinet, address, 200)
