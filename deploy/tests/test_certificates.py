"""What phones are asked to trust: see `deploy/certificates.py`."""

import os
import socket
import ssl
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509

from deploy import certificates


def test_a_second_start_at_the_same_addresses_keeps_certificate_and_authority(tmp_path: Path) -> None:
    certificate, _ = certificates.ensure(tmp_path, ["192.168.1.5"])
    first = certificate.read_bytes(), certificates.authority_file(tmp_path).read_bytes()

    certificates.ensure(tmp_path, ["192.168.1.5"])

    assert first == (certificate.read_bytes(), certificates.authority_file(tmp_path).read_bytes())


def test_a_new_address_gets_a_new_certificate_from_the_authority_that_phones_trust_already(tmp_path: Path) -> None:
    certificate, _ = certificates.ensure(tmp_path, ["192.168.1.5"])
    first, authority = certificate.read_bytes(), certificates.authority_file(tmp_path).read_bytes()

    certificates.ensure(tmp_path, ["192.168.1.6"])

    assert certificate.read_bytes() != first
    assert certificates.authority_file(tmp_path).read_bytes() == authority


def test_a_certificate_near_its_end_is_renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate, _ = certificates.ensure(tmp_path, [])
    first = certificate.read_bytes()
    now = certificates._now()

    monkeypatch.setattr(certificates, "_now", lambda: now + certificates.LEAF_LIFE - certificates.RENEW_BEFORE)
    certificates.ensure(tmp_path, [])

    assert certificate.read_bytes() != first


def test_keys_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    _, key = certificates.ensure(tmp_path / "tls", [])

    for secret in (key, tmp_path / "tls" / "ca.key"):
        assert stat.S_IMODE(os.stat(secret).st_mode) == 0o600


def test_the_authority_vouches_for_no_address_of_the_internet(tmp_path: Path) -> None:
    certificates.ensure(tmp_path, ["192.168.1.5"])
    authority = x509.load_pem_x509_certificate(certificates.authority_file(tmp_path).read_bytes())

    limits = authority.extensions.get_extension_for_class(x509.NameConstraints)

    assert limits.critical
    for name in limits.value.permitted_subtrees or []:
        if isinstance(name, x509.IPAddress):
            assert name.value.is_private
        else:
            assert name.value == "localhost" or name.value.endswith("local")


def test_an_address_that_is_not_private_needs_an_authority_that_names_it(tmp_path: Path) -> None:
    certificates.ensure(tmp_path, ["192.168.1.5"])
    private_only = certificates.authority_file(tmp_path).read_bytes()

    certificates.ensure(tmp_path, ["203.0.113.9"])

    assert certificates.authority_file(tmp_path).read_bytes() != private_only


@pytest.mark.parametrize("asked", ["127.0.0.1", "localhost", "192.168.1.5"])
def test_who_trusts_the_authority_reaches_the_app_by_each_of_its_addresses(
    tmp_path: Path, asked: str, tls_server: Callable[[Path, Path], int]
) -> None:
    port = tls_server(*certificates.ensure(tmp_path, ["192.168.1.5"]))
    trusting = certificates.trusting(tmp_path)

    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        trusting.wrap_socket(plain, server_hostname=asked) as tls,
    ):
        assert tls.version() == "TLSv1.3"


@pytest.fixture
def tls_server() -> Callable[[Path, Path], int]:
    """Start a server that shakes one hand; answer its port."""

    def start(certificate: Path, key: Path) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)

        def shake_hand() -> None:
            with listener, listener.accept()[0] as plain, context.wrap_socket(plain, server_side=True) as tls:
                tls.recv(1)

        threading.Thread(target=shake_hand, daemon=True).start()
        return int(listener.getsockname()[1])

    return start
