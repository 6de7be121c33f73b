"""What keeps an installation alive: liveness, readiness, figures."""

from webapp.core.domain import Domain
from webapp.ops.cli import backup, restore
from webapp.ops.views import bp

ROOM = Domain(name="ops", blueprints=(bp,), commands=(backup, restore))
