"""What sync refuses, each with its code; the app says in three languages what to do next."""

from http import HTTPStatus

from webapp.core.errors import DomainError, NotAllowed

NOT_THE_MAKER = "sync.not_the_maker"
ID_REUSED = "sync.id_reused"
NOT_YOUR_ESTATE = "sync.not_your_estate"
# Not a refusal: the item is kept and waits until a supervisor accepts what the revoked phone sends.
QUARANTINED = "sync.quarantined"
# Not a refusal either: a kind or a shape of a newer app, which waits on the phone until the server is as new.
NEWER = "sync.newer_than_server"

# Another supervisor was quicker, or the item never was refused.
NOTHING_TO_REDECIDE = "sync.nothing_to_redecide"

RESCUE = ("sync.not_a_rescue_file", "sync.rescue_of_another_server")

CODES = (NOT_THE_MAKER, ID_REUSED, NOT_YOUR_ESTATE, QUARANTINED, NEWER, NOTHING_TO_REDECIDE, *RESCUE)


class Busy(DomainError):
    """Too many phones call at this moment; nothing was looked at. Come back in `retryAfter` seconds."""

    code = "sync.busy"
    status = HTTPStatus.SERVICE_UNAVAILABLE


class WrongDevice(NotAllowed):
    """The push speaks for another device than its token does."""

    code = "sync.wrong_device"
