"""A pytest plugin for CI, where everything is there that a test could want: a skipped test counts as a failed one."""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that would have passed with tests left out. Worker processes have no reporter and leave it to the first."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    skipped = len(reporter.stats.get("skipped", ()))
    if skipped and session.exitstatus == pytest.ExitCode.OK:
        reporter.ensure_newline()
        reporter.write_line(f"{skipped} skipped: in CI that is a failure.", red=True, bold=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
