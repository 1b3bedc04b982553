"""Handlers: Slack's way in. One file a feature, each ending in its routing table."""
