"""`make test-mutation`: change the rules one by one; a change that no test of the rules notices is named.

A room's name tries the rules of that room only. Fails when fewer than FLOOR of the changes are noticed.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOOR = 0.90
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
NOTICED = ("killed", "timeout", "suspicious", "segfault")


def main(rooms: list[str]) -> int:
    """Run mutmut, then say what went unnoticed; answer the exit code."""
    chosen = [f"webapp.*{room}.*" for room in rooms]
    ran = subprocess.run([MUTMUT, "run", "--max-children", "2", *chosen], cwd=ROOT, capture_output=True, text=True)
    if ran.returncode:
        print(ran.stdout[-4000:], ran.stderr[-4000:])
        return ran.returncode
    results = subprocess.run([MUTMUT, "results", "--all", "true"], cwd=ROOT, capture_output=True, text=True, check=True)
    outcomes = dict(line.strip().rsplit(": ", 1) for line in results.stdout.splitlines() if ": " in line)
    tried = {name: outcome for name, outcome in outcomes.items() if outcome != "not checked"}
    unnoticed = [f"{outcome:<9} {name}" for name, outcome in tried.items() if outcome not in NOTICED]
    rate = 1 - len(unnoticed) / max(1, len(tried))
    print(*unnoticed, sep="\n")
    print(json.dumps({"mutants": len(tried), "unnoticed": len(unnoticed), "rate": round(rate, 3), "floor": FLOOR}))
    print("See one: .venv/bin/mutmut show NAME")
    return 0 if tried and rate >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
