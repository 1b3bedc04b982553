"""How many cases were tried is said at the end."""

import pytest

from tests.rules.properties import cases


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for the documentation."""
    for what, count in sorted(cases.TRIED.items()):
        terminalreporter.write_line(f"nudging, {what}: {count:,} cases tried")
