"""Tests of the Slack in a box."""
