"""The whole start, with the product as it is: see `deploy/serve.py`."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy import certificates
from deploy.plan import ROOT

Start = Callable[..., subprocess.Popen[str]]
# More than the store has connections for.
SILENT = 30


@pytest.fixture
def port() -> int:
    """Answer a free port whose next one is free too, most likely."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answer the data folder of an installation whose estate is named."""
    folder = tmp_path_factory.mktemp("installation")
    flask = [str(Path(sys.executable).with_name("flask")), "--app", "wsgi"]
    environment = {**clean(), "ROUNDS_DATA": str(folder)}
    name = ["setup", "--estate", "望湖花园", "--login", "admin", "--name", "张三", "--password-stdin"]
    subprocess.run([*flask, "db", "upgrade"], cwd=ROOT, env=environment, check=True, capture_output=True)
    password = "a long enough password 9\n"
    subprocess.run(
        [*flask, *name], cwd=ROOT, env=environment, check=True, capture_output=True, input=password, text=True
    )
    return folder


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the product as `make run` does; whatever still runs at the end is stopped."""
    started: list[subprocess.Popen[str]] = []

    def run(**words: object) -> subprocess.Popen[str]:
        environment = {**clean(), **{key: str(value) for key, value in words.items()}}
        command = [sys.executable, "-m", "deploy.serve"]
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        options = {"cwd": ROOT, "env": environment, "text": True, **streams}
        started.append(subprocess.Popen(command, **options))  # type: ignore[call-overload]  # options of mixed types
        return started[-1]

    yield run
    for process in started:
        process.terminate()
        process.communicate(timeout=60)


def clean() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in {"HOST", "PORT", "LAN", "DEMO"}}


def said_until(process: subprocess.Popen[str], word: str) -> str:
    """Answer what the process says, up to the line with `word`."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if word in line:
            return said
    raise AssertionError(f"ended without {word!r}: {said}")


def test_what_it_says_to_be_there_is_there_and_stops_when_told(data: Path, port: int, start: Start) -> None:
    process = start(ROUNDS_DATA=data, PORT=port, DEMO=0)
    said = said_until(process, "Ctrl-C")

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
        assert json.load(answer) == {"status": "ok"}
    process.send_signal(signal.SIGINT)

    assert process.wait(timeout=60) == 0
    assert f"http://127.0.0.1:{port}" in said
    assert "password" not in said


def test_a_lan_start_is_reached_over_https_by_who_trusts_the_certificate(data: Path, port: int, start: Start) -> None:
    process = start(ROUNDS_DATA=data, HOST="127.0.0.1", PORT=port, DEMO=0, LAN=1)
    said = said_until(process, "Ctrl-C")

    with urllib.request.urlopen(f"http://127.0.0.1:{port + 1}/ca.crt", timeout=10) as answer:
        assert answer.read() == certificates.authority_file(data / "tls").read_bytes()
    trusting = certificates.trusting(data / "tls")
    with urllib.request.urlopen(f"https://127.0.0.1:{port}/healthz", timeout=10, context=trusting) as answer:
        assert json.load(answer) == {"status": "ok"}
    assert "no offline" in said


def test_without_demo_and_without_a_terminal_the_way_to_name_the_estate_is_told(
    tmp_path: Path, port: int, start: Start
) -> None:
    process = start(ROUNDS_DATA=tmp_path, PORT=port, DEMO=0)

    assert "flask --app wsgi setup" in said_until(process, "setup")
    assert process.wait(timeout=60) == 1


def test_a_refused_start_leaves_nothing_behind(tmp_path: Path, port: int, start: Start) -> None:
    process = start(ROUNDS_DATA=tmp_path, HOST="0.0.0.0", PORT=port)

    assert "make run LAN=1" in said_until(process, "LAN=1")
    assert process.wait(timeout=60) == 1
    assert list(tmp_path.iterdir()) == []


def test_phones_that_fell_silent_in_mid_photo_keep_nobody_waiting(data: Path, port: int, start: Start) -> None:
    said_until(start(ROUNDS_DATA=data, PORT=port, DEMO=0), "Ctrl-C")
    head = f"PUT /api/v1/photos/{'0' * 64} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Push-Token: {'0' * 43}\r\n"
    body = "Content-Length: 250000\r\nContent-Type: application/octet-stream\r\n\r\nhalf a photo"

    with ExitStack() as silent:
        for _ in range(SILENT):
            phone = silent.enter_context(socket.create_connection(("127.0.0.1", port)))
            phone.sendall((head + body).encode())

        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            assert json.load(answer)["status"] == "ok"
