"""The review: what was proposed, what was decided on it, and what follows from that."""
