"""The desk: verbs. One verb, one transaction."""
