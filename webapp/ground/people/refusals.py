"""What the people room refuses, each with its code; the app says in three languages what to do next."""

from http import HTTPStatus

from webapp.core.errors import DomainError, NotAllowed, NotSignedIn


class BadCredentials(DomainError):
    """Login and password do not belong together; which of them is wrong is not told."""

    code = "people.bad_credentials"
    status = HTTPStatus.UNAUTHORIZED


class TooManyTries(DomainError):
    """Too many wrong passwords for this login from this device; `retryAfter` seconds must pass."""

    code = "people.too_many_tries"
    status = HTTPStatus.TOO_MANY_REQUESTS


class AccountDisabled(NotAllowed):
    """The account was switched off. Told only to who knows the password."""

    code = "people.account_disabled"


class PartEnded(NotAllowed):
    """The person has left every estate. Told only to who knows the password."""

    code = "people.part_ended"


class DeviceRevoked(NotAllowed):
    """This device was revoked; `reason` is the supervisor's."""

    code = "people.device_revoked"


class MustChangePassword(NotAllowed):
    """The password was reset; it must be changed before anything else."""

    code = "people.must_change_password"


class WrongCsrfToken(NotAllowed):
    """A changing call without the token of its sign-in."""

    code = "people.wrong_csrf_token"


class PushTokenEnded(NotSignedIn):
    """The push token is unknown or its 90 days are over; signing in gives a new one."""

    code = "people.push_token_ended"


class WrongPassword(DomainError):
    """The own password, asked for once more, was wrong."""

    code = "people.wrong_password"


class PasswordTooShort(DomainError):
    """A password needs at least `minimum` characters."""

    code = "people.password_too_short"


class PasswordTooCommon(DomainError):
    """A password that everybody tries first, or the login itself."""

    code = "people.password_too_common"


class PasswordUnchanged(DomainError):
    """The new password is the old one."""

    code = "people.password_unchanged"


class PinNotDigits(DomainError):
    """A PIN is 6 digits."""

    code = "people.pin_not_digits"


class PinTooSimple(DomainError):
    """A PIN that is guessed at once, such as 111111 or 123456."""

    code = "people.pin_too_simple"


class LoginTaken(DomainError):
    """Somebody else has this login."""

    code = "people.login_taken"
    status = HTTPStatus.CONFLICT


class BadLogin(DomainError):
    """A login is 2 to 64 letters, digits, dots, dashes, underscores or at-signs."""

    code = "people.bad_login"


class HigherRole(NotAllowed):
    """The person stands higher than who asks."""

    code = "people.higher_role"


class AlsoElsewhere(NotAllowed):
    """The person also works in an estate where who asks may not do this."""

    code = "people.also_elsewhere"


class NotYourself(NotAllowed):
    """For the own account there is the own page, which asks for the password."""

    code = "people.not_yourself"
