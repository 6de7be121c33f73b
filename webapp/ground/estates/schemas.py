"""JSON of an estate's settings. Their own names are the same everywhere (`settings.py`): no camels there."""

from datetime import date
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates

from webapp.core.schema import WireSchema, utc_moment
from webapp.ground.estates.rules import windows_follow

_CLOCK = validate.Regexp(r"^([01]\d|2[0-3]):[0-5]\d$")
_MOST_ROUNDS = 12
_MOST_DAYS = 400
_REASON = validate.And(validate.Length(1, 80), validate.Regexp(r"\s*\S"))


def _window() -> fields.Tuple:
    return fields.Tuple((fields.String(validate=_CLOCK), fields.String(validate=_CLOCK)))


def _day_of(months: range) -> fields.String:
    """Answer a field for a day of every year, 07-10, in one of these months."""

    def fits(text: str) -> None:
        try:
            day = date.fromisoformat(f"2001-{text}")
        except ValueError as error:
            raise ValidationError("not a day of every year, 07-10") from error
        if day.month not in months:
            raise ValidationError("not in these months")

    return fields.String(validate=fits)


def _is_day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("not a day, ISO 8601") from error


class OwnDayIn(Schema):
    """A day that the estate declared worked or not, and why."""

    day = fields.String(required=True, validate=_is_day)
    worked = fields.Boolean(required=True)
    reason = fields.String(required=True, validate=_REASON)


def _fen() -> fields.Integer:
    return fields.Integer(required=True, validate=validate.Range(0, 10**9))


class RenovationPricesIn(Schema):
    """What a renovation costs from a day on, in hundredths of a yuan."""

    valid_from = fields.String(required=True, validate=_is_day)
    deposit = _fen()
    management_fee = _fen()
    permit_cost = _fen()
    pass_cost = _fen()
    rubbish_fee = _fen()


class SettingsIn(Schema):
    """Settings to change; what is left out stays."""

    class Meta:
        """A misspelt setting must not vanish."""

        unknown = RAISE

    supervisor_may_act_as_manager = fields.Boolean()
    bare_normal_words = fields.List(fields.String(validate=validate.Length(1, 20)), validate=validate.Length(1, 60))
    min_observation_chars = fields.Integer(validate=validate.Range(1, 50))
    rounds_on_working_day = fields.Integer(validate=validate.Range(0, _MOST_ROUNDS))
    rounds_on_rest_day = fields.Integer(validate=validate.Range(0, _MOST_ROUNDS))
    supervisor_rounds_per_day = fields.Integer(validate=validate.Range(0, _MOST_ROUNDS))
    patrol_windows = fields.List(_window(), validate=validate.Length(1, _MOST_ROUNDS))
    ui_locale = fields.String(validate=validate.OneOf(["zh-Hans", "zh-Hant", "en"]))
    patrol_retention_months = fields.Integer(validate=validate.Range(24, 240))
    late_minutes = fields.Integer(validate=validate.Range(0, 720))
    arrival_grace_hours = fields.Integer(validate=validate.Range(1, 240))
    made_up_working_days = fields.Integer(validate=validate.Range(1, 5))
    too_fast_seconds = fields.Integer(validate=validate.Range(0, 600))
    patrol_sign_policy = fields.String(validate=validate.OneOf(["two_colleagues", "manager", "both"]))
    cosign_window_hours = fields.Integer(validate=validate.Range(1, 240))
    ask_position = fields.Boolean()
    verify_working_days = fields.Integer(validate=validate.Range(1, 30))
    smell_step2_minutes = fields.Integer(validate=validate.Range(1, 120))
    smell_step3_minutes = fields.Integer(validate=validate.Range(1, 240))
    chase_after_days = fields.Integer(validate=validate.Range(1, 30))
    chase_basis = fields.String(validate=validate.OneOf(["later_of_due_and_loan", "due", "loan"]))
    max_loan_days_without_consent = fields.Integer(validate=validate.Range(1, 30))
    key_retention_months = fields.Integer(validate=validate.Range(24, 240))
    tag_prints_name = fields.Boolean()
    custody_notice_days = fields.Integer(validate=validate.Range(1, 60))
    spot_check_percent = fields.Integer(validate=validate.Range(1, 100))
    lone_keeper_allowed = fields.Boolean()
    vacant_check_every_days = fields.Integer(validate=validate.Range(1, 31))
    coverage_target = fields.Integer(validate=validate.Range(1, 100))
    coverage_target_new = fields.Integer(validate=validate.Range(1, 100))
    estate_is_new_until = fields.String(validate=_is_day, allow_none=True)
    include_sold_not_moved_in = fields.Boolean()
    retention_after_sale_months = fields.Integer(validate=validate.Range(12, 240))
    dynamic_table_day = fields.Integer(validate=validate.Range(1, 28))
    long_vacant_days = fields.Integer(validate=validate.Range(30, 3650))
    plan_due = _day_of(range(1, 13))
    half_year_due = fields.Tuple((_day_of(range(1, 7)), _day_of(range(7, 13))))
    cleaning_per_month = fields.Integer(validate=validate.Range(1, 8))
    cold_region = fields.Boolean()
    review_working_days = fields.Integer(validate=validate.Range(1, 30))
    max_duration_months = fields.Integer(validate=validate.Range(1, 24))
    recheck_days = fields.Integer(validate=validate.Range(1, 365))
    overnight_max = fields.Integer(validate=validate.Range(0, 2))
    photos_per_worker = fields.Integer(validate=validate.Range(1, 6))
    renovation_prices = fields.List(fields.Nested(RenovationPricesIn), validate=validate.Length(1, 100))
    site_visits_per_day = fields.Integer(validate=validate.Range(1, 10))
    rectify_suggest_days = fields.Integer(validate=validate.Range(1, 90))
    refund_working_days = fields.Integer(validate=validate.Range(1, 60))
    extension_max_months = fields.Integer(validate=validate.Range(1, 12))
    work_hours = fields.String(validate=validate.Length(max=200))
    tax_registration_waived = fields.Boolean()
    central_heating = fields.Boolean()
    renovation_papers = fields.Dict(
        keys=fields.String(validate=validate.Regexp(r"^[a-z_]{1,40}$")),
        values=fields.String(validate=validate.Length(1, 6000)),
        validate=validate.Length(max=20),
    )
    live_task_percent = fields.Integer(validate=validate.Range(0, 100))
    own_days = fields.List(fields.Nested(OwnDayIn), validate=validate.Length(max=_MOST_DAYS))
    national_until = fields.Integer(dump_only=True)

    @validates("patrol_windows")
    def _windows_follow_each_other(self, windows: list[tuple[str, ...]], **_told: Any) -> None:
        # Marshmallow asks this also of windows that it has refused already for not being two times.
        pairs = [(window[0], window[1]) for window in windows if len(window) == 2]
        if not windows_follow(pairs):
            raise ValidationError("windows must follow each other")

    @validates("own_days")
    def _each_day_once(self, declared: list[dict[str, Any]], **_told: Any) -> None:
        days = [one.get("day") for one in declared]
        if len(set(days)) < len(days):
            raise ValidationError("a day is worked or not")


class SettingsChangeIn(WireSchema):
    """Body of PUT /estates/settings; `seen` is the version that the person had before the eyes."""

    seen = fields.Integer(required=True)
    settings = fields.Nested(SettingsIn, required=True)


class SettingsVersionOut(WireSchema):
    """One version in the history: since when, by whom, and the names of what it changed."""

    version = fields.Integer(required=True)
    since = utc_moment(required=True)
    by_name = fields.String(required=True)
    changed = fields.List(fields.String(), required=True)


class NationalDayOut(WireSchema):
    """A public holiday, or a day worked for one; `name` is that of the holiday."""

    day = fields.Date(required=True)
    worked = fields.Boolean(required=True)
    name = fields.String(required=True)


class CalendarOut(WireSchema):
    """What is known of public holidays from this year on; `unknownYear` is near, and only its week is counted."""

    days = fields.List(fields.Nested(NationalDayOut), required=True)
    unknown_year = fields.Integer(required=True, allow_none=True)


class SettingsOut(WireSchema):
    """Answer of GET and PUT /estates/settings."""

    version = fields.Integer(required=True)
    settings = fields.Nested(SettingsIn, required=True)
    defaults = fields.Nested(SettingsIn, required=True)
    calendar = fields.Nested(CalendarOut, required=True)
    history = fields.List(fields.Nested(SettingsVersionOut), required=True)
