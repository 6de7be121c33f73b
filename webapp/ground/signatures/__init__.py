"""Signatures: what one names, how it is drawn, and the PIN of who signs on a colleague's phone."""

from webapp.core.domain import Domain
from webapp.ground.signatures.rules import PIN_CODES

ROOM = Domain(name="signatures", errors=PIN_CODES)
