"""The built app as browsers get it: files with long lives, the shell for every other address."""

from webapp.core.domain import Domain
from webapp.web.static import serve_built_app
from webapp.web.views import bp

ROOM = Domain(name="web", blueprints=(bp,))

__all__ = ["ROOM", "serve_built_app"]
