"""What an emergency entry lacks (PAT-N4), as codes in their order. Pure; twin of the phone's."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from webapp.domains.emergencies.rules import codes
from webapp.domains.emergencies.rules.bodies import Enter, Leave, Present

AT_LEAST = 2


def entering(body: Enter, *, authoriser_manages: bool) -> list[str]:
    """Answer what is lacking on the way in; `authoriser_manages`: a manager or office manager authorised it."""
    found = {
        codes.NO_REASON: not _says_something(body.reason),
        codes.NOT_MANAGER: not authoriser_manages,
        codes.TOO_FEW: heads(body.present) < AT_LEAST,
        codes.AUTHORISED_AFTER: body.authorised_at > body.entered_at,
    }
    return sorted(code for code, lacks in found.items() if lacks)


def leaving(body: Leave, *, entered_at: datetime, left_at: datetime, photographed: bool) -> list[str]:
    """Answer what is lacking on the way out. Moments are corrected; `photographed`: on the way in."""
    found = {
        codes.LEFT_BEFORE: left_at < entered_at,
        codes.NO_PHOTO: not (photographed or body.photos),
        codes.NOT_TOLD: body.resident is None and not _says_something(body.not_told),
    }
    return sorted(code for code, lacks in found.items() if lacks)


def heads(present: Sequence[Present]) -> int:
    """Answer how many different people were there: the same name twice is one."""
    return len({one.person_id or "".join(one.name.split()).casefold() for one in present})


def _says_something(text: str) -> bool:
    return any(unicodedata.category(char)[0] in "LNS" for char in text)
