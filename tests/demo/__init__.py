"""The demo: its council, its past, its tour, and what it keeps."""
