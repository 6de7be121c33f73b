"""The worker: `huey_consumer webapp.worker.huey`. Makes the sizes of photos, sweeps what nobody uses."""

from webapp.config import Settings
from webapp.factory import create_app

huey = create_app(Settings.from_environment()).extensions["rounds.jobs"].queue
