"""`make run`: migrate once, move in on the first start, then serve until somebody stops it.

Settings of the start are in `deploy/plan.py`, those of the installation in `webapp/config.py`.
"""

import os
import sys
from typing import Any

from deploy import certificates, first_start, lan
from deploy.plan import ROOT, Plan, Refused, refuse_demo_off_loopback, refuse_taken_ports
from deploy.processes import Pair, web_command, worker_command
from deploy.terminal import qr, say


def main() -> int:
    """Serve; answer the exit code: 0 after a stop that was asked for, 1 for all else."""
    try:
        plan = Plan.from_environment()
        os.chdir(ROOT)
        return serve(plan)
    except Refused as reason:
        print(reason, file=sys.stderr)
        return 1


def serve(plan: Plan) -> int:
    """Prepare, start both processes, say where they are, and wait for the end."""
    refuse_taken_ports(plan)
    plan.data_dir.mkdir(parents=True, exist_ok=True)
    addresses = lan.addresses(plan) if plan.lan else []
    environment = _environment(plan, addresses)
    database_url = environment["ROUNDS_DATABASE_URL"]
    people = _get_ready(plan, environment, database_url)
    tls, trust = None, None
    if plan.lan:
        tls_dir = plan.data_dir / "tls"
        tls, trust = certificates.ensure(tls_dir, addresses), certificates.trusting(tls_dir)
        lan.serve_authority(plan, tls_dir, addresses)
    # SQLite has one writer: a second process would only wait for it.
    processes = 1 if database_url.startswith("sqlite") else 2
    pair = Pair(web_command(plan, processes=processes, tls=tls), worker_command(), environment)
    if pair.ready(plan, trust):
        _welcome(plan, addresses, people)
    return pair.wait()


def _get_ready(plan: Plan, environment: dict[str, str], database_url: str) -> list[dict[str, Any]]:
    """Migrate and move in, but refuse before that what must not be served; answer the demo people."""
    names = first_start.estates(database_url)
    if not (plan.on_loopback or plan.lan):
        demo = first_start.holds_demo(names, environment) if names else plan.demo
        refuse_demo_off_loopback(plan, demo_people=demo)
    first_start.migrate(environment)
    first_start.move_in(plan, environment, empty=not names)
    return first_start.demo_people(plan, names or first_start.estates(database_url))


def _environment(plan: Plan, addresses: list[str]) -> dict[str, str]:
    """Answer the environment of every process we start: the same database, the same address."""
    database = f"sqlite:///{plan.data_dir / 'rounds.db'}"
    public = plan.url(addresses[0]) if addresses else plan.url()
    asked = {key: value for key, value in os.environ.items() if value}
    return {"ROUNDS_DATABASE_URL": database, "ROUNDS_PUBLIC_URL": public} | asked | {"ROUNDS_DATA": str(plan.data_dir)}


def _welcome(plan: Plan, addresses: list[str], people: list[dict[str, Any]]) -> None:
    """Say where the app is and who can sign in."""
    say("", f"  Rounds · 巡管家   {plan.url(addresses[0] if addresses else None)}", "")
    if people:
        say(first_start.people_table(people), "")
    if plan.lan:
        page = lan.page_url(plan, addresses[0])
        say(qr(page), f"  手机扫码 · scan with a phone in the same network: {page}")
        say("  手机信任本机证书之前不能离线使用。Until a phone trusts the certificate it has no offline.", "")
    say("  Ctrl-C 停止 · stops it", "")


if __name__ == "__main__":
    sys.exit(main())
