"""The codes by which findings tell what is not in order; the app has words for each."""

REFUSALS = ("findings.foreign_place", "findings.finding_repeated")

REMARKS = (
    "findings.action_missing",
    "findings.after_photo_missing",
    "findings.description_missing",
    "findings.detail_missing",
    "findings.photo_missing",
    "findings.photo_not_live",
    "findings.spot_missing",
    "findings.time_doubtful",
    "findings.unknown_checklist",
    "findings.unknown_item",
    "findings.unknown_place",
)

CODES = (*REFUSALS, *REMARKS)
