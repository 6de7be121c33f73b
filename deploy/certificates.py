"""A certificate authority of this machine's own, able to vouch for private addresses and nothing else.

The key never leaves var/tls. The certificate of the app is made anew when the machine's addresses change.
"""

import ipaddress
import os
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LIFE = timedelta(days=3650)
LEAF_LIFE = timedelta(days=397)  # longer ones are refused by phones
RENEW_BEFORE = timedelta(days=30)
# A phone that trusts us must not have to trust us for anybody else's address.
PRIVATE_NETWORKS = (
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16"),
    *("fc00::/7", "fe80::/10", "::1/128"),
)


def ensure(folder: Path, addresses: list[str]) -> tuple[Path, Path]:
    """Answer certificate and key of the app for `addresses`, made where missing, changed or nearly over."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = _names(addresses)
    certificate, key = folder / "app.crt", folder / "app.key"
    authority = _authority(folder, addresses)
    if not _still_good(certificate, key, names, authority[0]):
        _make_leaf(certificate, key, names, authority)
    return certificate, key


def authority_file(folder: Path) -> Path:
    """Answer where the certificate to be trusted by phones lies."""
    return folder / "ca.crt"


def trusting(folder: Path) -> ssl.SSLContext:
    """Answer how a program on this machine trusts the app."""
    return ssl.create_default_context(cafile=str(authority_file(folder)))


def _authority(folder: Path, addresses: list[str]) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """Answer the authority kept in `folder`; a new one when there is none or it may not vouch for an address."""
    certificate, key = authority_file(folder), folder / "ca.key"
    permitted = _permitted(addresses)
    if certificate.exists() and key.exists():
        kept = x509.load_pem_x509_certificate(certificate.read_bytes())
        kept_key = serialization.load_pem_private_key(key.read_bytes(), password=None)
        if isinstance(kept_key, ec.EllipticCurvePrivateKey) and _may_vouch(kept, permitted):
            return kept, kept_key
    fresh = ec.generate_private_key(ec.SECP256R1())
    made = _authority_certificate(fresh, permitted)
    _keep(key, _pem(fresh), secret=True)
    _keep(certificate, made.public_bytes(serialization.Encoding.PEM))
    return made, fresh


def _may_vouch(authority: x509.Certificate, wanted: list[x509.GeneralName]) -> bool:
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    return set(wanted) <= set(permitted) and authority.not_valid_after_utc > _now() + LEAF_LIFE


def _permitted(addresses: list[str]) -> list[x509.GeneralName]:
    """Answer what the authority may vouch for: near names, private networks, and an own address outside of them."""
    networks = [ipaddress.ip_network(network) for network in PRIVATE_NETWORKS]
    for address in map(ipaddress.ip_address, addresses):
        if not any(address in network for network in networks):
            networks.append(ipaddress.ip_network(address))
    names = [x509.DNSName(name) for name in ("localhost", "local", *_host_names())]
    return [*names, *(x509.IPAddress(network) for network in networks)]


def _authority_certificate(key: ec.EllipticCurvePrivateKey, permitted: list[x509.GeneralName]) -> x509.Certificate:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, f"Rounds {socket.gethostname()[:40]}"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Rounds 巡管家"),
        ]
    )
    builder = (
        _builder(name, name, key.public_key(), AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=permitted, excluded_subtrees=None), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return builder.sign(key, hashes.SHA256())


def _make_leaf(
    certificate: Path,
    key_file: Path,
    names: list[x509.GeneralName],
    authority: tuple[x509.Certificate, ec.EllipticCurvePrivateKey],
) -> None:
    """Write certificate and key of the app, vouched for by the authority."""
    issuer, issuer_key = authority
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Rounds")])
    builder = (
        _builder(subject, issuer.subject, key.public_key(), LEAF_LIFE)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    _keep(key_file, _pem(key), secret=True)
    made = builder.sign(issuer_key, hashes.SHA256())
    _keep(certificate, b"".join(one.public_bytes(serialization.Encoding.PEM) for one in (made, issuer)))


def _builder(
    subject: x509.Name, issuer: x509.Name, public_key: ec.EllipticCurvePublicKey, life: timedelta
) -> x509.CertificateBuilder:
    """Answer a certificate begun: whose it is, who vouches, from when to when."""
    now = _now()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # phones whose clock is behind
        .not_valid_after(now + life - timedelta(days=1))
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _names(addresses: list[str]) -> list[x509.GeneralName]:
    found: list[x509.GeneralName] = [x509.DNSName(name) for name in ["localhost", *_host_names()]]
    return found + [x509.IPAddress(ipaddress.ip_address(one)) for one in ["127.0.0.1", "::1", *addresses]]


def _host_names() -> list[str]:
    """Answer the names under which this machine is found near by."""
    own = socket.gethostname().split(".")[0].lower()
    return [f"{own}.local"] if own.isascii() and own.replace("-", "").isalnum() and own != "localhost" else []


def _still_good(certificate: Path, key: Path, names: list[x509.GeneralName], authority: x509.Certificate) -> bool:
    if not (certificate.exists() and key.exists()):
        return False
    kept = x509.load_pem_x509_certificate(certificate.read_bytes())
    named = kept.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    try:
        kept.verify_directly_issued_by(authority)
    except Exception:  # noqa: BLE001  # whatever is wrong with it, a new one is made
        return False
    return set(named) == set(names) and kept.not_valid_after_utc > _now() + RENEW_BEFORE


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _keep(path: Path, content: bytes, *, secret: bool = False) -> None:
    """Write beside and rename, so that a stop in between leaves the old file whole."""
    draft = path.with_suffix(path.suffix + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if secret else 0o644), "wb") as file:
        file.write(content)
    draft.replace(path)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  # a certificate follows this machine's clock
