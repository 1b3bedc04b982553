"""What the bot must withstand: Slack's bad days, double clicks, hostile words, and a database that is out of reach."""
