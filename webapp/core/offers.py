"""What rooms offer to one another, as the factory joined it; a Protocol of `core` says what is asked of whom."""

from typing import Any, cast

from flask import current_app

# Under this name of the application's extensions.
OFFERS = "rounds.offers"


def all_offers() -> tuple[Any, ...]:
    """Answer all that the rooms of the running application offer; who asks looks for its Protocol among them."""
    return cast(tuple[Any, ...], current_app.extensions[OFFERS])
