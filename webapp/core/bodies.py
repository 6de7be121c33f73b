"""Bodies that are bytes, not JSON: received piece by piece, never whole in memory, and heard out when refused."""

import hashlib
from contextlib import suppress
from typing import IO, Protocol

from flask import Response, request
from werkzeug.exceptions import ClientDisconnected

from webapp.core.db import let_go
from webapp.core.errors import DomainError, TooLarge

CHUNK = 64 * 1024


class Readable(Protocol):
    """A body being received."""

    def read(self, size: int, /) -> bytes:
        """Answer at most `size` further bytes; empty at the end."""


def receive(body: Readable, file: IO[bytes], *, most: int, refusal: type[DomainError] = TooLarge) -> tuple[int, str]:
    """Write what comes to `file`; answer how many bytes there were, and their SHA-256.

    Raises `refusal` as soon as there are more than `most`.
    """
    digest, size = hashlib.sha256(), 0
    while chunk := body.read(CHUNK):
        size += len(chunk)
        if size > most:
            raise refusal(maxBytes=most)
        digest.update(chunk)
        file.write(chunk)
    return size, digest.hexdigest()


def hear_out(answer: Response, *, most: int) -> Response:
    """Read what is left of a body of at most `most` bytes, and answer `answer`.

    Who is cut off while sending never reads the answer, and would send the same again.
    """
    if 0 < (request.content_length or 0) <= most:
        let_go()
        with suppress(ClientDisconnected):
            while request.stream.read(CHUNK):
                continue
    return answer
