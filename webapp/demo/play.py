"""Plays the demo: the estate opens, labels are hung, days go by."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from webapp.core.domain import PushKind
from webapp.demo.cabinet import key_acts
from webapp.demo.cast import FOLLOWERS, OVERSEER, STEWARDS
from webapp.demo.checked import check_acts
from webapp.demo.entered import emergency_acts
from webapp.demo.found import found, hang_labels
from webapp.demo.phone import Phone
from webapp.demo.renovations import renovation_acts
from webapp.demo.story import tell
from webapp.demo.vacant import vacancy_acts


def play(photo_store: str, kinds: Mapping[str, PushKind], *, now: datetime, days: int) -> None:
    """Make the demo estate as it is at `now`, with `days` days behind it. The store must be empty."""
    chance = Random()  # noqa: S311  # nosec B311  # what happens in a story is no secret
    opened = now - timedelta(days=days + 2)
    estate_id = found(chance, now=now, at=opened)
    phones = {player.login: Phone(player, estate_id, photo_store, at=opened) for player in (*STEWARDS, *FOLLOWERS)}
    beats = hang_labels(estate_id, phones, kinds, at=opened)
    acts = [
        *key_acts(estate_id, chance, opened=opened, now=now),
        *check_acts(estate_id, now=now, days=days),
        *emergency_acts(now=now),
        *renovation_acts(phones[OVERSEER], chance, opened=opened, now=now),
        *vacancy_acts(estate_id, opened=opened, now=now),
    ]
    tell(phones, beats, kinds, chance, acts=acts, now=now, days=days)
