"""`make screenshots`: the pictures of the README and of docs/, taken from the running demo while its tour is walked in a browser."""
