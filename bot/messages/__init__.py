"""Messages: records in, Block Kit and its sentence out. No I/O."""
