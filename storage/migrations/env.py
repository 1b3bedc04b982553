"""Alembic's entry: it is handed a connection whose transaction is already open and locked."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
