"""The people of the workspace: what they can do, what they see, and a driver that tells it as a story."""
