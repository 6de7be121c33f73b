"""The codes by which patrols tell what is not in order; the app has words for each."""

REFUSALS = ("patrols.foreign_place", "patrols.unknown_visit", "patrols.visit_repeated")

# Remarks that put a visit in doubt: the supervisor looks at it.
DOUBTS = frozenset(
    {
        "patrols.clock_off",
        "patrols.drumming",
        "patrols.label_elsewhere",
        "patrols.label_revoked",
        "patrols.label_unknown",
        "patrols.left_open",
        "patrols.not_scanned",
        "patrols.other_role",
        "patrols.photo_not_live",
        "patrols.photo_outside_visit",
        "patrols.scan_order",
        "patrols.task_missing",
        "patrols.time_doubtful",
        "patrols.too_fast",
        "patrols.unknown_place",
    }
)

# Doubts that only other records, or time, bring up: they are no remarks, and come and go (`evidence/`).
LATER = frozenset(
    {
        "patrols.new_device",
        "patrols.pace",
        "patrols.photo_alike",
        "patrols.photo_awaited",
        "patrols.photo_repeated",
    }
)

# Nothing speaks against the visit, and little for it.
THIN = frozenset({"patrols.no_photo", "patrols.no_position", "patrols.position_vague"})

# Remarks that say that the sheet is not whole, or stands elsewhere than was meant.
LACKS = frozenset(
    {
        "patrols.abnormal_incomplete",
        "patrols.bare_normal",
        "patrols.before_window",
        "patrols.foreign_checklist",
        "patrols.item_repeated",
        "patrols.items_missing",
        "patrols.made_up_too_late",
        "patrols.made_up_unasked",
        "patrols.manual_without_reason",
        "patrols.observation_missing",
        "patrols.off_route",
        "patrols.reason_missing",
        "patrols.unknown_checklist",
        "patrols.unknown_item",
        "patrols.unknown_round",
    }
)

CODES = (*REFUSALS, *sorted(DOUBTS | LATER | THIN | LACKS))
