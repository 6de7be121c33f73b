"""Emergency entries (紧急进入记录): a home is entered, on whose authority, by whom, and what the household was told."""

from webapp.core.domain import Domain
from webapp.domains.emergencies.notices import entries_to_tell
from webapp.domains.emergencies.paper.book import BOOK
from webapp.domains.emergencies.rules.codes import CODES
from webapp.domains.emergencies.service import Entries
from webapp.domains.emergencies.sync import ENTRY, PUSH

DOMAIN = Domain(
    name="emergencies",
    push=PUSH,
    pull=(ENTRY,),
    offers=(Entries(),),
    errors=CODES,
    watches=(entries_to_tell,),
    books=(BOOK,),
)
