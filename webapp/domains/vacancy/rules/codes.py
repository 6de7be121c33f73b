"""The codes by which vacant units tell what is not in order; the app has words for each."""

UNKNOWN_UNIT = "vacancy.unknown_unit"
REPEATED = "vacancy.check_repeated"
CARE_REPEATED = "vacancy.care_repeated"
STEP_UNFIT = "vacancy.step_unfit"
POWER_LEFT_ON = "vacancy.power_left_on"
NOT_LIVE = "vacancy.photo_not_live"

TOO_EARLY = "vacancy.too_early"
FILED_ALREADY = "vacancy.filed_already"
EARLIER_UNFILED = "vacancy.earlier_unfiled"
UNBALANCED = "vacancy.table_unbalanced"
DRAFT_CHANGED = "vacancy.draft_changed"
UNKNOWN_PLAN = "vacancy.unknown_plan"
PLAN_REPEATED = "vacancy.plan_repeated"
PLAN_WRONG_STATE = "vacancy.plan_wrong_state"
PLAN_INCOMPLETE = "vacancy.plan_incomplete"
PAPER_NO_MISSING = "vacancy.paper_no_missing"
CONSENT_MISSING = "vacancy.consent_missing"
NOT_VACANT = "vacancy.let_needs_vacant"
LETTING_REPEATED = "vacancy.letting_repeated"
UNKNOWN_LETTING = "vacancy.unknown_letting"
LETTING_OVER = "vacancy.letting_over"
END_BEFORE_START = "vacancy.end_before_start"
RETENTION_ACTIVE = "vacancy.retention_active"
NOTHING_DUE = "vacancy.nothing_due"

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

PAPERS = (TOO_EARLY, FILED_ALREADY, EARLIER_UNFILED, UNBALANCED, DRAFT_CHANGED)
PLANS = (UNKNOWN_PLAN, PLAN_REPEATED, PLAN_WRONG_STATE, PLAN_INCOMPLETE)
LETTINGS = (
    *(PAPER_NO_MISSING, CONSENT_MISSING, NOT_VACANT, LETTING_REPEATED),
    *(UNKNOWN_LETTING, LETTING_OVER, END_BEFORE_START),
)
ACTS = (UNKNOWN_UNIT, REPEATED, CARE_REPEATED, STEP_UNFIT, RETENTION_ACTIVE, NOTHING_DUE)
CODES = (*ACTS, *PAPERS, *PLANS, *LETTINGS, *sorted(REMARKS))
