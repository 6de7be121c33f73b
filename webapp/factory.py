"""Puts the house together; only `wsgi.py`, the worker and the tests import it."""

from flask import Flask
from flask_compress import Compress
from flask_migrate import Migrate
from flask_smorest import Api
from flask_smorest import Blueprint as ContractBlueprint

from webapp import demo, desk, ops, sync, web
from webapp.config import Settings
from webapp.core.day_records import DAY_RECORDS, DayRecords
from webapp.core.db import db, init_db
from webapp.core.domain import Domain
from webapp.core.emergency import ENTRIES, EmergencyEntries
from webapp.core.http import init_http
from webapp.core.jobs import Jobs
from webapp.core.offers import OFFERS
from webapp.ground import people
from webapp.ground.books import BOOKS, joined
from webapp.rooms import ROOMS
from webapp.sync.phones import missing_of

# Above the domains: what joins them.
UPPER_ROOMS: tuple[Domain, ...] = (sync.ROOM, desk.ROOM, ops.ROOM, web.ROOM, demo.ROOM)

OPENAPI = {
    "API_TITLE": "Rounds",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
}
# 15 MB for a photo; everything else sets a smaller limit of its own.
MAX_BODY = 16 * 1024 * 1024


def create_app(settings: Settings, rooms: tuple[Domain, ...] = ROOMS + UPPER_ROOMS) -> Flask:
    """Answer the application, with every room's routes, kinds and commands joined."""
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(
        OPENAPI,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        MAX_CONTENT_LENGTH=MAX_BODY,
        COMPRESS_STREAMS=False,
    )
    app.extensions["rounds.settings"] = settings
    app.extensions["rounds.push_kinds"] = {kind.name: kind for room in rooms for kind in room.push}
    app.extensions["rounds.pull_kinds"] = tuple(kind for room in rooms for kind in room.pull)
    app.extensions["rounds.gate"] = people.gate()
    app.extensions["rounds.watches"] = tuple(watch for room in rooms for watch in room.watches)
    app.extensions[BOOKS] = joined(book for room in rooms for book in room.books)
    app.extensions["rounds.missing_of"] = missing_of
    offers = [offer for room in rooms for offer in room.offers]
    app.extensions[OFFERS] = tuple(offers)
    app.extensions[DAY_RECORDS] = tuple(offer for offer in offers if isinstance(offer, DayRecords))
    app.extensions[ENTRIES] = next(offer for offer in offers if isinstance(offer, EmergencyEntries))
    app.extensions["rounds.jobs"] = Jobs(app, settings, (job for room in rooms for job in room.jobs))
    init_db(app)
    Migrate(app, db, directory="migrations", render_as_batch=True)
    Compress(app)
    people.init_app(app)
    _join(app, rooms)
    init_http(app)  # after smorest, whose own error handler it replaces
    web.serve_built_app(app)
    return app


def _join(app: Flask, rooms: tuple[Domain, ...]) -> None:
    api = Api(app)
    for room in rooms:
        for blueprint in room.blueprints:
            # What is no part of the contract (shell, health) is a plain blueprint.
            (api if isinstance(blueprint, ContractBlueprint) else app).register_blueprint(blueprint)
        for command in room.commands:
            app.cli.add_command(command)
    sync.describe(api, app.extensions["rounds.push_kinds"])
