"""The pictures and tables of docs/nudges.md, drawn from the rules themselves: `make docs-pictures`."""
