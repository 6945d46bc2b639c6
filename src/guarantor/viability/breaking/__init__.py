"""Logic: whether the need can be met at all, what must hold for it, and what breaks it."""
