"""What a label's QR code says, and what is wrong with the address it points at (`protocol.md` 12)."""

import ipaddress
from urllib.parse import urlsplit

# Above this a label needs more and smaller modules, and is read from less far away.
LONGEST_HOST = 15
_PRIVATE_ENDINGS = (".local", ".lan", ".internal", ".home.arpa", ".localhost")


def label_text(public_url: str, code: str) -> str:
    """Answer the text of the QR code, all in capitals so that it fits the alphanumeric mode."""
    return f"{public_url.rstrip('/')}/T/{code}".upper()


def address_warnings(public_url: str) -> list[str]:
    """Answer codes of what makes labels for this address worse than they could be; empty when all is well."""
    address = urlsplit(public_url)
    found = (
        (address.scheme != "https", "labels.no_https"),
        (len(address.netloc) > LONGEST_HOST, "labels.host_long"),
        (_is_private(address.hostname or ""), "labels.host_private"),
    )
    return [code for is_so, code in found if is_so]


def _is_private(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_PRIVATE_ENDINGS)
