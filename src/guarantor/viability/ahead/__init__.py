"""Over time: month by month, with windows, notice and hazards."""
