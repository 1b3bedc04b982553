"""What the log says of an error: where and of which kind, and nothing that somebody may have typed."""

import logging
import sys

from bot.cli.logs import WithoutWords


def logged(error: Exception, cause: Exception | None = None) -> str:
    """What the log says of this one."""
    try:
        raise error from cause
    except type(error):
        record = logging.LogRecord("close_ties", logging.ERROR, __file__, 1, "It broke", (), sys.exc_info())
    return WithoutWords("%(levelname)s: %(message)s").format(record)


def test_an_error_is_told_by_its_kind_and_place_and_not_in_its_own_words() -> None:
    said = logged(ValueError("could not convert 'Brackenfell'"), KeyError("Brackenfell"))
    assert said.startswith("ERROR: It broke\n")
    assert "in logged\n    raise error from cause\n" in said
    assert "KeyError\nwhich led to:\n" in said
    assert said.endswith("\nValueError")
    assert "Brackenfell" not in said


def test_of_files_and_the_network_it_says_what_the_machine_says() -> None:
    assert logged(OSError(28, "No space left on device")).endswith("\nOSError: No space left on device")
    assert logged(ConnectionRefusedError(111, "Connection refused")).endswith(
        "\nConnectionRefusedError: Connection refused"
    )
