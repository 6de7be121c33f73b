"""The codes by which check sheets tell what is not in order; the app has words for each."""

DAY_AHEAD = "checks.day_ahead"
FAULT_REPORTED = "checks.fault_reported"
NOT_IN_A_ROW = "checks.not_in_a_row"
NOT_SEEN = "checks.not_seen"
NOT_SERIOUS = "checks.not_serious"
NOT_YOURS = "checks.not_yours"
OWN_SHEET = "checks.own_sheet"
RATING_MISSING = "checks.rating_missing"
ROW_INCOMPLETE = "checks.row_incomplete"
SIGNED = "checks.signed_already"
SLIP_ISSUED = "checks.slip_issued"
SLIP_MISSING = "checks.slip_missing"
UNKNOWN_PERSON = "checks.unknown_person"
UNKNOWN_ROW = "checks.unknown_row"
UNKNOWN_SHEET = "checks.unknown_sheet"
WRITTEN = "checks.sheet_written"

TIME_DOUBTFUL = "checks.time_doubtful"
WRITTEN_LATE = "checks.written_late"

CODES = (
    *(DAY_AHEAD, FAULT_REPORTED, NOT_IN_A_ROW, NOT_SEEN, NOT_SERIOUS, NOT_YOURS, OWN_SHEET, RATING_MISSING),
    *(ROW_INCOMPLETE, SIGNED, SLIP_ISSUED, SLIP_MISSING, UNKNOWN_PERSON, UNKNOWN_ROW, UNKNOWN_SHEET, WRITTEN),
    *(TIME_DOUBTFUL, WRITTEN_LATE),
)
