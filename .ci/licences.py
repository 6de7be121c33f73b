"""Prove that what ships may be shipped, and that the lock files answer what was asked for.

Only what runs at the customer's counts: requirements.txt and the app's `dependencies`.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALLOWED = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Python-2\.0|Zlib|0BSD|Unlicense|HPND|CC0-1\.0"
    r"|MPL|Mozilla Public|LGPL|Lesser General Public", re.IGNORECASE
)  # fmt: skip
NOT_NAMED = {"huey": "MIT"}  # read in its LICENSE file, for its metadata name none
NAMED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


def python_licences() -> Iterator[tuple[str, str]]:
    """Answer each locked Python package with the licence that it names."""
    for name, _ in NAMED.findall((ROOT / "requirements.txt").read_text()):
        try:
            about = metadata(name)
        except PackageNotFoundError:  # locked for another system
            continue
        trove = [line.split("::")[-1] for line in about.get_all("Classifier", []) if line.startswith("License ::")]
        named = about.json.get("license_expression") or " ".join(trove) or about.json.get("license")
        yield name, str(named or NOT_NAMED.get(name, ""))


def npm_licences() -> Iterator[tuple[str, str]]:
    """Answer each package that may reach a phone with the licence that it names."""
    packages = json.loads((ROOT / "pwa/package-lock.json").read_text())["packages"]
    for path, package in packages.items():
        if path and not package.get("dev") and not package.get("devOptional"):
            yield path.removeprefix("node_modules/"), str(package.get("license", ""))


def unlocked() -> Iterator[str]:
    """Answer each pin of a requirements*.in that its lock does not hold."""
    for wanted in ROOT.glob("requirements*.in"):
        locked = {(name.lower(), version) for name, version in NAMED.findall(wanted.with_suffix(".txt").read_text())}
        for name, version in NAMED.findall(wanted.read_text()):
            if (name.lower(), version) not in locked:
                yield f"{wanted.name} asks for {name}=={version}, its lock does not hold it: run `make lock`."


def main() -> int:
    """Print what is wrong; answer the exit code."""
    wrong = list(unlocked())
    for name, licence in [*python_licences(), *npm_licences()]:
        if not ALLOWED.search(licence):
            wrong.append(f"{name}: licence {licence!r} is not among those allowed.")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
