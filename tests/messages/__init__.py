"""Messages: what people read, and that nothing they type can ping, link or break."""
