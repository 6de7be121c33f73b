"""The application as gunicorn and `flask --app wsgi` find it."""

import gc

from webapp.config import Settings
from webapp.factory import create_app

app = create_app(Settings.from_environment())
# The application itself never goes: a push should not look through it again and again for what can be let go.
gc.freeze()
gc.set_threshold(10_000, 20, 50)
