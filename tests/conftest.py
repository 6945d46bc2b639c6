"""Settings that every test shares."""

from hypothesis import settings

# A shared machine may pause any time: how long one example takes proves nothing.
settings.register_profile("guarantor", deadline=None, print_blob=True)
settings.load_profile("guarantor")
