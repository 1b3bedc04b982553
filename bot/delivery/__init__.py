"""Delivery: takes what waits in storage, renders it, sends it to Slack at Slack's pace, and records what happened. Only it retries."""
