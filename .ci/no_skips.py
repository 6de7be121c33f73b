"""A pytest plugin: with CI=true a skipped test is a failure, for a skip hides what nobody looked at."""

import os

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn the run's outcome red when anything was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or reporter is None or hasattr(session.config, "workerinput"):
        return
    if skipped := reporter.stats.get("skipped"):
        reporter.write_line(f"\n{len(skipped)} skipped: with CI=true every test must run.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
