"""Delivery: what goes to Slack, and when."""
