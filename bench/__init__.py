"""Benchmarks: each module prints one JSON line and keeps it in `bench/results/`."""

import json
import resource
import sys
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


def report(bench: str, **figures: float) -> None:
    """Print the figures as one JSON line and keep it as `bench/results/BENCH.json`."""
    line = json.dumps({"bench": bench, **figures})
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{bench}.json").write_text(line + "\n")
    print(line)


def peak_mb() -> float:
    """Answer the most memory in MB that this process and its largest child can have had together."""
    # Linux counts in kB, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / unit
