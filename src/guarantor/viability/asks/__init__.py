"""What to ask for: candidate changes, what each would bring, and the best few together."""
