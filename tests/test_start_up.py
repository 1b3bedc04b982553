"""What starting the bot does not load: what is heavy is imported when it is first wanted, or on a thread beside the answering."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "matplotlib": "pictures, which nobody has asked for yet",
    "numpy": "the same",
    "pandas": "the same",
    "PIL": "the same",
    "dateparser": "a deadline typed in an unusual way",
    "holidays": "bank holidays",
    "phonenumbers": "a journalist's number",
    "stdnum": "what looks like an NHS number",
    "alembic": "migrations, once at the start of `run`",
    "psycopg": "PostgreSQL, where the address names it",
    "starlette": "the sandbox",
    "uvicorn": "the sandbox",
    "sandbox": "the sandbox",
    "aiohttp": "an asynchronous Bolt",
}


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The packages that stand in memory once everything that `run` is made of is imported, and nothing is started."""
    says = "import json, sys, bot.__main__; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", says], capture_output=True, text=True, check=True, timeout=60)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("package", HEAVY)
def test_starting_does_not_load(package: str, loaded: set[str]) -> None:
    assert package not in loaded


def test_it_is_the_bot_that_was_looked_at(loaded: set[str]) -> None:
    assert {"bot", "handlers", "storage", "slack_bolt", "sqlalchemy", "apscheduler"} <= loaded
