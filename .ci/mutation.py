"""`make test-mutation`: change the rules one by one; a change that no test notices is named.

Python by mutmut with the tests that need no store (`rules_only.py`), TypeScript by Stryker: of the app those files that
call themselves twins of the server's in their first line. ROOM names the rooms whose rules are tried, with commas.
Fails when fewer than FLOOR of the changes of a language are noticed. What stays unnoticed, and why, stands in
`docs/mutation.md`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ROOMS = ("patrols", "findings", "keys", "vacancy", "renovation")
FLOOR = 0.85
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
STRYKER = ROOT / ".ci" / "stryker"
SCRATCH = ROOT / "var" / "stryker"
TWIN = "twin of the server's"  # says of itself a file of the app that decides what the server decides too
# What a run that hung, or fell over, came to was noticed too.
NOTICED = ("killed", "timeout", "suspicious", "segfault", "Killed", "Timeout", "RuntimeError", "CompileError")
Outcomes = Mapping[str, str]


def main(rooms: list[str]) -> int:
    """Try the rules of the rooms in both languages; answer the exit code."""
    rates = [_told("python", _python(rooms)), _told("typescript", _typescript(rooms))]
    return 0 if min(rates) >= FLOOR else 1


def _told(language: str, outcomes: Outcomes) -> float:
    """Print what went unnoticed; answer the share that was noticed."""
    unnoticed = [f"{outcome:<11} {name}" for name, outcome in outcomes.items() if outcome not in NOTICED]
    rate = 1 - len(unnoticed) / max(1, len(outcomes)) if outcomes else 0.0
    print(*unnoticed, sep="\n")
    print(json.dumps({"language": language, "mutants": len(outcomes), "unnoticed": len(unnoticed), "rate": rate}))
    return rate


def _python(rooms: list[str]) -> Outcomes:
    """Answer each change of the rules in Python with what became of it. See one: .venv/bin/mutmut show NAME."""
    chosen = [f"webapp.*.{room}.*" for room in rooms]
    _run([MUTMUT, "run", "--max-children", "2", *chosen], ROOT, PYTHONPATH=str(ROOT / ".ci"))
    results = subprocess.run([MUTMUT, "results", "--all", "true"], cwd=ROOT, capture_output=True, text=True, check=True)
    outcomes = dict(line.strip().rsplit(": ", 1) for line in results.stdout.splitlines() if ": " in line)
    return {name: outcome for name, outcome in outcomes.items() if any(f".{room}." in name for room in rooms)}


def _typescript(rooms: list[str]) -> Outcomes:
    """Answer each change of the rules in TypeScript with what became of it."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    examples = SCRATCH / "tests"  # tests of a copy in SCRATCH look for them there
    if not examples.is_symlink():
        examples.symlink_to(ROOT / "tests")
    config = str(STRYKER / "stryker.config.json")
    mutate = ",".join(_twins(rooms))
    _run([str(STRYKER / "node_modules/.bin/stryker"), "run", config, "--mutate", mutate], ROOT / "pwa")
    return dict(_of_report(json.loads((SCRATCH / "report.json").read_text())))


def _twins(rooms: list[str]) -> Iterator[str]:
    app = ROOT / "pwa"
    for file in sorted(file for room in rooms for file in app.glob(f"src/*/{room}/**/*.ts")):
        with file.open() as lines:
            if TWIN in next(lines, "").lower():
                yield file.relative_to(app).as_posix()


def _of_report(report: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for file, told in report["files"].items():
        for one in told["mutants"]:
            where = f"pwa/{file}:{one['location']['start']['line']}"
            yield f"{where} {one['id']} {one['mutatorName']} → {one['replacement']}", one["status"]


def _run(command: list[str], folder: Path, **environment: str) -> None:
    ran = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)
    if ran.returncode:
        sys.exit(f"{ran.stdout[-4000:]}\n{ran.stderr[-4000:]}")


if __name__ == "__main__":
    sys.exit(main([room for word in sys.argv[1:] for room in word.split(",")] or list(ROOMS)))
