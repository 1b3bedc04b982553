"""`close-ties` and `python -m bot`: the command line."""

from bot.cli.commands import commands


def main() -> None:
    """Run the command that was typed."""
    commands()


if __name__ == "__main__":
    main()
