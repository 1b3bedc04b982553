"""How fast the bot is, beside what it is compared with: `make bench`. Figures, never a test that may fail on a slow machine."""
