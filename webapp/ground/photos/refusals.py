"""What the photos room refuses, each with its code; the app says in three languages what to do next."""

from http import HTTPStatus

from webapp.core.errors import DomainError, NotFound


class PhotoTooLarge(DomainError):
    """More than `maxBytes` or `maxPixels`."""

    code = "photos.too_large"


class NotAPicture(DomainError):
    """The bytes are no JPEG, PNG, WebP or HEIC, or the picture breaks off in the middle."""

    code = "photos.not_a_picture"


class PhotoAnimated(DomainError):
    """A moving picture shows no one moment."""

    code = "photos.animated"


class HashMismatch(DomainError):
    """The bytes are not those that the hash names: they changed on the way."""

    code = "photos.hash_mismatch"


class PhotoAwaited(NotFound):
    """A record shows this photo, but the phone has not sent it yet."""

    code = "photos.awaited"


class PhotosBusy(DomainError):
    """Too many pictures are being decoded at this moment; try again in `retryAfter` seconds."""

    code = "photos.busy"
    status = HTTPStatus.SERVICE_UNAVAILABLE
