"""The codes by which vacant units tell what is not in order; the app has words for each."""

UNKNOWN_UNIT = "vacancy.unknown_unit"
REPEATED = "vacancy.check_repeated"
CARE_REPEATED = "vacancy.care_repeated"
STEP_UNFIT = "vacancy.step_unfit"
POWER_LEFT_ON = "vacancy.power_left_on"
NOT_LIVE = "vacancy.photo_not_live"

NO_KEY_LOAN = "vacancy.no_key_loan"
VALVE_OPEN = "vacancy.valve_open"
NOT_IN_REGIME = "vacancy.not_in_regime"

# Who waits for the answer is refused for these; what was written down without a network is kept with a remark.
REFUSED_LIVE = (NOT_IN_REGIME, NO_KEY_LOAN, VALVE_OPEN)

# With one of these a check counts neither for the week nor for the month.
INCOMPLETE = frozenset(
    {
        *REFUSED_LIVE,
        POWER_LEFT_ON,
        "vacancy.bare_normal",
        "vacancy.items_missing",
        "vacancy.photo_missing",
        "vacancy.unknown_checklist",
        "vacancy.valve_missing",
        "vacancy.windows_open",
    }
)

REMARKS = INCOMPLETE | {
    NOT_LIVE,
    "vacancy.abnormal_incomplete",
    "vacancy.item_repeated",
    "vacancy.label_elsewhere",
    "vacancy.label_revoked",
    "vacancy.label_unknown",
    "vacancy.left_before_entered",
    "vacancy.not_scanned",
    "vacancy.observation_missing",
    "vacancy.other_loan",
    "vacancy.reading_back",
    "vacancy.reading_missing",
    "vacancy.reason_missing",
    "vacancy.time_doubtful",
    "vacancy.unknown_item",
    "vacancy.valve_unlike",
    "vacancy.water_ran",
}

CODES = (UNKNOWN_UNIT, REPEATED, CARE_REPEATED, STEP_UNFIT, *sorted(REMARKS))
