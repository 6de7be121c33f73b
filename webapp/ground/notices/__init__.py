"""Notices (通知): who is told of what, in the app and by the estate's channels. Nothing depends on their arrival."""

from webapp.core.domain import Domain
from webapp.ground.notices.heads import daily_heads
from webapp.ground.notices.jobs import LOOK, SWEEP
from webapp.ground.notices.sync import NOTICE
from webapp.ground.notices.views import bp

ROOM = Domain(name="notices", blueprints=(bp,), pull=(NOTICE,), jobs=(LOOK, SWEEP), watches=(daily_heads,))
