"""Opening the database from the command line: brought up to date, or a sentence why not."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from bot.cli.endings import WRONG, end
from bot.config import Settings
from storage.engine import Database, StorageUnavailable
from storage.migrate import NewerDatabase, upgrade


def there_or_end(settings: Settings) -> None:
    """Pass where there is a database to read. A file that is not there would be made, and an empty one proves anything."""
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database or Path(url.database).exists():
        return
    end(
        WRONG,
        f"There is no database at {Path(url.database).absolute()}.",
        [
            "Is this the folder that Close Ties runs in, and is DATABASE_URL what it runs with?",
            "To begin with a new one: close-ties organisation load FILE.toml",
        ],
    )


@contextmanager
def database_or_end(settings: Settings) -> Iterator[Database]:
    """The database with its tables as this version wants them. Ends the command with exit code 2 when it cannot be used."""
    database = Database(settings.database_url)
    try:
        _upgrade_or_end(database)
        yield database
    finally:
        database.dispose()


def _upgrade_or_end(database: Database) -> None:
    try:
        upgrade(database)
    except NewerDatabase as refused:
        end(WRONG, "The database is newer than this version of Close Ties.", [str(refused)])
    except StorageUnavailable as refused:
        end(WRONG, "The database cannot be reached (DATABASE_URL).", [str(refused)])
