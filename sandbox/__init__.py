"""A Slack in a box: a workspace on this machine, as strict as Slack, for the demo and the tests."""
