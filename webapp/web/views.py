"""The app shell at `/`, at every label (`/t/CODE`, any case) and at every page of the app."""

from flask import Blueprint, Response, make_response, send_from_directory

from webapp.core.actor import open_to_all
from webapp.core.errors import NotFound
from webapp.web.static import BUILT_APP

bp = Blueprint("web", __name__)


@bp.route("/", defaults={"path": ""})
@bp.route("/<path:path>")
@open_to_all
def shell(path: str) -> Response:
    """Answer the app shell; the app itself knows its pages."""
    if path.startswith("api/") or not (BUILT_APP / "index.html").is_file():
        raise NotFound(path=path[:200])
    answer = make_response(send_from_directory(BUILT_APP, "index.html", max_age=0))
    answer.headers["Cache-Control"] = "no-cache"
    return answer
