"""The verbs of the desk, through the doors that people use."""
