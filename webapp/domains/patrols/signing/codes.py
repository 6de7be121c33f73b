"""The codes by which an act on a page is refused; the app says what is so and what to do next."""

UNKNOWN_ROUND = "patrols.unknown_round"
UNKNOWN_RECORD = "patrols.unknown_record"
NOT_YOURS = "patrols.not_yours"
PLACES_OPEN = "patrols.places_open"
ITEMS_OPEN = "patrols.items_open"
FINISHED_ALREADY = "patrols.finished_already"
NOT_FINISHED = "patrols.not_finished"
VOIDED = "patrols.record_voided"
OWN_RECORD = "patrols.own_record"
SIGNED_TWICE = "patrols.signed_twice"
NOT_AWAITED = "patrols.signature_not_awaited"
NOT_SEEN = "patrols.not_seen_whole"
SEEN_DIFFERS = "patrols.seen_differs"
COSIGN_LATE = "patrols.cosign_late"
NO_COLLEAGUE = "patrols.not_a_colleague"
OFF_ROUTE = "patrols.off_route"
NOTHING_LEFT = "patrols.nothing_left"
SKIP_LATE = "patrols.skip_late"
MAKE_UP_EARLY = "patrols.make_up_early"
MAKE_UP_LATE = "patrols.make_up_late"
OTHER_DAY = "patrols.other_day"
APP_OUTDATED = "patrols.app_outdated"

CODES = (
    UNKNOWN_RECORD,
    NOT_YOURS,
    PLACES_OPEN,
    ITEMS_OPEN,
    FINISHED_ALREADY,
    NOT_FINISHED,
    VOIDED,
    OWN_RECORD,
    SIGNED_TWICE,
    NOT_AWAITED,
    NOT_SEEN,
    SEEN_DIFFERS,
    COSIGN_LATE,
    NO_COLLEAGUE,
    NOTHING_LEFT,
    SKIP_LATE,
    MAKE_UP_EARLY,
    MAKE_UP_LATE,
    OTHER_DAY,
    APP_OUTDATED,
)
