"""Alembic's migrations: run from code by `storage.migrate`."""
