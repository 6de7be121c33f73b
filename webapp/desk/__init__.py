"""The supervisor's desk: pages that join what the domains keep. It reads; every act is an item pushed `live`."""

from webapp.core.domain import Domain
from webapp.desk.books.views import bp as books_bp
from webapp.desk.check_views import bp as check_bp
from webapp.desk.heads.views import bp as heads_bp
from webapp.desk.months import closing, purging
from webapp.desk.months.jobs import BUNDLE, LOOK, PURGE, RESUME
from webapp.desk.months.views import bp as months_bp
from webapp.desk.notices import late_rounds
from webapp.desk.views import bp

ROOM = Domain(
    name="desk",
    blueprints=(bp, books_bp, months_bp, check_bp, heads_bp),
    push=(closing.CLOSING, purging.PURGING),
    jobs=(BUNDLE, PURGE, LOOK, RESUME),
    watches=(late_rounds,),
    errors=(closing.CLOSED, closing.NOT_BEGUN, purging.UNKNOWN, purging.ACTIVE, purging.NOTHING),
)
