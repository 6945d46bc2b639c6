"""The room online: the same answers as the command's, for a browser and for other programs."""

from guarantor.web.app import make_app

__all__ = ["make_app"]
