"""The templates shipped with the product, read once; every version ever shipped stays readable."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import yaml

from webapp.core.wire import read
from webapp.ground.checklists.rules import Template, repeated, template_hash

TEMPLATES = Path(__file__).with_name("templates")


@cache
def shelf() -> Mapping[tuple[str, int], Template]:
    """Answer all templates by (type, version). A malformed file stops the start: nothing may be judged by it."""
    found: dict[tuple[str, int], Template] = {}
    for path in sorted(TEMPLATES.glob("*.yaml")):
        for document in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            template = read(Template, document)
            if (template.type, template.version) in found or repeated(template) or template.type != _type_of(path):
                raise ValueError(f"{path.name}: version {template.version} is not sound: {repeated(template)}")
            found[template.type, template.version] = template
    return found


def _type_of(path: Path) -> str:
    # lift.yaml is the first version, lift.2.yaml the second.
    return path.name.partition(".")[0]


@lru_cache(maxsize=256)  # asked with every batch that comes in, and a hash takes a while
def find_template(type_: str, version: int, hash_: str) -> Template | None:
    """Answer the template an answer was given under, or None when this house never shipped it."""
    template = shelf().get((type_, version))
    return template if template and template_hash(template) == hash_ else None


def newest_template(type_: str) -> Template | None:
    """Answer the newest version for places of this type, or None when there is no checklist for it."""
    versions = [version for kind, version in shelf() if kind == type_]
    return shelf()[type_, max(versions)] if versions else None
