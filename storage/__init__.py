"""Storage: what is remembered. Mapped records, queries, migrations."""
