"""The plugin that makes CI fail on a skipped test."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSES = "def test_passes(): pass\n"
SKIPS = "import pytest\n\ndef test_skips(): pytest.skip('no reason')\n"


@pytest.mark.parametrize(("tests", "code"), [(PASSES, 0), (PASSES + SKIPS, 1)])
def test_a_skipped_test_counts_as_a_failure(tmp_path: Path, tests: str, code: int) -> None:
    (tmp_path / "test_something.py").write_text(tests, encoding="utf-8")

    ended = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.no_skips",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            tmp_path,
            tmp_path,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == code
    assert ("1 skipped: in CI that is a failure." in ended.stdout) is bool(code)
