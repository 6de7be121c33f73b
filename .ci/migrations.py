"""Prove that the migrations, run from nothing, make exactly the models' tables, and can be undone."""

import os
import sys
import tempfile
from pathlib import Path

from flask_migrate import check, downgrade, upgrade

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Upgrade a fresh database, compare it with the models, then undo and redo it; exits 1 where they differ."""
    with tempfile.TemporaryDirectory() as data:
        for key in [key for key in os.environ if key.startswith("ROUNDS_")]:
            del os.environ[key]
        os.environ["ROUNDS_DATA"] = data
        sys.path.insert(0, str(ROOT))
        from wsgi import app

        with app.app_context():
            upgrade()
            check()
            downgrade(revision="base")
            upgrade()


if __name__ == "__main__":
    main()
