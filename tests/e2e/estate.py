"""An estate to test in, set up the way an administrator would: by the commands, with the register of an office."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.e2e.server import ROOT, Server

REGISTER = ROOT / "tests/data/register-plain.xlsx"
PASSWORD = "望江苑的清晨六点"
ESTATE = "望江苑"


@dataclass(frozen=True)
class Somebody:
    """Who can sign in, and as what."""

    login: str
    name: str
    password: str = PASSWORD


ADMIN = Somebody("admin", "管理员")
STEWARD = Somebody("lin", "林晓岚")
SUPERVISOR = Somebody("shen", "沈若水")


def found(server: Server, *, register: Path | None = REGISTER) -> None:
    """Set the estate up: administrator, register unless there is none yet, steward, supervisor."""
    server.run("db", "upgrade")
    server.run(
        *("setup", "--estate", ESTATE, "--login", ADMIN.login, "--name", ADMIN.name, "--password-stdin"),
        says=ADMIN.password,
    )
    if register:
        server.run("import-register", str(register))
    for somebody, role in ((STEWARD, "steward"), (SUPERVISOR, "supervisor")):
        server.run(
            *("people", "add", somebody.login, somebody.name),
            *("--estate", ESTATE, "--role", role, "--password-stdin"),
            says=somebody.password,
        )


def sign_in(page: Page, url: str, somebody: Somebody) -> None:
    """Sign in as a person does, and wait for the first page."""
    page.goto(f"{url}/sign-in")
    page.locator("input[autocomplete=username]").fill(somebody.login)
    page.locator("input[autocomplete=current-password]").fill(somebody.password)
    page.locator("button[type=submit]").click()
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))


def demo(server: Server) -> dict[str, Any]:
    """Fill an empty installation with the demo estate and answer who can sign in."""
    server.run("db", "upgrade")
    told: dict[str, Any] = json.loads(server.run("demo", "--json").stdout.splitlines()[-1])
    return told


def label_sheet(server: Server, target: Path) -> Path:
    """Print the estate's labels as the office does, and answer the PDF."""
    server.run("labels", "--out", str(target))
    return target
