"""What is refused when somebody leaves or comes back."""

from webapp.core.errors import Conflict, DomainError


class LeavesLater(DomainError):
    """The last day, `day`, has not come yet; a part ends at once."""

    code = "people.leaves_later"


class LastManager(DomainError):
    """Nobody else manages the estate."""

    code = "people.last_manager"


class StillHolds(Conflict):
    """Keys or rounds are still in their name: `things`. Ended all the same when that is said to be known."""

    code = "people.still_holds"
