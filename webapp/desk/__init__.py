"""The supervisor's desk: pages that join what the domains keep. It reads; every act is an item pushed `live`."""

from webapp.core.domain import Domain
from webapp.desk.notices import late_rounds
from webapp.desk.views import bp

ROOM = Domain(name="desk", blueprints=(bp,), watches=(late_rounds,))
