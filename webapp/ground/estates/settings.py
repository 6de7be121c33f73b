"""What an estate may set, with the defaults of the trade. Read a setting only through `setting()`."""

from collections.abc import Mapping
from typing import Any

from webapp.ground.calendar.national import NEWEST_YEAR, national_calendar
from webapp.ground.calendar.rules import departures

# PAT-R02: 正常 is the seeds' word, the others are ours.
BARE_NORMAL_WORDS = (
    *("正常", "都正常", "均正常", "全部正常", "一切正常"),
    *("无异常", "没问题", "良好", "完好", "好", "无", "ok", "normal", "√"),
)

# renovation.md 3
RENOVATION_PRICES: Mapping[str, Any] = {
    "valid_from": "2000-01-01",
    "deposit": 200000,
    "management_fee": 30000,
    "permit_cost": 1000,
    "pass_cost": 1000,
    "rubbish_fee": 2000,
}

DEFAULTS: Mapping[str, Any] = {
    "supervisor_may_act_as_manager": True,  # domain/README.md 3.1: the seeds mostly have one post
    "bare_normal_words": list(BARE_NORMAL_WORDS),  # PAT-R02
    "min_observation_chars": 4,  # PAT-R03
    "rounds_on_working_day": 2,  # conflict C-01
    "rounds_on_rest_day": 1,  # conflict C-01
    "supervisor_rounds_per_day": 1,  # patrol.md 2, 8
    "patrol_windows": [["09:00", "12:00"], ["14:00", "17:30"]],  # protocol.md 8
    "ui_locale": "zh-Hans",  # domain/README.md 8: what is printed and sent is written in it
    "patrol_retention_months": 24,  # PAT-R11, from the end of the month
    "late_minutes": 60,  # a round can still be done, late, this long after its window
    "arrival_grace_hours": 48,  # protocol.md 8
    "made_up_working_days": 1,  # a missed place is made up before the manager's signature is due (PAT-R06)
    "too_fast_seconds": 20,  # PAT-R13
    "patrol_sign_policy": "both",  # PAT-R07, conflict C-03
    "cosign_window_hours": 24,  # PAT-R08
    "ask_position": True,  # a visit without a position says less
    "verify_working_days": 1,  # patrol.md 10, conflict C-32
    "smell_step2_minutes": 5,  # patrol.md 5
    "smell_step3_minutes": 10,  # patrol.md 5
    "chase_after_days": 3,  # keys.md 4.3
    "chase_basis": "later_of_due_and_loan",  # keys.md 9, conflict C-13
    "max_loan_days_without_consent": 3,  # keys.md 4.3
    "key_retention_months": 24,  # KEY-I10
    "tag_prints_name": False,  # conflict C-37
    "custody_notice_days": 7,  # keys.md 7
    "spot_check_percent": 10,  # keys.md 8
    "lone_keeper_allowed": False,  # one may lend to and receive from oneself, countersigned later (KEY-I8)
    "vacant_check_every_days": 7,  # vacancy.md 10, conflict C-04
    "coverage_target": 100,  # vacancy.md 10, conflict C-05
    "coverage_target_new": 80,  # conflict C-05: the pass mark while the estate is new
    "estate_is_new_until": None,  # domain/README.md 9: its last day as a new estate
    "include_sold_not_moved_in": True,  # vacancy.md 1: keys and valves are still with the office
    "retention_after_sale_months": 12,  # vacancy.md 9
    "long_vacant_days": 180,  # vacancy.md 8
    "plan_due": "12-31",  # vacancy.md 7: of the year before
    "dynamic_table_day": 5,  # vacancy.md 3
    "half_year_due": ["01-10", "07-10"],  # vacancy.md 9
    "cleaning_per_month": 1,  # vacancy.md 6
    "cold_region": False,  # vacancy.md 2: frost protection is asked for
    "review_working_days": 2,  # renovation.md 12, as those below
    "max_duration_months": 3,
    "recheck_days": 30,
    "overnight_max": 2,
    "photos_per_worker": 2,
    "renovation_prices": [RENOVATION_PRICES],  # in hundredths of a yuan; an estate adds a list with its first day
    "site_visits_per_day": 1,
    "rectify_suggest_days": 3,
    "refund_working_days": 7,
    "extension_max_months": 1,
    "work_hours": "",  # in the estate's own words; what is said of noise refers to it
    "tax_registration_waived": False,  # most firms have it within the licence today
    "central_heating": False,
    "renovation_papers": {},  # form -> the estate's own wording; what is shipped stands in renovation/paper
    "live_task_percent": 0,  # share of visits that ask for a photo nobody can have ready
    "own_days": [],  # [{day, worked, reason}]: where the estate departs from the public calendar
    "national_until": 0,  # the newest year whose public holidays are counted; not for people to set
}

FOUNDED_WITH: Mapping[str, Any] = {"national_until": NEWEST_YEAR}


def setting(settings: Mapping[str, Any], key: str) -> Any:
    """Answer the estate's own value of `key`, or the default; KeyError for an unknown key."""
    return settings[key] if key in settings else DEFAULTS[key]


def chosen(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Answer every setting as the estate chose it, else its default."""
    return {**DEFAULTS, **settings}


def effective(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Answer all settings as they hold, with the calendar that follows from them: `holidays` and `make_up_days`."""
    own = chosen(settings)
    return {**own, **departures(national_calendar(own["national_until"]), own["own_days"])}
