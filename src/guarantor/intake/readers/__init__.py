"""Files in, documents out: text, pages, PDF, mails, feeds and archives of them."""

from guarantor.intake.readers.limits import MOST_BYTES, too_large
from guarantor.intake.readers.reading import read, readers

__all__ = ["MOST_BYTES", "read", "readers", "too_large"]
