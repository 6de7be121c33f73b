"""Benchmarks: each module prints one JSON line and keeps it in `bench/results/`."""

import json
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


def report(bench: str, **figures: float) -> None:
    """Print the figures as one JSON line and keep it as `bench/results/BENCH.json`."""
    line = json.dumps({"bench": bench, **figures})
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{bench}.json").write_text(line + "\n")
    print(line)
