"""The exact engine: truths as functions, lines as sums, and the decision diagram made of both."""
