"""What holds for every history: found by trying very many."""
