"""The bot as a process of its own that is killed again and again, with a Slack that stays."""
