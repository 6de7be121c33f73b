"""Write the contract of the running code as JSON, or with --check compare it with what is committed.

The TypeScript types of the app are generated from the same file; --check compares those too.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "pwa/src/core/http/openapi.json"


def contract() -> str:
    """Ask the app for its contract, over an empty data folder."""
    with tempfile.TemporaryDirectory() as data:
        for key in [key for key in os.environ if key.startswith("ROUNDS_")]:
            del os.environ[key]
        os.environ["ROUNDS_DATA"] = data
        sys.path.insert(0, str(ROOT))
        from wsgi import app

        answer = app.test_client().get("/api/v1/openapi.json")
        if answer.status_code != 200:
            sys.exit(f"GET /api/v1/openapi.json answered {answer.status_code}")
        return json.dumps(answer.get_json(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def types(source: Path) -> str:
    """Answer the TypeScript types of a contract."""
    tool = ["npx", "--no-install", "openapi-typescript", str(source)]
    return subprocess.run(tool, cwd=ROOT / "pwa", capture_output=True, text=True, check=True).stdout


def check() -> int:
    """Say whether what is committed is what the code says; answer the exit code."""
    stale = [KEPT] if KEPT.read_text() != contract() else []
    if not stale and KEPT.with_suffix(".ts").read_text().strip() != types(KEPT).strip():
        stale = [KEPT.with_suffix(".ts")]
    for path in stale:
        print(f"{path.relative_to(ROOT)} is not what the code says: run `make openapi`.")
    return 1 if stale else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit(check())
    Path(sys.argv[1]).write_text(contract())
