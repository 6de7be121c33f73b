"""The application as gunicorn and `flask --app wsgi` find it."""

from webapp.config import Settings
from webapp.factory import create_app

app = create_app(Settings.from_environment())
