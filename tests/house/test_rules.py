"""Rules are pure: they know neither store nor web, however many files they fill."""

import ast

import pytest

from tests.house.conftest import ROOT

WEBAPP = ROOT / "webapp"
RULES = sorted({*WEBAPP.rglob("rules.py"), *WEBAPP.rglob("rules/*.py")})
IMPURE = ("flask", "flask_login", "flask_smorest", "flask_sqlalchemy", "sqlalchemy", "marshmallow", "PIL", "qrcode")


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(WEBAPP)))
def test_rules_import_nothing_of_web_or_store(path):
    impure = [
        name
        for name in _imported(path)
        if name.split(".")[0] in IMPURE or name in ("webapp.core.db", "webapp.core.http")
    ]

    assert impure == []


def test_files_and_functions_stay_small():
    long = [path for path in WEBAPP.rglob("*.py") if len(path.read_text().splitlines()) > 300]
    assert long == []
    assert [name for path in WEBAPP.rglob("*.py") for name in _long_functions(path)] == []


def _long_functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 45:
            yield f"{path.relative_to(WEBAPP)}:{node.name}"
