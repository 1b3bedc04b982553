"""What is kept, how long, and for whom."""
