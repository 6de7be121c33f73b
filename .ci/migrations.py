"""Prove that the migrations, run from nothing, make exactly the models' tables, and can be undone."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FLASK = [str(Path(sys.executable).with_name("flask")), "--app", "wsgi", "db"]


def main() -> int:
    """Upgrade a fresh database, compare it with the models, then undo and redo it."""
    with tempfile.TemporaryDirectory() as data:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("ROUNDS_")}
        environment["ROUNDS_DATA"] = data
        for act in (["upgrade"], ["check"], ["downgrade", "base"], ["upgrade"]):
            code = subprocess.run([*FLASK, *act], env=environment, check=False).returncode
            if code:
                print("failed at: flask db", *act)
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
