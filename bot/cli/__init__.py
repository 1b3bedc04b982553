"""The command line, one file a command. `bot.__main__` starts it."""
