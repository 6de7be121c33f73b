"""The product on another day: web process and worker whose clock a test turns (`dial.py`).

`gunicorn tests.e2e.moved:app`, `huey_consumer tests.e2e.moved.huey`.
"""

from tests.e2e.dial import ahead
from webapp.config import Settings
from webapp.core import clock
from webapp.factory import create_app

_settings = Settings.from_environment()
_now = clock.now

clock.now = lambda: _now() + ahead(_settings.data_dir)
app = create_app(_settings)
huey = app.extensions["rounds.jobs"].queue
