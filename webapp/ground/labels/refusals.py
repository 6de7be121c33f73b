"""What the labels room refuses."""

from webapp.core.errors import DomainError


class NothingToPrint(DomainError):
    """Every place asked for has its label on the wall already."""

    code = "labels.nothing_to_print"


class TooManyAtOnce(DomainError):
    """More labels than somebody wants to wait for: they are a job of the worker's."""

    code = "labels.too_many"


class LabelRevoked(DomainError):
    """A label that is out of use is not drawn again."""

    code = "labels.revoked"
