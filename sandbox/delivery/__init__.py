"""From Slack to the app: envelopes over Socket Mode or signed HTTP, their acks, and what happens when none comes."""
