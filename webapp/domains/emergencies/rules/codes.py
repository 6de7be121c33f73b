"""The codes by which emergency entries tell what is not in order; the app has words for each."""

REPEATED = "emergencies.entry_repeated"
UNKNOWN = "emergencies.unknown_entry"
LEFT_ALREADY = "emergencies.left_already"

NOT_MANAGER = "emergencies.authoriser_not_manager"
TOO_FEW = "emergencies.too_few_present"
NO_REASON = "emergencies.reason_missing"
AUTHORISED_AFTER = "emergencies.authorised_after"
NO_PHOTO = "emergencies.photo_missing"
NOT_TOLD = "emergencies.resident_not_told"
LEFT_BEFORE = "emergencies.left_before_entered"
NOT_LIVE = "emergencies.photo_not_live"
TIME_DOUBTFUL = "emergencies.time_doubtful"

# Without these an entry is none that anybody may rest on (PAT-N4, PAT-N5).
ESSENTIAL = frozenset({NOT_MANAGER, TOO_FEW, NO_REASON})

CODES = (
    REPEATED,
    UNKNOWN,
    LEFT_ALREADY,
    *sorted(ESSENTIAL),
    AUTHORISED_AFTER,
    NO_PHOTO,
    NOT_TOLD,
    LEFT_BEFORE,
    NOT_LIVE,
    TIME_DOUBTFUL,
)
