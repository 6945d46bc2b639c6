"""The sampled engine: runs in which every event is drawn, 64 of them in a machine word."""
