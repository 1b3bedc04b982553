"""Close Ties: the press desk, and the program that runs it."""
