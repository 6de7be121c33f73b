"""The way out by apprise. Only the worker comes here: the library takes half a second and 50 MB."""

import logging

from webapp.core.errors import DomainError

# What a city of proprietors uses. Others would let an estate make this server call any address of its network.
SCHEMES = frozenset({"wecombot", "wechat", "dingtalk", "feishu", "lark", "mailto", "mailtos"})


class SchemeUnknown(DomainError):
    """The address of a channel is of no service that is allowed here."""

    code = "notices.scheme_unknown"


class NotSent(Exception):
    """A notice did not go out. The text is what the service answered, without the address's secret, or empty."""


def scheme_of(url: str) -> str:
    """Answer the service that an address is of."""
    return url.partition("://")[0].strip().lower()


def require_scheme(url: str, more: frozenset[str]) -> None:
    """Raise SchemeUnknown unless the address is of a service allowed here; `more` are the installation's own."""
    if "://" not in url or scheme_of(url) not in SCHEMES | more:
        raise SchemeUnknown(allowed=", ".join(sorted(SCHEMES | more)))


def send(url: str, title: str, body: str) -> None:
    """Send a text by the address; raises NotSent."""
    from apprise import Apprise, AppriseAsset, LogCapture  # half a second, only the worker waits for it

    way = Apprise(asset=AppriseAsset(app_id="Rounds", app_desc="Rounds", async_mode=False, secure_logging=True))
    if not way.add(url):
        raise NotSent
    told = {"name": "apprise", "level": logging.WARNING, "fmt": "%(message)s"}
    capture = LogCapture(**told)  # type: ignore[no-untyped-call]  # apprise gives types to its senders, not to this
    with capture as heard:
        if not way.notify(title=title, body=body):
            raise NotSent(heard.getvalue().strip())
