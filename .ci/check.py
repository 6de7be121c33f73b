"""`make check`: run every check, two at a time, and print each one's name and time.

A check that passes prints one line; one that fails prints all it said. Names may be given to run only those.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
AT_ONCE = 2
CI = os.environ.get("CI") == "true"  # then a check that finds nothing to look at has failed


@dataclass(frozen=True)
class Check:
    """One command; `needs` is a path without which there is nothing to check yet."""

    name: str
    command: str
    folder: str = "."
    needs: str = "."


# The slow ones first, so that the quick ones fill the gaps.
CHECKS = (
    Check("vue-tsc: types of the app", "npm run --silent lint:types", "pwa", "pwa/src"),
    Check("mypy: types of the server", "mypy"),
    Check("migrations = models", "python .ci/migrations.py", needs="migrations/versions"),
    Check("eslint: the app's code", "npm run --silent lint:code", "pwa", "pwa/src"),
    Check("the house's own rules and words", "python -m pytest -q -p no_skips tests/house", needs="tests/house"),
    Check("contract: openapi.json = code", "python .ci/openapi.py --check", needs="pwa/src/core/http/openapi.json"),
    Check("depcruise: imports of the app", "npm run --silent lint:imports", "pwa", "pwa/src"),
    Check("stylelint: colours only as tokens", "npm run --silent lint:style", "pwa", "pwa/src"),
    Check("prettier: format of the app", "npm run --silent lint:format", "pwa"),
    Check("import-linter: floors and rooms", "lint-imports --no-cache"),
    Check("deptry: dependencies = imports", "deptry ."),
    Check("licences and locks", "python .ci/licences.py"),
    Check("ruff: rules, bandit's among them", "ruff check --quiet ."),
    Check("ruff: format", "ruff format --check --quiet ."),
)


@dataclass(frozen=True)
class Outcome:
    check: Check
    seconds: float
    passed: bool
    said: str


def carry_out(check: Check) -> Outcome:
    """Run one check to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / ".ci"), "NO_COLOR": "1"}
    environment["PATH"] = f"{ROOT / '.venv/bin'}{os.pathsep}{environment['PATH']}"
    began = time.monotonic()
    done = subprocess.run(
        check.command.split(), cwd=ROOT / check.folder, env=environment, capture_output=True, text=True, check=False
    )
    return Outcome(check, time.monotonic() - began, done.returncode == 0, done.stdout + done.stderr)


def outcomes(chosen: list[Check]) -> Iterator[Outcome]:
    """Answer the outcomes in the order in which they come."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for future in as_completed([pool.submit(carry_out, check) for check in chosen]):
            yield future.result()


def main(words: list[str]) -> int:
    """Run the checks whose name holds one of `words`, or all; answer the exit code."""
    chosen = [check for check in CHECKS if not words or any(word in check.name for word in words)]
    failed = []
    for check in [check for check in chosen if not (ROOT / check.needs).exists()]:
        print(f"  {'FAILED' if CI else 'none':<7}   0.0 s  {check.name}: there is no {check.needs}", flush=True)
        failed += [check.name] if CI else []
    for outcome in outcomes([check for check in chosen if (ROOT / check.needs).exists()]):
        word = "ok" if outcome.passed else "FAILED"
        print(f"  {word:<7}{outcome.seconds:6.1f} s  {outcome.check.name}", flush=True)
        if not outcome.passed:
            failed.append(outcome.check.name)
            print(outcome.said.rstrip(), f"\n  again: {outcome.check.command}\n", sep="\n", flush=True)
    print(f"{len(failed)} of {len(chosen)} checks failed: {'; '.join(failed)}" if failed else "All checks pass.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
