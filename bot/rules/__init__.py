"""Rules: pure decisions. They read no clock, no database, no Slack and no settings."""
