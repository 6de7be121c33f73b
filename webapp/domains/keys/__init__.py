"""Keys (钥匙托管与借用): custody, loans and their chase, lost keys, hand-over; never two borrowers of one set."""

from webapp.core.domain import Domain
from webapp.domains.keys.importing.views import bp as list_bp
from webapp.domains.keys.notices import keys_to_tell
from webapp.domains.keys.offers import HeldKeys, KeysToGiveBack
from webapp.domains.keys.paper.book import BOOKS
from webapp.domains.keys.paper.views import bp as paper_bp
from webapp.domains.keys.purging import CARRY_OUT
from webapp.domains.keys.reminders import keys_to_remind_of
from webapp.domains.keys.rules.codes import CODES
from webapp.domains.keys.sync import PULL, PUSH
from webapp.domains.keys.views import bp

DOMAIN = Domain(
    name="keys",
    blueprints=(bp, paper_bp, list_bp),
    push=PUSH,
    pull=PULL,
    offers=(HeldKeys(), KeysToGiveBack()),
    jobs=(CARRY_OUT,),
    errors=CODES,
    watches=(keys_to_tell, keys_to_remind_of),
    books=BOOKS,
)
