"""The codes by which findings tell what is not in order; the app has words for each."""

REFUSALS = ("findings.foreign_place", "findings.finding_repeated", "findings.sighting_repeated")

REMARKS = (
    "findings.action_missing",
    "findings.after_photo_missing",
    "findings.description_missing",
    "findings.detail_missing",
    "findings.expiry_unclear",
    "findings.notice_not_posted",
    "findings.photo_missing",
    "findings.photo_not_live",
    "findings.plate_unclear",
    "findings.reading_lower",
    "findings.reading_unclear",
    "findings.spot_missing",
    "findings.time_doubtful",
    "findings.unknown_checklist",
    "findings.unknown_finding",
    "findings.unknown_item",
    "findings.unknown_place",
    "findings.valve_not_closed",
)

CODES = (*REFUSALS, *REMARKS)
