"""The page over plain http that brings the certificate to phones: see `deploy/lan.py`."""

import contextlib
import http.client
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy import certificates, lan
from deploy.lan_page import LANGUAGES, WORDS, wanted_language
from deploy.plan import Plan


@pytest.fixture
def page(tmp_path: Path) -> Iterator[http.client.HTTPConnection]:
    """A connection to the page of a start at two addresses."""
    certificates.ensure(tmp_path, ["192.168.1.5", "10.0.0.5"])
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    plan = Plan.from_environment({"HOST": "127.0.0.1", "PORT": str(port - 1), "LAN": "1"})
    server = lan.serve_authority(plan, tmp_path, ["192.168.1.5", "10.0.0.5"])
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        yield connection
    server.shutdown()
    server.server_close()


def get(page: http.client.HTTPConnection, path: str, **headers: str) -> tuple[http.client.HTTPResponse, str]:
    page.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = page.getresponse()
    return answer, answer.read().decode()


def test_the_certificate_comes_in_the_kind_that_phones_install(
    page: http.client.HTTPConnection, tmp_path: Path
) -> None:
    answer, body = get(page, "/ca.crt")

    assert answer.getheader("Content-Type") == "application/x-x509-ca-cert"
    assert body == certificates.authority_file(tmp_path).read_text()


@pytest.mark.parametrize("path", ["/ca.key", "/app.key", "/../ca.key", "/var/tls/ca.key"])
def test_nothing_but_the_page_and_the_certificate_can_be_asked_for(page: http.client.HTTPConnection, path: str) -> None:
    assert get(page, path)[0].status == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_plainly_that_there_is_no_offline_yet(
    page: http.client.HTTPConnection, language: str
) -> None:
    body = get(page, f"/{language}")[1]

    assert WORDS[language].until in body
    assert f'lang="{language}"' in body


@pytest.mark.parametrize(
    ("accept", "language"),
    [("", "zh-Hans"), ("zh-CN,zh;q=0.9", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"), ("fr,en", "en")],
)
def test_the_page_speaks_as_the_phone_asks(accept: str, language: str) -> None:
    assert wanted_language(accept) == language


def test_the_way_to_the_app_keeps_the_address_that_reached_the_page(page: http.client.HTTPConnection) -> None:
    assert 'href="https://10.0.0.5:' in get(page, "/", Host="10.0.0.5:1")[1]


def test_a_foreign_host_is_never_linked_to(page: http.client.HTTPConnection) -> None:
    body = get(page, "/", Host="evil.example")[1]

    assert "evil" not in body
    assert 'href="https://192.168.1.5:' in body


def test_the_page_can_ask_over_tls_whether_it_is_trusted(page: http.client.HTTPConnection, tmp_path: Path) -> None:
    trusting = http.client.HTTPSConnection("127.0.0.1", page.port, timeout=10, context=certificates.trusting(tmp_path))
    with contextlib.closing(trusting):
        answer, body = get(trusting, "/trusted", Origin="http://192.168.1.5")

    assert (answer.status, body, answer.getheader("Access-Control-Allow-Origin")) == (200, "yes", "*")


def test_who_does_not_trust_it_hangs_up_and_the_page_still_answers(page: http.client.HTTPConnection) -> None:
    stranger = http.client.HTTPSConnection("127.0.0.1", page.port, timeout=10, context=ssl.create_default_context())
    with contextlib.closing(stranger), pytest.raises(ssl.SSLCertVerificationError):
        stranger.request("GET", "/trusted")

    assert get(page, "/")[0].status == 200


def test_an_iphone_sees_its_own_steps_first(page: http.client.HTTPConnection) -> None:
    body = get(page, "/en", User_Agent="Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)")[1]

    assert body.index("Certificate Trust Settings") < body.index("Encryption &")
