"""The reader of the intake channel, measured."""
