"""What the places room refuses, each with its code; the app says in three languages what to do next."""

from http import HTTPStatus

from webapp.core.errors import Conflict, DomainError


class StatusUnchanged(DomainError):
    """The unit is what it is said to become, and since the same day."""

    code = "places.status_unchanged"


class SinceInFuture(DomainError):
    """A status counts from a day that has not come yet; `today` is the estate's day."""

    code = "places.since_in_future"


class LetNeedsVacant(DomainError):
    """Only a vacant unit is let with the developer's consent (空置房出租); `status` is what the unit is."""

    code = "places.let_needs_vacant"


class NameTaken(DomainError):
    """Another place, or another route, of the estate has one of these `names`, or a list holds a name twice."""

    code = "places.name_taken"
    status = HTTPStatus.CONFLICT


class UnknownPlace(DomainError):
    """A place that the estate has not."""

    code = "places.unknown_place"


class PlaceTwice(DomainError):
    """A route holds a place (`name`) more than once."""

    code = "places.place_twice"


class PlaceOff(DomainError):
    """A place (`name`) that was switched off is put on a route."""

    code = "places.place_off"


class NotAColleague(DomainError):
    """A route is given to somebody who does not work in the estate."""

    code = "places.not_a_colleague"


class ChangedMeanwhile(Conflict):
    """Somebody else changed the route after it was read."""

    code = "places.changed_meanwhile"


class ProposalsChanged(Conflict):
    """Some of the proposals confirmed are no longer there: the register changed, or somebody else confirmed them."""

    code = "places.proposals_changed"


class LetNeedsConsent(DomainError):
    """A vacant unit is said to be let without the developer's consent on record."""

    code = "places.let_needs_consent"
